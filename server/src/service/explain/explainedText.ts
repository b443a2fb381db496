import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import type { FailureTexts } from '../insights';
import { codeOfWording } from '../insights/codeOfWording';
import { redact, redactAll } from '../redaction';
import { itemFailures } from './explainText';
import { explain, type Explanation } from './explanation';
import { insightsOfTexts, sentenceText, verdictOf } from './insightText';
import { likelyProduct, productOfCall } from './likelyProduct';
import { looseFailures } from './looseText';
import { contentOf } from './textContent';

/** A failure in a text, explained. */
export interface ExplainedFailure {
  /** Absent if the failure has no code, and a message whose wording is not known. */
  readonly explanation?: Explanation;
  /** Whether the failure has no code, and the explanation is of the one that its wording goes with. */
  readonly isByWording: boolean;
  /** What the message adds, one sentence or a few each. */
  readonly insights: readonly string[];
  readonly message?: string;
  readonly requestId?: string;
}

/** What a text has in it, explained. */
export interface ExplainedText {
  /** The number of responses and exceptions, and of those that failed. */
  readonly responses: number;
  readonly failed: number;
  /** All failures of calls, then the first with each code of items of a batch or of asynchronous jobs. */
  readonly failures: readonly ExplainedFailure[];
  /** The only RequestId, if there is no failure: of a success, or by itself. */
  readonly requestId?: string;
}

const noResponses = { responses: 0, failed: 0 };

/** Explains everything that a text contains, as data without secrets; undefined if there is nothing to explain. */
export function explainedText(text: string, context: ServiceContext, languageId?: string): ExplainedText | undefined {
  const content = contentOf(text, context, languageId);
  switch (content.kind) {
    case 'requestId':
      return { ...noResponses, failures: [], requestId: content.id };
    case 'code': {
      const { code } = content;
      const explanation = explain(code, context, productOfCall({}, code, context));
      return { ...noResponses, failures: [{ explanation, isByWording: false, insights: [] }] };
    }
    case 'document':
      return explainedDocument(content.document, context);
    default: {
      const failures = looseFailures(text, context).map(({ texts, product, message }) =>
        explained(texts, product, context, message),
      );
      return failures.length === 0 ? undefined : { ...noResponses, failures };
    }
  }
}

function explainedDocument(document: ApiResponseDocument, context: ServiceContext): ExplainedText {
  const envelopes = document.envelopes();
  const failures = envelopes.filter(({ status }) => status === 'failure');
  const all = [...failures, ...itemFailures(document, context)];
  const id = envelopes.length === 1 ? envelopes[0]?.requestId?.value : undefined;
  return {
    responses: envelopes.length,
    failed: failures.length,
    failures: all.map((failure) => explainedEnvelope(document, failure, context)),
    ...(all.length === 0 && id !== undefined ? { requestId: redact(id, context.l10n).text } : {}),
  };
}

function explainedEnvelope(
  document: ApiResponseDocument,
  failure: Envelope,
  context: ServiceContext,
): ExplainedFailure {
  const texts = {
    code: failure.code?.value,
    message: failure.message?.value,
    requestId: failure.requestId?.value,
    call: () => document.requestOf(failure),
  };
  return explained(texts, likelyProduct(document, failure, context), context, texts.message);
}

/** `shown` is the message as far as it is told from the text around it. Secrets are taken out before all else. */
function explained(
  texts: FailureTexts,
  product: string,
  context: ServiceContext,
  shown: string | undefined,
): ExplainedFailure {
  const given = [texts.code, texts.message, texts.requestId, shown];
  const clean = redactAll(
    given.map((text) => text ?? ''),
    context.l10n,
  ).map(({ text }, index) => (given[index] === undefined ? undefined : text));
  const [own, message, requestId, shownMessage] = clean;
  const hasCode = own !== undefined && own.trim() !== '';
  const code = hasCode ? own : codeOfWording(message ?? '');
  const insights = insightsOfTexts({ ...texts, code, message, requestId }, context, product);
  return {
    ...(code === undefined ? {} : { explanation: explain(code, context, product, verdictOf(insights)) }),
    isByWording: !hasCode && code !== undefined,
    insights: insights.map(({ sentences }) => sentences.map(sentenceText).join(' ')),
    ...(shownMessage ? { message: shownMessage } : {}),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
