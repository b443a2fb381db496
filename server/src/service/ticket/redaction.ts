import type { Localizer } from '../base/localizer';

const names = {
  SecretId: () => 'SecretId',
  SecretKey: () => 'SecretKey',
  token: (l10n: Localizer) => l10n.t('token'),
  signature: (l10n: Localizer) => l10n.t('signature'),
  Authorization: () => 'Authorization',
  'pre-signed URL': (l10n: Localizer) => l10n.t('pre-signed URL'),
} satisfies Record<string, (l10n: Localizer) => string>;

/** A kind of secret. */
export type SecretKind = keyof typeof names;

/** The name of a kind of secret, in the language of `l10n`. */
export function secretName(kind: SecretKind, l10n: Localizer): string {
  const name: (l10n: Localizer) => string = names[kind];
  return name(l10n);
}

export interface Redacted {
  readonly text: string;
  /** Each removed kind once, in the order of the rules below. */
  readonly removed: readonly SecretKind[];
}

interface RedactionRule {
  readonly kind: SecretKind;
  /** The first group is kept, the rest of the match is removed. */
  readonly pattern: RegExp;
}

/** A quote, possibly escaped several times, as for JSON in JSON, or with a prefix as in Python. */
const quote = String.raw`\\{0,15}(?:[bu]?["'])?`;

/** Between a name and its value, on one line: quotes, spaces, and a colon, an equals sign or an arrow. */
const separator = String.raw`${quote}[^\S\r\n]{0,4}(?:=>|:=|[:=]|%3[ad])[^\S\r\n]{0,4}${quote}`;

/** A value up to the next quote, space, comma, ampersand or bracket. The prefix of a quote is not a value. */
const value = String.raw`(?![bu]["'])[^\s"'\\,;&<>(){}\[\]]+`;

const named = (name: string): RegExp => new RegExp(`(${name}${separator})${value}`, 'gi');

/** Applied in this order: the header comes first, since it contains an ID and a signature. */
const rules: readonly RedactionRule[] = [
  { kind: 'Authorization', pattern: new RegExp(String.raw`(authorization${separator})[^"'\\\r\n]+`, 'gi') },
  { kind: 'Authorization', pattern: /\b(TC3-HMAC-SHA256 {1,4})Credential=[^"'\\\r\n]+/gi },
  // A word after "Bearer" is prose, unless it is long or contains a digit.
  { kind: 'Authorization', pattern: new RegExp(String.raw`\b(Bearer {1,4})(?=\S{16}|\S*\d)${value}`, 'g') },
  { kind: 'pre-signed URL', pattern: new RegExp(`(q-(?:ak|signature)(?:=|%3D))${value}`, 'gi') },
  { kind: 'SecretKey', pattern: named('(?:secret|access|private)[_ -]?key') },
  { kind: 'SecretId', pattern: named('(?:secret|access[_ -]?key)[_ -]?id') },
  // SecretIds begin with AKID on the China site, with IKID on the international one.
  { kind: 'SecretId', pattern: /([AI]KID)[\w-]{6,}/g },
  { kind: 'token', pattern: named('token') },
  { kind: 'signature', pattern: named('signature') },
];

/** Removes secrets from a text that leaves the editor. The text around them stays readable. */
export function redact(text: string, l10n: Localizer): Redacted {
  const replacement = l10n.t('[removed]');
  const removed = new Set<SecretKind>();
  let result = text;
  for (const { kind, pattern } of rules) {
    result = result.replace(pattern, (match: string, kept: string) => {
      if (match !== kept + replacement) {
        removed.add(kind);
      }
      return kept + replacement;
    });
  }
  return { text: result, removed: [...removed] };
}

/** Like `redact`, with a final paragraph that names what was removed. Ends with a line break. */
export function redactWithNote(text: string, l10n: Localizer): Redacted {
  const redacted = redact(text.endsWith('\n') ? text : `${text}\n`, l10n);
  const kinds = redacted.removed.map((kind) => secretName(kind, l10n)).join(l10n.t(', '));
  return kinds === ''
    ? redacted
    : {
        ...redacted,
        text: `${redacted.text}\n${l10n.t('Taken out of this ticket, since they are secret: {0}.', kinds)}\n`,
      };
}
