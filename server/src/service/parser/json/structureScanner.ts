import { createScanner, ScanError, SyntaxKind, type JSONScanner } from 'jsonc-parser';
import type { BreakReason, ValueKind } from '../../envelope/envelope';
import { Role, type Frame } from './nestingState';
import type { ScannedPiece, StructureOptions } from './scannedPiece';
import { fixedNameOf, isWrapperName, mayStartWrapper } from '../../envelope/spelling';
import { endOfBlanks, endOfPlainString, quote } from './skip';
import { TapeWriter } from './tapeWriter';

const enum Expect {
  Value,
  ValueOrEnd,
  Key,
  KeyOrEnd,
  Colon,
  CommaOrEnd,
}

/** Members on the tape that may lie in each other. No response is in so many of another's; the tape must not get as deep. */
const deepestMember = 1000;

/**
 * One forward pass over a JSON text, or over a stretch of one that begins at a token. Never recurses, never builds a tree,
 * never gives up: what is not JSON is noted on the tape and stepped over, so that envelopes before and behind it are still
 * found. The pieces cover all of the text if it `isLast`; otherwise what comes behind the last certain token is left over.
 */
export function scanStructure(
  text: string,
  start: number,
  entry: Frame,
  isLast: boolean,
  options: StructureOptions,
): ScannedPiece[] {
  return new StructurePass(text, start, entry, isLast, options).run();
}

class StructurePass {
  private scanner: JSONScanner;
  private readonly pieces: ScannedPiece[] = [];
  private readonly tape = new TapeWriter();
  /** Where the piece in hand begins. */
  private base = 0;
  private entry: Frame;
  private frame: Frame;
  private expect = Expect.Value;
  private nameStart = -1;
  private nameEnd = -1;
  private key: string | undefined;

  constructor(
    private readonly text: string,
    start: number,
    entry: Frame,
    private readonly isLast: boolean,
    private readonly options: StructureOptions,
  ) {
    this.scanner = createScanner(text, false);
    this.scanner.setPosition(start);
    this.entry = entry;
    this.frame = entry;
    // Pieces are cut behind commas.
    this.expect = entry.isObject ? Expect.Key : Expect.Value;
  }

  run(): ScannedPiece[] {
    for (;;) {
      this.step();
      const { scanner } = this;
      switch (scanner.scan()) {
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
        case SyntaxKind.NumericLiteral:
          this.scalar('number');
          break;
        case SyntaxKind.TrueKeyword:
        case SyntaxKind.FalseKeyword:
          this.scalar('boolean');
          break;
        case SyntaxKind.NullKeyword:
          this.scalar('null');
          break;
        case SyntaxKind.LineCommentTrivia:
        case SyntaxKind.BlockCommentTrivia:
          if (!this.options.comments) {
            this.broken('comment');
          }
          break;
        case SyntaxKind.EOF:
          this.finish();
          return this.pieces;
        default:
          this.broken('unknown-token');
          this.scalar('invalid');
      }
      if (scanner.getTokenError() !== ScanError.None) {
        this.broken(scanErrors[scanner.getTokenError()] ?? 'unknown-token');
      }
    }
  }

  /** Steps over blanks, and over names and texts of a payload that nobody asks for. */
  private step(): void {
    const { text, scanner } = this;
    const start = scanner.getPosition();
    let position = endOfBlanks(text, start);
    while (position + 1 < text.length && text.charCodeAt(position) === quote) {
      const end = this.mayStepOver(text.charCodeAt(position + 1)) ? endOfPlainString(text, position) : -1;
      if (end < 0) {
        break;
      }
      this.expect = this.expect === Expect.Key || this.expect === Expect.KeyOrEnd ? Expect.Colon : Expect.CommaOrEnd;
      position = endOfBlanks(text, end);
    }
    if (position > start) {
      scanner.setPosition(position);
    }
  }

  /** Whether nobody asks for a string here; `first` is its first character. */
  private mayStepOver(first: number): boolean {
    switch (this.expect) {
      case Expect.Value:
      case Expect.ValueOrEnd:
        return this.key === undefined;
      case Expect.Key:
      case Expect.KeyOrEnd:
        return this.frame.role === Role.Plain && !mayStartWrapper(first);
      default:
        return false;
    }
  }

  private string(): void {
    if (this.expect === Expect.Value || this.expect === Expect.ValueOrEnd) {
      // Of a text without its closing quote nobody knows what it was to be.
      this.value(this.scanner.getTokenError() === ScanError.UnexpectedEndOfString ? 'invalid' : 'string');
      return;
    }
    if (this.expect === Expect.CommaOrEnd) {
      this.broken('unexpected-token');
      if (!this.frame.isObject) {
        return;
      }
    } else if (this.expect === Expect.Colon) {
      this.broken('unexpected-token');
    }
    this.nameStart = this.scanner.getTokenOffset() - this.base;
    this.nameEnd = this.scanner.getPosition() - this.base;
    const key = this.scanner.getTokenValue();
    this.key = this.frame.role === Role.Plain && !isWrapperName(key) ? undefined : key;
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
    const isInside = this.frame.parent !== undefined;
    if (this.expect !== Expect.CommaOrEnd || !isInside) {
      this.broken('unexpected-token');
    }
    if (isInside) {
      this.key = undefined;
      this.expect = this.frame.isObject ? Expect.Key : Expect.Value;
      const end = this.scanner.getPosition();
      if (this.mayCut(end - this.base) || (end === this.text.length && !this.isLast)) {
        this.cut(end);
      }
    }
  }

