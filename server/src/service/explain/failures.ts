import { quoted } from '../base/plainText';
import type { Span } from '../base/span';
import type { Fault } from '../base/verdict';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { itemFailure, type ItemCodeFinder } from '../itemCodes';
import { callOf } from './callOf';
import { knownDescription } from './explanation';
import { insightsOfEnvelope, verdictOf } from './insightText';
import { productOfCall } from './likelyProduct';
import { summarizer } from './summary';

/** A failure in a list of many. Unknown values are empty strings. */
export interface Failure {
  readonly span: Span;
  readonly code: string;
  /** Plain text. */
  readonly description: string;
  readonly message: string;
  readonly requestId: string;
  readonly product: string;
  readonly action: string;
  readonly region: string;
  readonly fault: Fault | '';
  /** When the call was sent, as written in the text. */
  readonly time: string;
  /** It is the failure of an item of the response. */
  readonly item?: true;
}

/** The failures of a document, in the order of the text. */
export function listFailures(document: ApiResponseDocument, context: ServiceContext): Failure[] {
  const summarize = summarizer(context);
  return document
    .envelopes()
    .filter(({ status }) => status === 'failure')
    .map((envelope) => describe(document, envelope, context, summarize));
}

/** The failures of items, in the order of their responses. The span is that of the code. */
export function listItemFailures(
  document: ApiResponseDocument,
  context: ServiceContext,
  find: ItemCodeFinder,
): Failure[] {
  const summarize = summarizer(context);
  return document.itemCodes(find).flatMap(({ envelope, codes }) =>
    codes.map((code) => ({
      ...describe(document, itemFailure(document.text, envelope, code), context, summarize),
      span: code.span,
      item: true as const,
    })),
  );
}

function describe(
  document: ApiResponseDocument,
  envelope: Envelope,
  context: ServiceContext,
  summarize: ReturnType<typeof summarizer>,
): Failure {
  const request = callOf(document, envelope);
  const code = envelope.code?.value.trim() ?? '';
  const product = productOfCall(request, code, context);
  const { fault = '' } =
    verdictOf(insightsOfEnvelope(envelope, context, product, document)) ?? summarize(code, product);
  return {
    span: envelope.span,
    code,
    description: quoted(knownDescription(context.catalog.match(code, product), product, context.l10n)),
    message: envelope.message?.value.trim() ?? '',
    requestId: envelope.requestId?.value.trim() ?? '',
    product,
    action: request.action ?? '',
    region: request.region ?? '',
    fault,
    time: request.time ?? '',
  };
}
