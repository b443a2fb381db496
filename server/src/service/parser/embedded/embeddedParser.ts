import { decode as decodeBase64 } from 'js-base64';
import { createScanner, SyntaxKind } from 'jsonc-parser';
import type { SourceMappedText } from '../../base/sourceMappedText';
import { endOf, type Span } from '../../base/span';
import type { Envelope } from '../../envelope/envelope';
import { mapEnvelope } from '../../envelope/mapEnvelope';
import { mayHoldResponseInString } from '../../languages';
import { decodeJsonString } from './jsonString';

/** Finds envelopes inside strings. Their spans refer to the text that contains the string. */
export class EmbeddedParser {
  /** `parseText` finds the envelopes of a text that is not JSON. */
  constructor(private readonly parseText: (text: string) => readonly Envelope[]) {}

  /** The envelopes in the strings of a JSON text that begins at a token. */
  inJson(text: string): Envelope[] {
    const found: Envelope[] = [];
    if (!mayHoldResponseInString(text)) {
      return found;
    }
    const scanner = createScanner(text, true);
    let string: Span | undefined;
    let token: SyntaxKind;
    do {
      token = scanner.scan();
      // A string before a colon is a name.
      if (
        string &&
        token !== SyntaxKind.ColonToken &&
        mayHoldResponseInString(text.slice(string.offset, endOf(string)))
      ) {
        this.inString(text, string).forEach((envelope) => found.push(envelope));
      }
      const span = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
      string = token === SyntaxKind.StringLiteral ? span : undefined;
    } while (token !== SyntaxKind.EOF);
    return found;
  }

  /** The envelopes in a text that was decoded from the span `holder`. */
  inDecoded(decoded: SourceMappedText, holder: Span): Envelope[] {
    return this.parseText(decoded.text).map((envelope) => ({
      ...mapEnvelope(envelope, (span) => decoded.rawSpan(span)),
      source: 'embedded',
      holder,
    }));
  }

  private inString(text: string, holder: Span): Envelope[] {
    const start = holder.offset + 1;
    const end = holder.offset + holder.length - 1;
    const base64 = /^([A-Za-z0-9+/]+)={0,2}$/.exec(text.slice(start, end))?.[1];
    if (base64 !== undefined) {
      // A truncated text is decoded up to its last complete group.
      return this.inBase64(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0)), holder);
    }
    return this.inDecoded(decodeJsonString(text, start, end), holder);
  }

  /** Base64 has no position per character, so everything is located at the whole string. */
  private inBase64(text: string, holder: Span): Envelope[] {
    return this.parseText(decodeBase64(text)).map((envelope) => ({
      ...mapEnvelope(envelope, () => holder),
      source: 'embedded',
      holder,
    }));
  }
}
