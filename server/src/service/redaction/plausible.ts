import type { SecretName } from './names';
import { isName } from './names';
import type { Range } from './valueExtent';

/** What stands for a value that is not there, or says something about it. */
const words = new Set(
  [
    'null nil none undefined nan n/a na true false yes no empty blank missing required optional invalid expired expire',
    'error failed failure incorrect wrong mismatch mismatched denied unauthorized unknown unset unsupported supported',
    'removed redacted masked hidden secret string str text number object value here default todo tbd disabled enabled',
    'include omit same-origin not is are was must should cannot illegal bad valid ok changed exists auto required.',
  ].flatMap((line) => line.split(' ')),
);

/** Words that only a sentence has. */
const sentence = /\b(?:is|are|was|must|not|cannot|should|may|has|have|required|invalid|missing|expired|please|does)\b/i;

/** Placeholders and masks, at the beginning of a value. */
const placeholder =
  /\$\{[^}\n]{0,200}\}|\$\([^)\n]{0,200}\)|\{\{[^}\n]{0,200}\}\}|<[A-Za-z_-][A-Za-z _'-]{0,60}>|\[(?:removed|redacted|masked|hidden|已去除)\]|\(?%[sdvq]\b|%[A-Z_]{1,60}%|\$[A-Z_][A-Z0-9_]{0,60}\b|(?:process|os|System|import\.meta)\.(?:env|environ|getenv)\b[^\s,;]{0,200}|getenv\b[^\s,;]{0,200}|\.{3}|…|0x[\da-f]{6,16}\b/iy;

/** The length of a placeholder at an offset; 0 if there is none. */
export function placeholderAt(text: string, offset: number): number {
  placeholder.lastIndex = offset;
  return placeholder.test(text) ? placeholder.lastIndex - offset : 0;
}

/** Whether a value looks as if a machine made it up: letters and digits, or letters of both cases in no order. */
export function looksMadeUp(long: string, least: number): boolean {
  // The beginning tells enough of a long value.
  const value = long.slice(0, 200);
  return (
    value.length >= least &&
    /^[!-~]+$/.test(value) &&
    !/^(?:tc3-?|q-)?(?:hmac-?)?(?:sha|md)-?\d+$|^(?:ap|na|eu|sa|me)-[a-z]+(?:-\d)?$/i.test(value) &&
    ((/\d/.test(value) && /[A-Za-z]/.test(value)) || (value.length >= 20 && changesOfCase(value) >= 3))
  );
}

function changesOfCase(value: string): number {
  return value.match(/[a-z][A-Z]/g)?.length ?? 0;
}

/** The length of the longest value that stands for none, in UTF-16 units. */
const maxHarmless = 500;

/** Whether a value is no secret, whatever the name before it says. */
export function isHarmless(text: string, { start, end }: Range, { kind, name, ...place }: SecretName): boolean {
  const value = text.slice(start, Math.min(end, start + maxHarmless + 1));
  if (value.length > maxHarmless) {
    return false;
  }
  if (
    placeholderAt(text, start) >= value.length ||
    value === '' ||
    words.has(value.toLowerCase()) ||
    isName(value) ||
    isMask(value)
  ) {
    return true;
  }
  if (/^your\b|^your?_|^[\u2e80-\u9fff]/i.test(value)) {
    return true;
  }
  switch (kind) {
    case 'phone number':
      return !/^\+?\d[\d ()-]{5,20}$/.test(value);
    case 'identity card number':
      return !/^\d{14,17}[\dXx]$/.test(value);
    case 'token':
      return isPaging(text.slice(Math.max(0, place.start - 20), place.start))
        ? !looksMadeUp(value, 16)
        : /^\d{1,4}$/.test(value);
    case 'signature':
      return /^\d{1,4}$/.test(value) || /^(?:hmac|sha|md5|rsa)/i.test(value);
    case 'password':
      return name === 'pwd' && /^(?:[/~]|[A-Za-z]:[/\\])/.test(value);
    default:
      return false;
  }
}

/** Whether a quoted value is a sentence about the value, such as "must contain letters". */
export function isSentence(value: string): boolean {
  return (
    value.includes(' ') && /^[A-Za-z][A-Za-z ,.'-]*(?:\d{1,2}[A-Za-z ,.'-]+)*$/.test(value) && sentence.test(value)
  );
}

/** `***`, `xxxx`, and what shows only the ends of a value. */
function isMask(value: string): boolean {
  return (
    /^(?:[*•·#.-]{2,}|[xX]{4,})$/.test(value) ||
    (/[*•]{3}/.test(value) && value.split(/[*•]{3,}/).every((shown) => shown.length <= 6))
  );
}

/** Whether a name ends in a word for pages or for counting, as in `NextToken` and `prompt_token`. */
function isPaging(before: string): boolean {
  return /(?:next|page|continuation|prompt|completion|total|max|min|input|output|cached|reasoning|used|num)[ _.-]?$/i.test(
    before,
  );
}
