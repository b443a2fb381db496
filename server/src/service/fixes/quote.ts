import { createScanner, SyntaxKind } from 'jsonc-parser';
import type { Localizer } from '../base/localizer';
import { endOf, type Sliceable } from '../base/span';
import { type JsonValue } from '../envelope/envelope';
import { inTitle, replace, type Fix } from './fix';

/** Turns a value into a string. An object or array becomes JSON in a string, which somebody should look at. */
export function quote(text: Sliceable, value: JsonValue, l10n: Localizer): Fix {
  return {
    title: l10n.t('Put {0} in quotes', inTitle(text.slice(value.span.offset, endOf(value.span)))),
    edits: [replace(value.span, asText(text, value))],
    safe: value.kind === 'number' || value.kind === 'boolean',
  };
}

/** A value as the JSON text of a string; a string stays as it is written. */
export function asText(text: Sliceable, { kind, span }: JsonValue): string {
  const written = text.slice(span.offset, endOf(span));
  return kind === 'string' ? written : JSON.stringify([...tokensOf(written)].map(({ token }) => token).join(''));
}

/** The text of the object in an array that has no other item. */
export function onlyObjectIn(text: Sliceable, { span }: JsonValue): string | undefined {
  const written = text.slice(span.offset, endOf(span));
  let depth = 0;
  let start: number | undefined;
  let end = 0;
  for (const { kind, offset } of tokensOf(written)) {
    const opens = kind === SyntaxKind.OpenBraceToken || kind === SyntaxKind.OpenBracketToken;
    const closes = kind === SyntaxKind.CloseBraceToken || kind === SyntaxKind.CloseBracketToken;
    if (depth === 1 && !closes && kind !== SyntaxKind.CommaToken) {
      if (start !== undefined || kind !== SyntaxKind.OpenBraceToken) {
        return undefined;
      }
      start = offset;
    }
    depth += opens ? 1 : closes ? -1 : 0;
    if (depth === 1 && closes) {
      end = offset + 1;
    }
  }
  return start === undefined ? undefined : written.slice(start, end);
}

/** The tokens of a JSON text, without whitespace and comments. */
function* tokensOf(text: string): Iterable<{ kind: SyntaxKind; offset: number; token: string }> {
  const scanner = createScanner(text, true);
  for (let kind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    yield { kind, offset, token: text.slice(offset, scanner.getPosition()) };
  }
}
