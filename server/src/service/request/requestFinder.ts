import { countUpTo } from '../base/binarySearch';
import { endOf, type Span } from '../base/span';
import type { Envelope } from '../envelope/envelope';
import type { RequestContext } from './requestFields';
import { requestsInJson } from './requestInJson';
import { requestInText } from './requestInText';

/** Looks for the requests of responses in the text around them, each when it is first asked for. */
export class RequestFinder {
  private readonly isJson: boolean;
  private readonly inText = new Map<number, RequestContext>();
  /** The requests of all envelopes in JSON, by the offsets of these: they take one walk through the text. */
  private inJson: ReadonlyMap<number, RequestContext> | undefined;
  /** Where envelopes end, in ascending order. */
  private ends: readonly number[] | undefined;

  /**
   * `envelopes` are all those of the text, in its order: what is in one of them, or before one, belongs to no other after
   * it.
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

  /** Where the last envelope before an offset ends. */
  private endBefore(offset: number): number | undefined {
    this.ends ??= this.envelopes.map(({ span }) => endOf(span)).sort((one, other) => one - other);
    return this.ends[countUpTo(this.ends, offset) - 1];
  }
}

/** What holds the members of a response. */
function responseOf({ holder, shape, span }: Envelope): Span {
  return holder ?? shape?.response.span ?? span;
}
