import { countUpTo } from '../base/binarySearch';
import { endOf, type Span } from '../base/span';
import type { Envelope } from '../envelope/envelope';
import type { RequestContext } from './requestFields';
import { requestsInJson } from './requestInJson';
import { requestInText } from './requestInText';

/** Finds the requests of responses in the text around them, on first use. */
export class RequestFinder {
  private readonly isJson: boolean;
  private readonly inText = new Map<number, RequestContext>();
  /** The requests of all envelopes in JSON, by the offset of the envelope: one pass over the text finds all. */
  private inJson: ReadonlyMap<number, RequestContext> | undefined;
  /** The ends of all envelopes, in ascending order. */
  private ends: readonly number[] | undefined;

  /**
   * `envelopes` must be all of the text, in order: what is before or inside one of them does not belong to a later one.
   */
  constructor(
    private readonly text: string,
    private readonly envelopes: readonly Envelope[],
  ) {
    this.isJson = /^\s*[[{]/.test(text);
  }

  requestOf(envelope: Envelope): RequestContext {
    const { offset } = envelope.span;
    if (this.isInJson(envelope)) {
      this.inJson ??= this.findInJson();
      return this.inJson.get(offset) ?? {};
    }
    let request = this.inText.get(offset);
    if (!request) {
      request = requestInText(this.text, envelope.holder ?? envelope.span, this.endBefore(offset));
      this.inText.set(offset, request);
    }
    return request;
  }

  private isInJson({ source }: Envelope): boolean {
    return source === 'json' || source === 'jsonl' || (source === 'embedded' && this.isJson);
  }

  private findInJson(): ReadonlyMap<number, RequestContext> {
    const envelopes = this.envelopes.filter((envelope) => this.isInJson(envelope));
    const found = requestsInJson(this.text, envelopes.map(responseOf));
    return new Map(envelopes.map(({ span }, index) => [span.offset, found[index] ?? {}]));
  }

  /** The end of the last envelope before an offset. */
  private endBefore(offset: number): number | undefined {
    this.ends ??= this.envelopes.map(({ span }) => endOf(span)).sort((one, other) => one - other);
    return this.ends[countUpTo(this.ends, offset) - 1];
  }
}

/** The span that contains the members of a response. */
function responseOf({ holder, shape, span }: Envelope): Span {
  return holder ?? shape?.response.span ?? span;
}
