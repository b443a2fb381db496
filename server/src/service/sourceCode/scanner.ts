import type { Span } from '../base/span';
import type { SourceLanguage, StringForm } from './languages';

/** A token of source code. Comments are none, nor is the inside of a text that is no single string. */
export interface Token extends Span {
  readonly kind: 'string' | 'word' | 'open' | 'close' | 'comma' | 'newline' | 'other';
  /** Of a string what is between its quotes, as written. */
  readonly text: string;
  /** A string that its line does not close. */
  readonly isOpen?: boolean;
}

/** An expression inside a string, and how many braces are open in it. */
interface Interpolation {
  readonly form: StringForm;
  depth: number;
}

const word = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y;

/** C++ groups digits by apostrophes, which no other language has after a digit. */
const number = /\d\w*(?:'\w+)*/y;

/** Words after which a slash begins a regular expression. */
const beforeOperand =
  /^(?:return|typeof|case|in|of|when|if|unless|and|or|not|await|yield|throw|new|delete|void|else|do)$/;

/** The tokens of source code, in order. Time is linear in the text, and nothing is kept of it. */
export function scan(text: string, language: SourceLanguage): Iterable<Token> {
  return new Scanner(text, language).tokens();
}

class Scanner {
  private position = 0;
  /** From the outermost to the innermost. */
  private readonly interpolations: Interpolation[] = [];
  /** The names that end the texts that begin in the next line. */
  private heredocs: string[] = [];
  /** Whether an operator may follow. */
  private isAfterOperand = false;
  /** No regular expression ends before this offset. */
  private noExpressionUntil = 0;

  constructor(
    private readonly text: string,
    private readonly language: SourceLanguage,
  ) {}

  *tokens(): Iterable<Token> {
    while (this.position < this.text.length) {
      const token = this.next();
      if (token) {
        if (token.kind !== 'newline') {
          this.isAfterOperand = isOperand(token);
        }
        yield token;
      }
    }
  }

  /** The next token; undefined if the text goes on with something that is none. */
  private next(): Token | undefined {
    const character = this.text.charAt(this.position);
    if (character === '\n') {
      return this.newline();
    }
    if (character === ' ' || character === '\t' || character === '\r') {
      this.position++;
      return undefined;
    }
    if (this.skipComment() || this.skipHeredoc() || this.skipRegularExpression()) {
      return undefined;
    }
    const start = this.position;
    const string = this.string();
    if (this.position > start) {
      return string;
    }
    return this.matched(word, 'word') ?? this.matched(number, 'word') ?? this.punctuation(character);
  }

  private newline(): Token {
    const token = this.token('newline', this.position, this.position + 1);
    for (const name of this.heredocs) {
      this.skipLinesTo(name);
    }
    this.heredocs = [];
    return token;
  }

  /** Goes to the line that begins with a name, after the name. */
  private skipLinesTo(name: string): void {
    while (this.position < this.text.length) {
      const end = this.endOfLine();
      const line = this.text.slice(this.position, end).trimStart();
      // PHP lets a bracket, a comma or a semicolon follow.
      if (line.startsWith(name) && !/^\w/.test(line.slice(name.length))) {
        this.position = end - line.length + name.length;
        return;
      }
      this.position = end + 1;
    }
  }

  private skipComment(): boolean {
    const { lineComments, blockComments } = this.language;
    if (lineComments.some((open) => this.startsWith(open))) {
      this.position = this.endOfLine();
      return true;
    }
    const comment = blockComments.find(([open]) => this.startsWith(open));
    if (comment) {
      const close = this.text.indexOf(comment[1], this.position + comment[0].trimStart().length);
      this.position = close < 0 ? this.text.length : close + comment[1].length;
    }
    return comment !== undefined;
  }

  private skipHeredoc(): boolean {
    const match = this.language.heredoc && this.execute(this.language.heredoc);
    if (match) {
      this.heredocs.push(match[1] ?? match[2] ?? '');
      this.position += match[0].length;
      this.isAfterOperand = true;
    }
    return match !== undefined;
  }

  private skipRegularExpression(): boolean {
    const start = this.position;
    const isPossible = this.language.regularExpressions && !this.isAfterOperand && start >= this.noExpressionUntil;
    if (!isPossible || this.text.charAt(start) !== '/') {
      return false;
    }
    let isInClass = false;
    for (let index = start + 1; index < this.text.length; index++) {
      const character = this.text.charAt(index);
      if (character === '\n') {
        this.noExpressionUntil = index;
        return false;
      }
      if (character === '/' && !isInClass) {
        this.position = index + 1;
        this.isAfterOperand = true;
        return true;
      }
      isInClass = character === '[' || (isInClass && character !== ']');
      index += character === '\\' ? 1 : 0;
    }
    this.noExpressionUntil = this.text.length;
    return false;
  }

  private string(): Token | undefined {
    const match = this.language.delimitedString && this.execute(this.language.delimitedString);
    if (match) {
      const form: StringForm = { open: match[0], close: `)${match[1] ?? ''}"`, escape: 'none', multiline: true };
      return this.contents(form, this.position + form.open.length);
    }
    const form = this.language.strings.find(({ open }) => this.text.startsWith(open, this.position));
    return form && this.contents(form, this.position + form.open.length);
  }

  /** The string whose contents begin at an offset. One with an expression in it is none, and the expression is next. */
  private contents(form: StringForm, start: number): Token | undefined {
    const { text } = this;
    const { close, escape, interpolation, multiline } = form;
    for (let index = start; index < text.length; index++) {
      const character = text.charAt(index);
      if (character === '\\' && escape === 'backslash') {
        index++;
      } else if (character === close.charAt(0) && text.startsWith(close, index)) {
        if (escape === 'doubled' && text.startsWith(close, index + close.length)) {
          index += close.length;
        } else {
          this.position = index + close.length;
          return this.tokenOf('string', start, index);
        }
      } else if (character === '\n' && !multiline) {
        this.position = index;
        return { ...this.tokenOf('string', start, index), isOpen: true };
      } else if (character === interpolation?.charAt(0) && text.startsWith(interpolation, index)) {
        this.position = index + interpolation.length;
        this.interpolations.push({ form, depth: 0 });
        this.isAfterOperand = false;
        return undefined;
      }
    }
    this.position = text.length;
    return { ...this.tokenOf('string', start, text.length), isOpen: true };
  }

  private punctuation(character: string): Token | undefined {
    const innermost = this.interpolations.at(-1);
    if (innermost && character === '}' && innermost.depth === 0) {
      this.interpolations.pop();
      // What follows is the rest of a string that is no constant.
      this.isAfterOperand = this.contents(innermost.form, this.position + 1) !== undefined;
      return undefined;
    }
    if (innermost) {
      innermost.depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    }
    return this.token(kindOf(character), this.position, this.position + 1);
  }

  private matched(expression: RegExp, kind: Token['kind']): Token | undefined {
    const match = this.execute(expression);
    return match && this.token(kind, this.position, this.position + match[0].length);
  }

  private execute(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.position;
    return expression.exec(this.text) ?? undefined;
  }

  private token(kind: Token['kind'], start: number, end: number): Token {
    this.position = end;
    return this.tokenOf(kind, start, end);
  }

  private tokenOf(kind: Token['kind'], start: number, end: number): Token {
    return { kind, offset: start, length: end - start, text: this.text.slice(start, end) };
  }

  /** Whether something begins here; after a line break in it only at the start of a line. */
  private startsWith(open: string): boolean {
    return open.startsWith('\n')
      ? this.text.startsWith(open.slice(1), this.position) && /^\n?$/.test(this.text.charAt(this.position - 1))
      : this.text.startsWith(open, this.position);
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.position);
    return end < 0 ? this.text.length : end;
  }
}

function kindOf(character: string): Token['kind'] {
  switch (character) {
    case '(':
    case '[':
    case '{':
      return 'open';
    case ')':
    case ']':
    case '}':
      return 'close';
    case ',':
      return 'comma';
    default:
      return 'other';
  }
}

function isOperand({ kind, text }: Token): boolean {
  // The slash of a closing tag, as in `</p>`, begins no regular expression either.
  return kind === 'string' || kind === 'close' || text === '<' || (kind === 'word' && !beforeOperand.test(text));
}
