import { createScanner, ScanError, SyntaxKind, type JSONScanner } from 'jsonc-parser';
import type { BreakReason, ValueKind } from '../../envelope/envelope';
import { fixedNameOf, isWrapperName, mayStartWrapper } from '../../envelope/spelling';
import { Role, type NestingState } from './nestingState';
import { startOf, type ScannedPiece, type Stretch, type StructureOptions } from './scannedPiece';
import { skipWhitespace, skipPlainString, quote } from './skip';
import { TapeWriter } from './tapeWriter';

const enum Expect {
  Value,
  ValueOrEnd,
  Key,
  KeyOrEnd,
  Colon,
  CommaOrEnd,
}

/** Maximum nesting of members on the tape. No response is that deep, and the tape must stay small. */
const maxMemberDepth = 1000;

/**
 * Scans a JSON text, or a stretch of one that begins at a token, in one forward pass without recursion or a tree.
 * Invalid JSON is noted on the tape and skipped, so that envelopes before and after it are found. Unless the text
 * `isLast`, the pieces leave out everything after the last certain token.
 */
export function scanStructure(stretch: Stretch, options: StructureOptions): ScannedPiece[] {
  return new StructurePass(stretch, options).run();
}

class StructurePass {
  private scanner: JSONScanner;
  private readonly pieces: ScannedPiece[] = [];
  private readonly tape = new TapeWriter();
  /** The start of the current piece. */
  private base = 0;
  private readonly text: string;
  private readonly isLast: boolean;
  private entry: NestingState;
  private state: NestingState;
  private expect = Expect.Value;
  private nameStart = -1;
  private nameEnd = -1;
  private key: string | undefined;

  constructor(
    { text, entry, isLast }: Stretch,
    private readonly options: StructureOptions,
  ) {
    this.text = text;
    this.isLast = isLast;
    this.scanner = createScanner(text, false);
    this.scanner.setPosition(entry.parent ? 0 : startOf(text));
    this.entry = entry;
    this.state = entry;
    // Pieces are cut after commas.
    this.expect = entry.isObject ? Expect.Key : Expect.Value;
  }

  run(): ScannedPiece[] {
    for (;;) {
      this.skip();
      const token = this.scanner.scan();
      if (token === SyntaxKind.EOF) {
        this.finish();
        return this.pieces;
      }
      const { scanner } = this;
      this.take(token);
      if (scanner.getTokenError() !== ScanError.None) {
        this.broken(scanErrors[scanner.getTokenError()] ?? 'unknown-token');
      }
    }
  }

  private take(token: SyntaxKind): void {
    switch (token) {
      case SyntaxKind.StringLiteral:
        this.string();
        break;
      case SyntaxKind.CommaToken:
        this.comma();
        break;
      case SyntaxKind.ColonToken:
        this.colon();
        break;
      case SyntaxKind.OpenBraceToken:
        this.open(true);
        break;
      case SyntaxKind.OpenBracketToken:
        this.open(false);
        break;
      case SyntaxKind.CloseBraceToken:
        this.closeObject();
        break;
      case SyntaxKind.CloseBracketToken:
        this.closeArray();
        break;
      case SyntaxKind.LineCommentTrivia:
      case SyntaxKind.BlockCommentTrivia:
        if (!this.options.comments) {
          this.broken('comment');
        }
        break;
      default:
        if (!scalarKinds[token]) {
          this.broken('unknown-token');
        }
        this.scalar(scalarKinds[token] ?? 'invalid');
    }
  }

  /** Skips whitespace, and irrelevant names and strings of a payload. */
  private skip(): void {
    const { text, scanner } = this;
    const start = scanner.getPosition();
    let position = skipWhitespace(text, start);
    while (position + 1 < text.length && text.charCodeAt(position) === quote) {
      const end = this.maySkip(text.charCodeAt(position + 1)) ? skipPlainString(text, position) : -1;
      if (end < 0) {
        break;
      }
      this.expect = this.expect === Expect.Key || this.expect === Expect.KeyOrEnd ? Expect.Colon : Expect.CommaOrEnd;
      position = skipWhitespace(text, end);
    }
    if (position > start) {
      scanner.setPosition(position);
    }
  }

