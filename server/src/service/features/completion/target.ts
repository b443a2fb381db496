import { createScanner, ScanError, SyntaxKind, type JSONScanner } from 'jsonc-parser';
import type { Span } from '../../base/span';

/** What can be completed at the cursor in an object. Offsets are relative to the document. */
export type CompletionTarget = NameTarget | ValueTarget;

/** The place of a member, or only of its name. */
export interface NameTarget {
  readonly kind: 'name';
  /** The span to replace: a partial name, quotes included, or nothing. */
  readonly span: Span;
  /** The member exists already, and only its name is replaced. */
  readonly nameOnly: boolean;
  /** Text to insert before and after the new text. */
  readonly prefix: string;
  readonly suffix: string;
  /** The offset of a missing comma after the previous value. */
  readonly commaAt: number | undefined;
}

/** The place of the value of a member, as a string. */
export interface ValueTarget {
  readonly kind: 'value';
  /** The name of the member, decoded. */
  readonly key: string;
  /** The span to replace: the contents of a string without its quotes, a partial word, or nothing. */
  readonly span: Span;
  readonly prefix: string;
  readonly suffix: string;
}

/** A stretch of the inside of an object. */
export interface ObjectText {
  /** Begins after the object's brace or after the value of a member, and contains the cursor. */
  readonly text: string;
  /** The offset of the stretch in the document. */
  readonly base: number;
  readonly afterValue: boolean;
}

interface Token {
  readonly kind: SyntaxKind;
  readonly start: number;
  readonly end: number;
  /** The token is not closed at the end of its line or of the text. */
  readonly isOpen: boolean;
  /** The decoded value of a string. */
  readonly value: string;
}

/** The range to replace at the cursor. */
type Extent = Pick<Token, 'start' | 'end' | 'isOpen'>;

const openEnds: ReadonlySet<ScanError> = new Set([ScanError.UnexpectedEndOfString, ScanError.UnexpectedEndOfComment]);
const whitespace: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.Trivia, SyntaxKind.LineBreakTrivia]);
const comments: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.LineCommentTrivia, SyntaxKind.BlockCommentTrivia]);
const openings: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.OpenBraceToken, SyntaxKind.OpenBracketToken]);
const closings: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.CloseBraceToken, SyntaxKind.CloseBracketToken]);
const separators: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.CommaToken, SyntaxKind.ColonToken]);

/** The target at an offset of the document. Undefined if no name or value of the object itself can be there. */
export function targetAt(object: ObjectText, offset: number): CompletionTarget | undefined {
  return new Walk(object, offset).run();
}

/** Walks through the inside of an object up to the cursor, skipping nested objects. */
class Walk {
  private readonly scanner: JSONScanner;
  private readonly cursor: number;
  /** The expected next token. */
  private expected: 'name' | 'colon' | 'value' | 'comma';
  private key = '';
  private valueEnd = 0;
  private depth = 0;

  constructor(
    private readonly object: ObjectText,
    offset: number,
  ) {
    this.scanner = createScanner(object.text);
    this.cursor = offset - object.base;
    this.expected = object.afterValue ? 'comma' : 'name';
  }

  run(): CompletionTarget | undefined {
    const { cursor } = this;
    for (;;) {
      const token = nextToken(this.scanner);
      if (token.start >= cursor || token.kind === SyntaxKind.EOF) {
        return this.depth === 0 ? this.decide({ start: cursor, end: cursor, isOpen: false }) : undefined;
      }
      if (reaches(token, cursor)) {
        const isText = this.depth === 0 && !comments.has(token.kind);
        return isText ? this.decide(this.extentOf(token), token) : undefined;
      }
      this.depth += openings.has(token.kind) ? 1 : closings.has(token.kind) ? -1 : 0;
      if (this.depth < 0) {
        return undefined;
      }
      if (this.depth === 0 && !whitespace.has(token.kind) && !comments.has(token.kind)) {
        this.pass(token);
      }
    }
  }

  private pass({ kind, start, end, value }: Token): void {
    if (kind === SyntaxKind.CommaToken) {
      this.expected = 'name';
    } else if (kind === SyntaxKind.ColonToken) {
      this.expected = this.expected === 'colon' ? 'value' : this.expected;
    } else if (this.expected === 'value' || closings.has(kind)) {
      this.expected = 'comma';
      this.valueEnd = end;
    } else {
      this.expected = 'colon';
      this.key = kind === SyntaxKind.StringLiteral ? value : this.object.text.slice(start, end);
    }
  }

  /** A string without its closing quote swallows the text after it: reduce it to what was probably meant. */
  private extentOf(token: Token): Extent {
    if (token.kind !== SyntaxKind.StringLiteral || (!token.isOpen && this.canEndAt(token.end))) {
      return token;
    }
    const { text } = this.object;
    const rest = /^[\w.-]*/.exec(text.slice(this.cursor, token.end))?.[0] ?? '';
    const end = this.cursor + rest.length;
    const isOpen = text.charAt(end) !== '"';
    return { start: token.start, end: isOpen ? end : end + 1, isOpen };
  }

