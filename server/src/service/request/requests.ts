import { endOf, type Span } from '../base/span';
import { type Envelope } from '../envelope/envelope';
import type { RequestContext } from './requestFields';
import { requestsInJson } from './requestInJson';
import { requestInText } from './requestInText';

/**
 * Looks for the requests of responses in the text around them. `envelopes` are all those of the text, in its order: what
 * is in one of them, or before one, belongs to no other behind it. Only requests that are wanted are looked for.
 */
export function requestsOf(
  text: string,
  envelopes: readonly Envelope[],
  isWanted: (envelope: Envelope) => boolean = () => true,
): ReadonlyMap<Envelope, RequestContext> {
  const isJson = /^\s*[[{]/.test(text);
  const isInJson = ({ source }: Envelope): boolean =>
    source === 'json' || source === 'jsonl' || (source === 'embedded' && isJson);
  const inJson = envelopes.filter(isInJson);
  const found = inJson.some(isWanted) ? requestsInJson(text, inJson.map(responseOf)) : [];
  const previousEnds = endsBefore(envelopes);
  const requests = new Map<Envelope, RequestContext>();
  inJson.forEach((envelope, index) => requests.set(envelope, found[index] ?? {}));
  envelopes.forEach((envelope, index) => {
    if (!isInJson(envelope) && isWanted(envelope)) {
      requests.set(envelope, requestInText(text, envelope.holder ?? envelope.span, previousEnds[index]));
    }
  });
  return requests;
}

/** What holds the members of a response. */
function responseOf({ holder, shape, span }: Envelope): Span {
  return holder ?? shape?.response.span ?? span;
}

/** Where the last envelope before each one ends. */
function endsBefore(envelopes: readonly Envelope[]): (number | undefined)[] {
  const ends = envelopes.map(({ span }) => endOf(span)).sort((one, other) => one - other);
  let count = 0;
  return envelopes.map(({ span }) => {
    while (count < ends.length && (ends[count] ?? 0) <= span.offset) {
      count++;
    }
    return ends[count - 1];
  });
}
