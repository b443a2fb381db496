import type { TextDocument } from 'vscode-languageserver-textdocument';
import { endOf, shiftSpan, touches, type Span, type WholeText } from '../base/span';
import type { Break, Envelope, MissingResponse } from '../envelope/envelope';
import { shiftEnvelope } from '../envelope/mapEnvelope';
import type { Part } from '../incremental';
import { shiftItemCodes, type ItemCodeFinder, type ItemCodes } from '../itemCodes';
import type { ParseOptions } from '../parser';
import { RequestFinder, type RequestContext } from '../request';
import { byPosition, shiftFinding, type CappedFindings, type Finding, type Validator } from '../validation';

/** The part of `TextDocument` that is needed to parse it. */
export type TextSource = Pick<TextDocument, 'uri' | 'languageId' | 'version' | 'getText' | 'positionAt' | 'offsetAt'>;

/** The text of a document, as answers need it. */
export type DocumentText = Omit<TextSource, 'getText'> & WholeText;

/** Selects envelopes of a document. */
export interface EnvelopeQuery {
  /** Only envelopes that touch this span. */
  readonly within?: Span;
  /** Only envelopes that satisfy this. It must not use offsets, which are not yet relative to the document. */
  readonly where?: (envelope: Envelope) => boolean;
  /** Only the first `max` envelopes. */
  readonly max?: number;
}

/**
 * One version of a document, and the API responses in it. Everything is computed on first use. All offsets are UTF-16
 * units from the start of the document.
 */
export class ApiResponseDocument {
  private all: readonly Envelope[] | undefined;
  private requests: RequestFinder | undefined;

  /** `parts` is the output of the parser. */
  constructor(
    readonly text: DocumentText,
    readonly options: ParseOptions,
    private readonly parts: readonly Part[],
  ) {}

  /** The envelopes in the order of the text. Without a query all of them, and the same objects each time. */
  envelopes(query?: EnvelopeQuery): readonly Envelope[] {
    return query ? this.find(query) : (this.all ??= this.find({}));
  }

  /** The innermost envelope at an offset. */
  envelopeAt(offset: number): Envelope | undefined {
    let found: { readonly envelope: Envelope; readonly base: number } | undefined;
    let start = 0;
    for (const { offset: base, content } of partsNear(this.parts, offset, offset)) {
      for (const envelope of content.parsed.envelopes) {
        if (touches(envelope.span, offset - base) && base + envelope.span.offset >= start) {
          found = { envelope, base };
          start = base + envelope.span.offset;
        }
      }
    }
    return found && shiftEnvelope(found.envelope, found.base);
  }

  /** Counts the responses, and the failures among them. */
  count(): { readonly responses: number; readonly failures: number } {
    let responses = 0;
    let failures = 0;
    for (const { content } of this.parts) {
      responses += content.parsed.envelopes.length;
      for (const { status } of content.parsed.envelopes) {
        failures += status === 'failure' ? 1 : 0;
      }
    }
    return { responses, failures };
  }

  /** Whether members called `Response` were not searched, since more than 1,000 are around them. */
  isTooDeep(): boolean {
    return this.parts.some(({ content }) => content.parsed.tooDeep);
  }

  /** The reported places where the text is not JSON. */
  breaks(): Break[] {
    return this.parts.flatMap(({ offset, content }) =>
      content.parsed.breaks.map((each) => ({ ...each, span: shiftSpan(each.span, offset) })),
    );
  }

  /** The places where a declared document lacks a response. */
  missingResponses(): MissingResponse[] {
    return this.parts.flatMap(({ offset, content }) =>
      content.parsed.missingResponses.map((missing) => ({ ...missing, span: shiftSpan(missing.span, offset) })),
    );
  }

  /** The first findings in the order of the text, up to the limit of the validator, and the total number. */
  findings(validator: Validator): CappedFindings {
    const { max } = validator;
    let first: Finding[] = [];
    let total = 0;
    for (const { offset, content } of this.parts) {
      const found = validator.validate(content);
      total += found.total;
      for (const finding of found.first) {
        first.push(shiftFinding(finding, offset));
      }
      // Parts may overlap, so the first findings are known only after sorting.
      if (first.length > 10 * max) {
        first = first.sort(byPosition).slice(0, max);
      }
    }
    return { first: first.sort(byPosition).slice(0, max), total };
  }

  /** The codes inside payloads, in the order of their responses. */
  itemCodes(find: ItemCodeFinder): ItemCodes[] {
    const found = this.parts.flatMap(({ offset, content }) =>
      find(content).map((itemCodes) => shiftItemCodes(itemCodes, offset)),
    );
    return found.sort((one, other) => one.envelope.span.offset - other.envelope.span.offset);
  }

  /** The request that an envelope answers, as far as the text around it shows. */
  requestOf(envelope: Envelope): RequestContext {
    this.requests ??= new RequestFinder(this.text.slice(0, this.text.length), this.envelopes());
    return this.requests.requestOf(envelope);
  }

  private find({ within, where = () => true, max = Infinity }: EnvelopeQuery): Envelope[] {
    const end = within ? endOf(within) : Infinity;
    const found: { readonly envelope: Envelope; readonly base: number; readonly start: number }[] = [];
    let last = 0;
    for (const { offset: base, content } of partsNear(this.parts, within?.offset ?? 0, end)) {
      for (const envelope of content.parsed.envelopes) {
        const start = base + envelope.span.offset;
        if (start > end || (found.length >= max && start > last)) {
          break;
        }
        const isNear = !within || base + endOf(envelope.span) >= within.offset;
        if (isNear && where(envelope)) {
          found.push({ envelope, base, start });
          last = Math.max(last, start);
        }
      }
    }
    found.sort((one, other) => one.start - other.start);
    return found.slice(0, max).map(({ envelope, base }) => shiftEnvelope(envelope, base));
  }
}

/** The parts that may reach into a stretch: most documents have many, and most requests are about one place. */
function partsNear(parts: readonly Part[], start: number, end: number): readonly Part[] {
  return parts.filter(({ offset, content: { text } }) => {
    const length = typeof text === 'string' ? text.length : Infinity;
    return offset <= end && offset + length >= start;
  });
}
