import type { TextDocument } from 'vscode-languageserver-textdocument';
import { endOf, shiftSpan, touches, type Span, type WholeText } from '../base/span';
import type { Break, Envelope, MissingResponse } from '../envelope/envelope';
import { shiftEnvelope } from '../envelope/mapEnvelope';
import type { Part } from '../incremental';
import type { ParseOptions } from '../parser';
import { RequestFinder, type RequestContext } from '../request';
import { byPosition, shiftFinding, type CappedFindings, type Finding, type Validator } from '../validation';

/** What of a text document is needed to parse it. */
export type TextSource = Pick<TextDocument, 'uri' | 'languageId' | 'version' | 'getText' | 'positionAt' | 'offsetAt'>;

/** The text of a document, as far as answers need it. */
export type DocumentText = Omit<TextSource, 'getText'> & WholeText;

/** Which envelopes of a document are wanted. */
export interface EnvelopeQuery {
  /** Only those that touch this stretch. */
  readonly within?: Span;
  /** Only those for which this holds. It must not look at places, which may count from elsewhere. */
  readonly where?: (envelope: Envelope) => boolean;
  /** At most so many, the first ones. */
  readonly max?: number;
}

/**
 * One version of a document, and all that it says about API responses. Everything is computed when it is first asked
 * for, and all offsets are UTF-16 units from the start of the document.
 */
export class ApiResponseDocument {
  private all: readonly Envelope[] | undefined;
  private requests: RequestFinder | undefined;

  /** `parts` are what the parser found, of which nobody else needs to know. */
  constructor(
    readonly text: DocumentText,
    readonly options: ParseOptions,
    private readonly parts: readonly Part[],
  ) {}

  /** The envelopes in the order of the text. Without a query all of them, which are the same objects each time. */
  envelopes(query?: EnvelopeQuery): readonly Envelope[] {
    return query ? this.find(query) : (this.all ??= this.find({}));
  }

  /** The envelope at an offset; of those that hold each other the innermost. */
  envelopeAt(offset: number): Envelope | undefined {
    let found: { readonly envelope: Envelope; readonly base: number } | undefined;
    let start = 0;
    for (const { offset: base, content } of this.parts) {
      for (const envelope of content.parsed.envelopes) {
        if (touches(envelope.span, offset - base) && base + envelope.span.offset >= start) {
          found = { envelope, base };
          start = base + envelope.span.offset;
        }
      }
    }
    return found && shiftEnvelope(found.envelope, found.base);
  }

  /** How many responses there are, and how many of them are failures. */
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

  /** Where the text is not JSON, as far as that is reported. */
  breaks(): Break[] {
    return this.parts.flatMap(({ offset, content }) =>
      content.parsed.breaks.map((each) => ({ ...each, span: shiftSpan(each.span, offset) })),
    );
  }

  /** Where a declared document has no response. */
  missingResponses(): MissingResponse[] {
    return this.parts.flatMap(({ offset, content }) =>
      content.parsed.missingResponses.map((missing) => ({ ...missing, span: shiftSpan(missing.span, offset) })),
    );
  }

  /** The first findings in the order of the text, as many as the validator shows, and how many there are in all. */
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
      // Parts may overlap: only of all of them together some are not worth keeping.
      if (first.length > 10 * max) {
        first = first.sort(byPosition).slice(0, max);
      }
    }
    return { first: first.sort(byPosition).slice(0, max), total };
  }

  /** What the text around an envelope of this document tells of the request that it answers. */
  requestOf(envelope: Envelope): RequestContext {
    this.requests ??= new RequestFinder(this.text.slice(0, this.text.length), this.envelopes());
    return this.requests.requestOf(envelope);
  }

  /** Parts that begin after the last envelope that fits are not looked into. */
  private find({ within, where = () => true, max = Infinity }: EnvelopeQuery): Envelope[] {
    const end = within ? endOf(within) : Infinity;
    const found: { readonly envelope: Envelope; readonly base: number; readonly start: number }[] = [];
    let last = 0;
    for (const { offset: base, content } of this.parts) {
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
