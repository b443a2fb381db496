import type { Span } from '../base/span';
import type { SourceLanguage } from './languages';
import { scan, type Token } from './scanner';

/** A string literal or a name in source code that may stand for an error code. */
export interface CodePlace {
  readonly kind: 'literal' | 'constant';
  /** The contents of the literal, or the last part of the name: `RESOURCENOTFOUND` of `cvm.RESOURCENOTFOUND`. */
  readonly text: string;
  readonly span: Span;
  /** The literal is compared with, assigned to or listed for something called a code. */
  readonly isCode: boolean;
  /** What the name belongs to: `cvm`. Empty for literals. */
  readonly qualifier: string;
}

/** `code`, `errorCode`, `ErrCode`, `getErrorCode`, `retryable_codes`, `errorcodes`, but not `decode` or `Unicode`. */
const nameOfCode = /(?:^|[a-z0-9_$])Codes?(?![a-z])|(?:^|[_$])codes?(?![a-z])|err(?:or)?codes?|(?:^|_)CODES?(?![A-Z])/;

const constant = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Longer literals are no codes. */
const maxLength = 100;

/** Longer literals name no member. */
const maxNameLength = 20;

/** The places of source code that may stand for error codes, in order. Those in comments are none. */
export function findCodePlaces(text: string, language: SourceLanguage): CodePlace[] {
  const finder = new PlaceFinder(language);
  for (const token of scan(text, language)) {
    finder.add(token);
  }
  return finder.finish();
}

/** Goes through the tokens once. What a literal is compared with stands on the same line, or opens the list around it. */
class PlaceFinder {
  private readonly places: CodePlace[] = [];
  /** The literals of this line, of which it may turn out only later that they are codes. */
  private line: { token: Token; isCode: boolean }[] = [];
  /** This line names a code. */
  private isNamed = false;
  /** This line has alternatives of a choice. */
  private isAlternative = false;
  /** This line has the subject of a choice. */
  private isSubject = false;
  /** The last choice was among codes. */
  private isChoiceOfCodes = false;
  /** For each open bracket, whether it opens a list of codes. */
  private readonly brackets: boolean[] = [];
  private previous: Token | undefined;
  private beforePrevious: Token | undefined;

  constructor(private readonly language: SourceLanguage) {}

  add(token: Token): void {
    switch (token.kind) {
      case 'newline':
        this.endLine();
        return;
      case 'open':
        this.brackets.push(this.isNamed || this.isListed());
        break;
      case 'close':
        this.brackets.pop();
        break;
      case 'word':
        this.word(token);
        break;
      case 'string':
        this.string(token);
        break;
    }
    this.beforePrevious = this.previous;
    this.previous = token;
  }

  finish(): CodePlace[] {
    this.endLine();
    return this.places.sort((one, other) => one.span.offset - other.span.offset);
  }

  private word(token: Token): void {
    const { subject, alternative } = this.language.choice;
    this.isAlternative ||= token.text === alternative;
    this.isSubject ||= subject.test(token.text);
    this.isNamed ||= nameOfCode.test(token.text);
    const isMember = this.previous?.text === '.' || this.previous?.text === ':';
    if (isMember && constant.test(token.text)) {
      this.places.push({ ...placeOf(token), kind: 'constant', isCode: true, qualifier: this.qualifier() });
    }
  }

  /** The word before the dot or the two colons before this token. */
  private qualifier(): string {
    return this.beforePrevious?.kind === 'word' ? this.beforePrevious.text : '';
  }

  private string(token: Token): void {
    if (token.length > maxLength) {
      return;
    }
    // The name of a member: `err["Code"]`. A code itself may well have the word in it.
    this.isNamed ||= token.length <= maxNameLength && nameOfCode.test(token.text);
    const isCode = this.isListed() || (this.isAlternative && this.isChoiceOfCodes);
    this.line.push({ token, isCode });
  }

  /** Whether an element of a list of codes stands here. */
  private isListed(): boolean {
    const isElement = this.previous?.kind === 'open' || this.previous?.kind === 'comma';
    return isElement && this.brackets.at(-1) === true;
  }

  private endLine(): void {
    for (const { token, isCode } of this.line) {
      this.places.push({ ...placeOf(token), kind: 'literal', isCode: isCode || this.isNamed, qualifier: '' });
    }
    if (this.isSubject) {
      this.isChoiceOfCodes = this.isNamed;
    }
    this.line = [];
    this.isNamed = false;
    this.isAlternative = false;
    this.isSubject = false;
  }
}

function placeOf({ text, offset, length }: Token): Pick<CodePlace, 'text' | 'span'> {
  return { text, span: { offset, length } };
}
