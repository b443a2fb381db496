import { isCode, trimCode } from './code';

/** The error codes that a source file of an SDK names, each with what its comment says of it; empty where there is none. */
export type SourceCodes = ReadonlyMap<string, string>;

/** UTF-16 units of a comment that are kept: far more than any SDK has. */
const maxDescriptionLength = 2_000;

/** What may not stand in the one line of a description: white space of any kind, and characters that nobody sees. */
const gaps = /[\s\p{Cc}]+/gu;

/** Backticks as a catalog may have them: in pairs, with something between. */
const pairedBackticks = /^[^`]*(`[^`]+`[^`]*)*$/;

/** Collects codes line by line: the comments right above a code describe it. */
export class SourceCodesBuilder {
  readonly codes = new Map<string, string>();
  private comment: string[] = [];

  /** A line of a comment, without the characters that begin it. */
  addComment(line: string): void {
    this.comment.push(line);
  }

  /** A constant with its value, which is taken where the name is that of an error code. */
  addConstant(name: string, value: string): void {
    const code = trimCode(value);
    if (isNameOf(name, value) && isCode(code) && !this.codes.get(code)) {
      this.codes.set(code, descriptionOf(this.comment.join(' '), code));
    }
    this.reset();
  }

  /** Anything else: what was said before it belongs to nothing that follows. */
  reset(): void {
    this.comment = [];
  }
}

/** The generators of the SDKs write the code in capitals, and `_` for everything that a name cannot have. */
function isNameOf(name: string, value: string): boolean {
  return name === value.replace(/\W/g, '_').toUpperCase();
}

/** The comment in one line of plain text; empty where it only repeats the code. */
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
  // No half of a character at the end.
  const isCutInHalf = (text.codePointAt(maxDescriptionLength - 1) ?? 0) > 0xffff;
  return `${text.slice(0, maxDescriptionLength - (isCutInHalf ? 1 : 0))}…`;
}
