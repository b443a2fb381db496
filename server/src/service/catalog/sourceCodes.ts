import { isCode, trimCode } from './code';

/** The error codes of a source file of an SDK, each with its comment, or an empty string if it has none. */
export type SourceCodes = ReadonlyMap<string, string>;

/** Maximum length of a description in UTF-16 units: far more than in any SDK. */
const maxDescriptionLength = 2_000;

/** Runs of whitespace and control characters, which become one space. */
const gaps = /[\s\p{Cc}]+/gu;

/** Backticks only in pairs and with text between them, as required in a catalog. */
const pairedBackticks = /^[^`]*(`[^`]+`[^`]*)*$/;

/** Collects codes line by line. The comments right above a code describe it. */
export class SourceCodesBuilder {
  readonly codes = new Map<string, string>();
  private comment: string[] = [];

  /** Adds a line of a comment, without its leading `//` or `#`. */
  addComment(line: string): void {
    this.comment.push(line);
  }

  /** Adds a constant, if its name is that of an error code. */
  addConstant(name: string, value: string): void {
    const code = trimCode(value);
    if (isNameOf(name, value) && isCode(code) && !this.codes.get(code)) {
      this.codes.set(code, descriptionOf(this.comment.join(' '), code));
    }
    this.reset();
  }

  /** Call for any other line: the comment so far does not describe the next constant. */
  reset(): void {
    this.comment = [];
  }
}

/** The SDKs name a constant after its code: in capitals, with `_` for everything that a name cannot contain. */
function isNameOf(name: string, value: string): boolean {
  return name === value.replace(/\W/g, '_').toUpperCase();
}

/** The comment as one line; empty if it only repeats the code. */
function descriptionOf(comment: string, code: string): string {
  const text = shortened(comment.replace(gaps, ' ').trim());
  if (trimCode(text).toLowerCase() === code.toLowerCase()) {
    return '';
  }
  return pairedBackticks.test(text) ? text : text.replaceAll('`', "'");
}

function shortened(text: string): string {
  if (text.length <= maxDescriptionLength) {
    return text;
  }
  // Do not cut a surrogate pair in half.
  const isCutInHalf = (text.codePointAt(maxDescriptionLength - 1) ?? 0) > 0xffff;
  return `${text.slice(0, maxDescriptionLength - (isCutInHalf ? 1 : 0))}…`;
}