  /** Whether a string here is irrelevant; `first` is its first character. */
  private maySkip(first: number): boolean {
    switch (this.expect) {
      case Expect.Value:
      case Expect.ValueOrEnd:
        return this.key === undefined;
      case Expect.Key:
      case Expect.KeyOrEnd:
        return this.state.role === Role.Plain && !mayStartWrapper(first);
      default:
        return false;
    }
  }

  private string(): void {
    if (this.expect === Expect.Value || this.expect === Expect.ValueOrEnd) {
      // The value of a string without its closing quote is unknown.
      this.value(this.scanner.getTokenError() === ScanError.UnexpectedEndOfString ? 'invalid' : 'string');
      return;
    }
    if (this.expect === Expect.CommaOrEnd) {
      this.broken('unexpected-token');
      if (!this.state.isObject) {
        return;
      }
    } else if (this.expect === Expect.Colon) {
      this.broken('unexpected-token');
    }
    this.nameStart = this.scanner.getTokenOffset() - this.base;
    this.nameEnd = this.scanner.getPosition() - this.base;
    const key = this.scanner.getTokenValue();
    this.key = this.state.role === Role.Plain && !isWrapperName(key) ? undefined : key;
    this.expect = Expect.Colon;
  }

  private scalar(kind: ValueKind): void {
    if (this.expect === Expect.Value || this.expect === Expect.ValueOrEnd) {
      this.value(kind);
    } else if (kind !== 'invalid') {
      this.broken('unexpected-token');
    }
  }

  private value(kind: ValueKind): void {
    if (this.key !== undefined) {
      this.member(kind, this.scanner.getTokenOffset() - this.base, this.scanner.getPosition() - this.base);
    }
    this.expect = Expect.CommaOrEnd;
  }

  private colon(): void {
    if (this.expect === Expect.Colon) {
      this.expect = Expect.Value;
    } else {
      this.broken('unexpected-token');
    }
  }

  private comma(): void {
    const isInside = this.state.parent !== undefined;
    if (this.expect !== Expect.CommaOrEnd || !isInside) {
      this.broken('unexpected-token');
    }
    if (isInside) {
      this.key = undefined;
      this.expect = this.state.isObject ? Expect.Key : Expect.Value;
      const end = this.scanner.getPosition();
      if (this.mayCut(end - this.base) || (end === this.text.length && !this.isLast)) {
        this.cut(end);
      }
    }
  }

  /** Preferably between the items of an array, with no open object of this piece: then none reaches beyond it. */
  private mayCut(length: number): boolean {
    const { pieceLength } = this.options;
    const isBetween = !this.state.isObject && !this.tape.isOpen;
    return length >= pieceLength && (isBetween || length >= 2 * pieceLength);
  }

  private open(isObject: boolean): void {
    const { expect, state } = this;
    if (expect !== Expect.Value && expect !== Expect.ValueOrEnd) {
      this.broken('unexpected-token');
    }
    const start = this.scanner.getTokenOffset() - this.base;
    const isWrapper = isObject && this.key !== undefined && isWrapperName(this.key);
    // The innermost response still has its error.
    const isTracked = state.members < (isWrapper ? maxMemberDepth : maxMemberDepth + 1);
    if (isWrapper && !isTracked) {
      this.tape.leaveOut();
    }
    const named = isTracked && this.key !== undefined && (expect === Expect.Value || expect === Expect.Colon);
    const role = isObject && named ? this.roleOf(this.key ?? '') : this.rootRole(isObject);
    const isMember = named && this.member(isObject ? 'object' : 'array', start, -1);
    if (isObject && isTracked && !isMember) {
      this.tape.openObject(start, state);
    }
    this.state = state.open(isObject, role, (isObject && isTracked) || isMember, isMember);
    this.key = undefined;
    this.expect = isObject ? Expect.KeyOrEnd : Expect.ValueOrEnd;
  }

  private roleOf(key: string): Role {
    const name = fixedNameOf(key);
    if (name === 'Response' && (key === 'Response' || this.options.anySpelling)) {
      return Role.Response;
    }
    return name === 'Error' && this.state.role === Role.Response ? Role.Error : Role.Plain;
  }

