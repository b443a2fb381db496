import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import type { BreakReason, ValueKind } from '../envelope';
import { fixedNameOf } from './spelling';
import type { Tape } from './tape';

/** What an object is to a possible envelope. All of a payload is plain. */
export const enum Role {
  Plain,
  Response,
  Error,
}

/** An open object or array. Immutable, so that states can share what they have in common. */
interface Frame {
  readonly parent: Frame | undefined;
  readonly isObject: boolean;
  readonly role: Role;
  /** The tape has an entry that waits for this frame's end. */
  readonly onTape: boolean;
  /** How many of this frame and those around it are objects. */
  readonly objects: number;
}

const enum Expect {
  Value,
  ValueOrEnd,
  Key,
  KeyOrEnd,
  Colon,
  CommaOrEnd,
}

export interface StructureOptions {
  /** Comments and trailing commas are allowed, as in `jsonc`. */
  readonly comments: boolean;
  /** `response`, `RESPONSE` … count as `Response` (declared documents only). */
  readonly anySpelling: boolean;
  /** The root object itself may be the inside of a `Response`. */
  readonly unwrapped: boolean;
}

/**
 * One forward pass over a JSON text. Never recurses, never builds a tree, never gives up: what is not JSON is noted on
 * the tape and stepped over, so that envelopes before and behind it are still found.
 */
export function scanStructure(text: string, start: number, options: StructureOptions, tape: Tape): void {
  const pass = new StructurePass(text, options, tape);
  pass.run(start);
}

class StructurePass {
  private readonly scanner;
  private frame: Frame | undefined;
  private expect = Expect.Value;
  private nameStart = -1;
  private nameEnd = -1;
  private key: string | undefined;
  /** For the open frames on the tape: where their entry is. */
  private readonly positions: number[] = [];
  /** Everything on the tape before this position belongs to something that may become an envelope. */
  private kept = 0;

  constructor(
    text: string,
    private readonly options: StructureOptions,
    private readonly tape: Tape,
  ) {
    this.scanner = createScanner(text, false);
  }

  run(start: number): void {
    const { scanner } = this;
    scanner.setPosition(start);
    for (;;) {
      const token = scanner.scan();
      switch (token) {
        case SyntaxKind.Trivia:
        case SyntaxKind.LineBreakTrivia:
          continue;
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
          return;
        default:
          this.broken('unknown-token');
          this.scalar('invalid');
      }
      if (scanner.getTokenError() !== ScanError.None) {
        this.broken(scanErrors[scanner.getTokenError()] ?? 'unknown-token');
      }
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
      if (!this.frame?.isObject) {
        return;
      }
    } else if (this.expect === Expect.Colon) {
      this.broken('unexpected-token');
    }
    this.nameStart = this.scanner.getTokenOffset();
    this.nameEnd = this.scanner.getPosition();
    this.key = this.scanner.getTokenValue();
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
      this.member(kind, this.scanner.getTokenOffset(), this.scanner.getPosition());
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
    if (this.expect !== Expect.CommaOrEnd || !this.frame) {
      this.broken('unexpected-token');
    }
    if (this.frame) {
      this.key = undefined;
      this.expect = this.frame.isObject ? Expect.Key : Expect.Value;
    }
  }

  private open(isObject: boolean): void {
    const { expect, frame, tape } = this;
    if (expect !== Expect.Value && expect !== Expect.ValueOrEnd) {
      this.broken('unexpected-token');
    }
    const start = this.scanner.getTokenOffset();
    const position = tape.length;
    const named = this.key !== undefined && (expect === Expect.Value || expect === Expect.Colon);
    const role = isObject && named ? this.roleOf(this.key ?? '') : this.rootRole(isObject);
    let onTape = named && this.member(isObject ? 'object' : 'array', start, -1);
    if (isObject && !onTape) {
      tape.open(start);
      onTape = true;
    }
    if (onTape) {
      this.positions.push(position);
    }
    this.frame = { parent: frame, isObject, role, onTape, objects: (frame?.objects ?? 0) + (isObject ? 1 : 0) };
    this.key = undefined;
    this.expect = isObject ? Expect.KeyOrEnd : Expect.ValueOrEnd;
  }

  private roleOf(key: string): Role {
    const name = fixedNameOf(key);
    if (name === 'Response' && (key === 'Response' || this.options.anySpelling)) {
      return Role.Response;
    }
    return name === 'Error' && this.frame?.role === Role.Response ? Role.Error : Role.Plain;
  }

  private rootRole(isObject: boolean): Role {
    return isObject && !this.frame && this.options.unwrapped ? Role.Response : Role.Plain;
  }

  /** Puts the member on the tape where the object around it wants to know; says whether it did. */
  private member(kind: ValueKind, valueStart: number, valueEnd: number): boolean {
    const key = this.key ?? '';
    this.key = undefined;
    if (this.frame?.role === Role.Plain) {
      const name = fixedNameOf(key);
      if (name !== 'Response' && name !== 'RequestId') {
        return false;
      }
      this.tape.member(this.nameStart, this.nameEnd, valueStart, valueEnd, kind);
      if (name === 'Response' && kind === 'object') {
        this.kept = this.tape.length;
      }
      return true;
    }
    this.tape.member(this.nameStart, this.nameEnd, valueStart, valueEnd, kind);
    return true;
  }

  private closeObject(): void {
    if (!this.frame?.isObject) {
      this.broken('unexpected-token');
      if (!this.frame?.objects) {
        return;
      }
      while (!this.frame.isObject) {
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
    if (!this.frame || this.frame.isObject) {
      this.broken('unexpected-token');
      // One missing brace is likelier than a stray bracket; more than one is not.
      if (!this.frame?.parent || this.frame.parent.isObject) {
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
    const frame = this.frame;
    if (!frame) {
      return;
    }
    if (frame.onTape) {
      const position = this.positions.pop() ?? 0;
      const inPayload = frame.role === Role.Plain && (frame.parent?.role ?? Role.Plain) === Role.Plain;
      if (inPayload && this.kept <= position) {
        this.tape.truncate(position);
      } else {
        this.tape.end(end);
        this.kept = this.tape.length;
      }
    }
    this.frame = frame.parent;
    this.key = undefined;
    this.expect = Expect.CommaOrEnd;
  }

  private finish(): void {
    const atStart = !this.frame && this.expect === Expect.Value;
    if (this.frame || atStart) {
      this.tape.break(this.scanner.getPosition(), 0, 'unexpected-end');
    }
  }

  private broken(reason: BreakReason): void {
    this.tape.break(this.scanner.getTokenOffset(), this.scanner.getTokenLength(), reason);
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
