import { createScanner, SyntaxKind } from 'jsonc-parser';
import { endOf, type Sliceable, type Span } from '../base/span';
import { decodeJsonString } from '../parser/embedded/jsonString';

/** Only this much of an object is searched on each side of the code, in UTF-16 units. */
const maxLength = 8 * 1024;

/** The ends of the names of messages, the best first. */
const names = [/(?:Message|Msg)$/, /(?:Description|Desc|Reason)$/];

/**
 * The message in the same object as a code; undefined if there is none near it. `span` is that of the code's token,
 * `within` that of the response. `isEscaped`: the JSON is in a string.
 */
export function messageBeside(text: Sliceable, span: Span, within: Span, isEscaped: boolean): string | undefined {
  const read = (start: number, end: number): string => {
    const raw = text.slice(Math.max(start, within.offset), Math.min(end, endOf(within)));
    return isEscaped ? decodeJsonString(raw, 0, raw.length).text : raw;
  };
  const before = read(span.offset - maxLength, span.offset);
  const start = startOfObject(before);
  if (start < 0) {
    return undefined;
  }
  const texts = [...textsOfObject(before.slice(start) + read(span.offset, endOf(span) + maxLength))];
  for (const name of names) {
    const [, message] = texts.find(([member, value]) => name.test(member) && value.trim() !== '') ?? [];
    if (message !== undefined) {
      return message;
    }
  }
  return undefined;
}

/** The offset of the bracket of the object that is still open at the end of a text; negative if there is none. */
function startOfObject(text: string): number {
  let depth = 0;
  for (let offset = text.length - 1; offset >= 0; offset--) {
    const character = text.charAt(offset);
    if (character === '"') {
      offset = openingQuote(text, offset);
    } else if (character === '}' || character === ']') {
      depth++;
    } else if (character === '{' || character === '[') {
      if (depth === 0) {
        return character === '{' ? offset : -1;
      }
      depth--;
    }
  }
  return -1;
}

/** The offset of the quote that opens a string, given that of the one that closes it; negative if it is not there. */
function openingQuote(text: string, closing: number): number {
  let opening = closing;
  do {
    opening = opening > 0 ? text.lastIndexOf('"', opening - 1) : -1;
  } while (opening > 0 && isEscaped(text, opening));
  return opening;
}

function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text.charAt(start - 1) === '\\') {
    start--;
  }
  return (offset - start) % 2 === 1;
}

/** The direct members of the object at the start of a text that are strings. The text may end inside the object. */
function* textsOfObject(text: string): Iterable<readonly [name: string, value: string]> {
  const scanner = createScanner(text, true);
  let depth = 0;
  let name: string | undefined;
  let last = '';
  do {
    switch (scanner.scan()) {
      case SyntaxKind.OpenBraceToken:
      case SyntaxKind.OpenBracketToken:
        depth++;
        break;
      case SyntaxKind.CloseBraceToken:
      case SyntaxKind.CloseBracketToken:
        depth--;
        break;
      case SyntaxKind.ColonToken:
        name = last;
        break;
      case SyntaxKind.CommaToken:
        name = undefined;
        break;
      case SyntaxKind.StringLiteral:
        last = scanner.getTokenValue();
        if (depth === 1 && name !== undefined) {
          yield [name, last];
        }
        break;
      case SyntaxKind.EOF:
        return;
    }
  } while (depth > 0);
}
