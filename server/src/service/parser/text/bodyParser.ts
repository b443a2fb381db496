import type { SourceMappedText } from '../../base/sourceMappedText';
import type { Span } from '../../base/span';
import type { Envelope, SourceKind } from '../../envelope/envelope';
import { mapEnvelope } from '../../envelope/mapEnvelope';
import { mayHoldResponse } from '../../languages';
import type { EmbeddedParser } from '../embedded/embeddedParser';
import { JsonParser } from '../json/jsonParser';

/** What shows that a line is about Tencent Cloud. */
const vendor = /tencent|tccli|qcloud|腾讯云/i;

/** How far before a body, and after it, a line is searched for it, in UTF-16 units. */
const maxDistance = 1_000;

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
    if (found.length > 0 || !mayBeUnwrapped(body) || !isAboutVendor(text, start, end)) {
      return found;
    }
    return this.unwrapped
      .parse(body, start)
      .envelopes.filter(({ code, message, requestId }) => code && message && requestId);
  }

  /** The envelopes of JSON that was decoded from the span `holder`. */
  parseDecoded(decoded: SourceMappedText, holder: Span): Envelope[] {
    return this.wrapped.parse(decoded.text).envelopes.map((envelope) => ({
      ...mapEnvelope(envelope, (span) => decoded.rawSpan(span)),
      source: 'embedded',
      holder,
    }));
  }
}

function mayBeUnwrapped(body: string): boolean {
  return body.includes('"Error"') && body.includes('"RequestId"');
}

/** Whether Tencent Cloud is named in the line of a body, before or after it. */
function isAboutVendor(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - maxDistance), start);
  const [after = ''] = text.slice(end, end + maxDistance).split('\n', 1);
  return vendor.test(before.slice(before.lastIndexOf('\n') + 1)) || vendor.test(after);
}