  private canEndAt(end: number): boolean {
    return canFollow(this.following(end)[0].kind);
  }

  private decide({ start, end, isOpen }: Extent, token?: Token): CompletionTarget | undefined {
    const { base } = this.object;
    const [next, afterNext] = this.following(end);
    const lacksComma = !canFollow(next.kind);
    const suffix = lacksComma ? (next.start === end ? ', ' : ',') : '';
    const span = { offset: base + start, length: end - start };
    if (this.expected === 'colon') {
      return undefined;
    }
    if (this.expected === 'value') {
      if (token?.kind === SyntaxKind.StringLiteral) {
        const contents = { offset: span.offset + 1, length: span.length - (isOpen ? 1 : 2) };
        return { kind: 'value', key: this.key, span: contents, prefix: '', suffix: isOpen ? `"${suffix}` : '' };
      }
      // The next token is the value, unless a colon after it makes it the next name.
      const hasValue = !token && lacksComma && afterNext.kind !== SyntaxKind.ColonToken;
      return hasValue ? undefined : { kind: 'value', key: this.key, span, prefix: '"', suffix: `"${suffix}` };
    }
    const isLate = this.expected === 'comma';
    const isBeside = isLate && this.valueEnd === start;
    return {
      kind: 'name',
      span,
      nameOnly: next.kind === SyntaxKind.ColonToken,
      prefix: isBeside ? ', ' : '',
      suffix,
      commaAt: isLate && !isBeside ? base + this.valueEnd : undefined,
    };
  }

  /** The next two tokens after an offset. */
  private following(offset: number): readonly [Token, Token] {
    this.scanner.setPosition(offset);
    return [nextSignificant(this.scanner), nextSignificant(this.scanner)];
  }
}

/** The names of an object's members, except the one at the cursor. The text must begin after the object's brace. */
export function namesIn({ text, base }: ObjectText, offset: number): string[] {
  const scanner = createScanner(text, true);
  const isAtCursor = ({ start, end }: Token): boolean => start < offset - base && offset - base <= end;
  const names: string[] = [];
  let depth = 0;
  let last: Token | undefined;
  for (let token = nextToken(scanner); token.kind !== SyntaxKind.EOF && depth >= 0; token = nextToken(scanner)) {
    depth += openings.has(token.kind) ? 1 : closings.has(token.kind) ? -1 : 0;
    const isName = depth === 0 && token.kind === SyntaxKind.ColonToken;
    if (isName && last?.kind === SyntaxKind.StringLiteral && !isAtCursor(last)) {
      names.push(last.value);
    }
    last = token;
  }
  return names;
}

/** What a JSON text begins with: an object, a word, something else, or nothing. */
export function startOf(text: string): { readonly kind: 'object' | 'word' | 'none' | 'other'; readonly span: Span } {
  const scanner = createScanner(text);
  scanner.setPosition(text.startsWith('\ufeff') ? 1 : 0);
  const { kind, start, end } = nextSignificant(scanner);
  const span = { offset: start, length: end - start };
  if (kind === SyntaxKind.OpenBraceToken) {
    return { kind: 'object', span };
  }
  if (kind === SyntaxKind.EOF) {
    return { kind: 'none', span };
  }
  const isAlone = kind === SyntaxKind.Unknown && nextSignificant(scanner).kind === SyntaxKind.EOF;
  return { kind: isAlone ? 'word' : 'other', span };
}

/** Whether the cursor is in a token, or at the end of one that typing would continue. */
function reaches({ kind, start, end, isOpen }: Token, cursor: number): boolean {
  const isClosed = kind === SyntaxKind.StringLiteral || kind === SyntaxKind.BlockCommentTrivia;
  const isAtomic = openings.has(kind) || closings.has(kind) || separators.has(kind) || whitespace.has(kind);
  return !isAtomic && start < cursor && (cursor < end || (cursor === end && (isOpen || !isClosed)));
}

/** Whether a token can follow a complete name or value. */
function canFollow(kind: SyntaxKind): boolean {
  return kind === SyntaxKind.EOF || separators.has(kind) || closings.has(kind);
}

function nextToken(scanner: JSONScanner): Token {
  const kind = scanner.scan();
  const start = scanner.getTokenOffset();
  const isOpen = openEnds.has(scanner.getTokenError());
  return { kind, start, end: start + scanner.getTokenLength(), isOpen, value: scanner.getTokenValue() };
}

function nextSignificant(scanner: JSONScanner): Token {
  let token = nextToken(scanner);
  while (whitespace.has(token.kind) || comments.has(token.kind)) {
    token = nextToken(scanner);
  }
  return token;
}
