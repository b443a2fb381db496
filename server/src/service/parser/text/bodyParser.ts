import type { SourceMappedText } from '../../base/sourceMappedText';
import type { Span } from '../../base/span';
import type { Envelope, SourceKind } from '../../envelope/envelope';
import { mapEnvelope } from '../../envelope/mapEnvelope';
import { mayHoldResponse } from '../../languages';
import type { EmbeddedParser } from '../embedded/embeddedParser';
import { JsonParser } from '../json/jsonParser';
import { isElided } from './codeShape';
import { isAboutVendor } from './vendor';

/** Parses the JSON in a text that is not JSON. */
export class BodyParser {
  private readonly wrapped: JsonParser;
  private readonly unwrapped: JsonParser;

  constructor(source: SourceKind, embedded: EmbeddedParser | undefined) {
    const options = { source, declared: false, comments: false, reportBreaks: false };
    this.wrapped = new JsonParser({ ...options, unwrapped: false }, embedded);
    this.unwrapped = new JsonParser({ ...options, unwrapped: true });
  }

  /** The envelopes of the JSON between two offsets of a text. */
  parse(text: string, start: number, end: number): readonly Envelope[] {
    const body = text.slice(start, end);
    const found = mayHoldResponse(body) ? this.wrapped.parse(body, start).envelopes : [];
    if (found.some(isTemplate)) {
      return found.filter((envelope) => !isTemplate(envelope));
    }
    if (found.length > 0 || !mayBeUnwrapped(body) || !isAboutVendor(text, start, end)) {
      return found;
    }
    return this.unwrapped
      .parse(body, start)
      .envelopes.filter(({ code, message, requestId }) => code && message && requestId);
  }

  /** The envelopes of JSON that was decoded from the span `holder`. */
  parseDecoded(decoded: SourceMappedText, holder: Span): Envelope[] {
    const found = this.wrapped.parse(decoded.text).envelopes.filter((envelope) => !isTemplate(envelope));
    return found.map((envelope) => ({
      ...mapEnvelope(envelope, (span) => decoded.rawSpan(span)),
      source: 'embedded',
      holder,
    }));
  }
}

function mayBeUnwrapped(body: string): boolean {
  return body.includes('"Error"') && body.includes('"RequestId"');
}

/** Whether a body has been written down to show its form. */
function isTemplate({ status, code, message, requestId }: Envelope): boolean {
  return isElided((status === 'failure' ? (code ?? message) : requestId)?.value);
}