  /** Best between the items of a list, when no object that began in this piece is open: then none reaches beyond it. */
  private mayCut(length: number): boolean {
    const { pieceLength } = this.options;
    const isBetween = !this.frame.isObject && !this.tape.isOpen;
    return length >= pieceLength && (isBetween || length >= 2 * pieceLength);
  }

  private open(isObject: boolean): void {
    const { expect, frame } = this;
    if (expect !== Expect.Value && expect !== Expect.ValueOrEnd) {
      this.broken('unexpected-token');
    }
    const start = this.scanner.getTokenOffset() - this.base;
    const isSeen = frame.members < deepestMember;
    const named = isSeen && this.key !== undefined && (expect === Expect.Value || expect === Expect.Colon);
    const role = isObject && named ? this.roleOf(this.key ?? '') : this.rootRole(isObject);
    const isMember = named && this.member(isObject ? 'object' : 'array', start, -1);
    if (isObject && isSeen && !isMember) {
      this.tape.openObject(start, frame);
    }
    this.frame = frame.open(isObject, role, (isObject && isSeen) || isMember, isMember);
    this.key = undefined;
    this.expect = isObject ? Expect.KeyOrEnd : Expect.ValueOrEnd;
  }

  private roleOf(key: string): Role {
    const name = fixedNameOf(key);
    if (name === 'Response' && (key === 'Response' || this.options.anySpelling)) {
      return Role.Response;
    }
    return name === 'Error' && this.frame.role === Role.Response ? Role.Error : Role.Plain;
  }

  private rootRole(isObject: boolean): Role {
    return isObject && !this.frame.parent && this.options.unwrapped ? Role.Response : Role.Plain;
  }

  /** Puts the member on the tape where the object around it wants to know; says whether it did. */
  private member(kind: ValueKind, valueStart: number, valueEnd: number): boolean {
    const key = this.key ?? '';
    this.key = undefined;
    if (!this.frame.onTape) {
      return false;
    }
    const isKept = this.frame.role === Role.Plain && kind === 'object' && fixedNameOf(key) === 'Response';
    this.tape.member(this.nameStart, this.nameEnd, valueStart, valueEnd, kind, isKept);
    return true;
  }

  private closeObject(): void {
    if (!this.frame.isObject) {
      this.broken('unexpected-token');
      if (this.frame.objects === 0) {
        return;
      }
      for (let { frame } = this; !frame.isObject; { frame } = this) {
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
    if (this.frame.isObject || !this.frame.parent) {
      this.broken('unexpected-token');
      // One missing brace is likelier than a stray bracket; more than one is not.
      if (!this.frame.parent?.parent || this.frame.parent.isObject) {
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
    const { frame } = this;
    if (!frame.parent) {
      return;
    }
    if (frame.onTape) {
      this.tape.close(end - this.base, frame);
    }
    this.frame = frame.parent;
    this.key = undefined;
    this.expect = Expect.CommaOrEnd;
  }

  /** What has been scanned becomes a piece. */
  private cut(end: number, isLast = false): void {
    const tape = this.tape.take(isLast);
    this.pieces.push({ length: end - this.base, entry: this.entry, exit: this.frame, isLast, tape });
    this.base = end;
    this.entry = this.frame;
    // A scanner a piece, as after an edit: V8 ties what it has optimized to the functions of one, if it never sees another.
    this.scanner = createScanner(this.text, false);
    this.scanner.setPosition(end);
  }

  private finish(): void {
    if (!this.isLast) {
      return;
    }
    const isOpen = this.frame.parent !== undefined;
    if (isOpen || this.expect === Expect.Value) {
      this.tape.breakAtEnd(this.text.length - this.base);
    }
    this.cut(this.text.length, true);
  }

  private broken(reason: BreakReason): void {
    this.tape.break(this.scanner.getTokenOffset() - this.base, this.scanner.getTokenLength(), reason);
  }
}

const scanErrors: Partial<Record<ScanError, BreakReason>> = {
  [ScanError.UnexpectedEndOfString]: 'unclosed-string',
  [ScanError.UnexpectedEndOfComment]: 'unclosed-comment',
  [ScanError.UnexpectedEndOfNumber]: 'bad-number',
  [ScanError.InvalidUnicode]: 'bad-escape',
  [ScanError.InvalidEscapeCharacter]: 'bad-escape',
  [ScanError.InvalidCharacter]: 'control-character',
};