  private rootRole(isObject: boolean): Role {
    return isObject && !this.state.parent && this.options.unwrapped ? Role.Response : Role.Plain;
  }

  /** Writes the member to the tape if the object around it is on the tape. Returns whether it did. */
  private member(kind: ValueKind, valueStart: number, valueEnd: number): boolean {
    const key = this.key ?? '';
    this.key = undefined;
    if (!this.state.onTape) {
      return false;
    }
    const isKept = this.state.role === Role.Plain && kind === 'object' && fixedNameOf(key) === 'Response';
    const { nameStart, nameEnd } = this;
    this.tape.member({ nameStart, nameEnd, valueStart, valueEnd, kind }, isKept);
    return true;
  }

  private closeObject(): void {
    if (!this.state.isObject) {
      this.broken('unexpected-token');
      if (this.state.objects === 0) {
        return;
      }
      for (let { state } = this; !state.isObject; { state } = this) {
        this.pop(this.scanner.getTokenOffset());
      }
    } else if (this.expect === Expect.Key) {
      this.trailingComma();
    } else if (this.expect !== Expect.KeyOrEnd && this.expect !== Expect.CommaOrEnd) {
      this.broken('unexpected-token');
    }
    this.pop(this.scanner.getPosition());
  }

  private closeArray(): void {
    if (this.state.isObject || !this.state.parent) {
      this.broken('unexpected-token');
      // One missing brace is likelier than a stray bracket; more than one is not.
      if (!this.state.parent?.parent || this.state.parent.isObject) {
        return;
      }
      this.pop(this.scanner.getTokenOffset());
    } else if (this.expect === Expect.Value) {
      this.trailingComma();
    } else if (this.expect !== Expect.ValueOrEnd && this.expect !== Expect.CommaOrEnd) {
      this.broken('unexpected-token');
    }
    this.pop(this.scanner.getPosition());
  }

  private trailingComma(): void {
    if (!this.options.comments) {
      this.broken('trailing-comma');
    }
  }

  private pop(end: number): void {
    const { state } = this;
    if (!state.parent) {
      return;
    }
    if (state.onTape) {
      this.tape.close(end - this.base, state);
    }
    this.state = state.parent;
    this.key = undefined;
    this.expect = Expect.CommaOrEnd;
  }

  /** Ends the current piece. */
  private cut(end: number, isLast = false): void {
    const tape = this.tape.take(isLast);
    this.pieces.push({ length: end - this.base, entry: this.entry, exit: this.state, isLast, tape });
    this.base = end;
    this.entry = this.state;
    // One scanner per piece, as after an edit: V8 otherwise specializes the code for the closures of a single scanner.
    this.scanner = createScanner(this.text, false);
    this.scanner.setPosition(end);
  }

  private finish(): void {
    if (!this.isLast) {
      return;
    }
    const isOpen = this.state.parent !== undefined;
    if (isOpen || this.expect === Expect.Value) {
      this.tape.breakAtEnd(this.text.length - this.base);
    }
    this.cut(this.text.length, true);
  }

  private broken(reason: BreakReason): void {
    this.tape.break(this.scanner.getTokenOffset() - this.base, this.scanner.getTokenLength(), reason);
  }
}

const scalarKinds: Partial<Record<SyntaxKind, ValueKind>> = {
  [SyntaxKind.NumericLiteral]: 'number',
  [SyntaxKind.TrueKeyword]: 'boolean',
  [SyntaxKind.FalseKeyword]: 'boolean',
  [SyntaxKind.NullKeyword]: 'null',
};

const scanErrors: Partial<Record<ScanError, BreakReason>> = {
  [ScanError.UnexpectedEndOfString]: 'unclosed-string',
  [ScanError.UnexpectedEndOfComment]: 'unclosed-comment',
  [ScanError.UnexpectedEndOfNumber]: 'bad-number',
  [ScanError.InvalidUnicode]: 'bad-escape',
  [ScanError.InvalidEscapeCharacter]: 'bad-escape',
  [ScanError.InvalidCharacter]: 'control-character',
};
