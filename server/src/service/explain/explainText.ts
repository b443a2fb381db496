import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { createItemCodeFinder, itemFailure, itemFailureAt } from '../itemCodes';
import type { RequestContext } from '../request';
import { explain } from './explanation';
import { explanationToMarkdown, type Form } from './explanationMarkdown';
import { insightMarkdown, insightsOfTexts } from './insightText';
import { likelyProduct, productOfCall } from './likelyProduct';
import { explainByWording, explainLooseText, explainTexts } from './looseText';
import { contentOf } from './textContent';

/** Only this many failures are explained; the rest are counted. */
const maxFailures = 20;

/**
 * Explains everything a text contains: responses (also unwrapped failures) and exception texts of SDKs, else known codes,
 * a wording that goes with one, or a bare RequestId. Undefined if there is none of these.
 */
export function explainText(text: string, context: ServiceContext, form?: Form): Markdown | undefined {
  const content = contentOf(text, context);
  switch (content.kind) {
    case 'requestId':
      return explainRequestId(content.id, context);
    case 'code': {
      const { code } = content;
      return explanationToMarkdown(explain(code, context, productOfCall({}, code, context)), context.l10n, { form });
    }
    case 'document':
      return explainEnvelopes(content.document, context, form);
    default:
      return explainLooseText(text, context, form);
  }
}

/** A place in a document, the code that is wanted there, and how it is explained. */
export interface WantedCode {
  readonly offset: number;
  readonly code: string;
  readonly form: Form | undefined;
}

/** The explanation of a failure, or of a code in source code. */
export interface PlaceExplanation {
  readonly markdown: Markdown;
  /** The product whose code it is; empty if unknown. */
  readonly product: string;
}

/**
 * Explains the failure at an offset, of a call or of an item: its code, insights, message and RequestId. Undefined if it
 * does not have this code.
 */
export function explainFailureAt(
  document: ApiResponseDocument,
  { offset, code, form }: WantedCode,
  context: ServiceContext,
): PlaceExplanation | undefined {
  const envelope = document.envelopeAt(offset);
  const failure = itemFailureAt(document.text, envelope, offset, context) ?? envelope;
  return failure?.code?.value.trim() === code
    ? {
        markdown: markdown.blocks(explainFailure(document, failure, context, form)),
        product: likelyProduct(document, failure, context),
      }
    : undefined;
}

function explainRequestId(id: string, { l10n }: ServiceContext): Markdown {
  return markdown.blocks([
    markdown.line([markdown.strong(markdown.code(id)), markdown.text(l10n.t('may be a RequestId'))], ' — '),
    markdown.prose(
      l10n.t("A RequestId alone explains nothing; find the code and message in the response or the caller's log."),
    ),
  ]);
}

function explainEnvelopes(document: ApiResponseDocument, context: ServiceContext, form?: Form): Markdown {
  const { l10n } = context;
  const envelopes = document.envelopes();
  const failures = envelopes.filter(({ status }) => status === 'failure');
  const shown = failures.slice(0, maxFailures);
  const isOneSuccess = failures.length === 0 && envelopes.length === 1;
  return markdown.blocks([
    envelopes.length > 1
      ? markdown.text(l10n.t('{0} responses, {1} failed.', envelopes.length, failures.length))
      : undefined,
    ...shown.flatMap((failure, index) => [
      index > 0 ? markdown.rule : undefined,
      ...explainFailure(document, failure, context, form),
    ]),
    failures.length > shown.length
      ? markdown.text(l10n.t('{0} more failures.', failures.length - shown.length))
      : undefined,
    isOneSuccess ? explainSuccess(envelopes[0], context) : undefined,
    ...itemFailures(document, context).flatMap((failure) => [
      markdown.rule,
      ...explainFailure(document, failure, context, form),
    ]),
  ]);
}

/** The first failure of an item with each code inside a payload. */
export function itemFailures(document: ApiResponseDocument, context: ServiceContext): Envelope[] {
  const found = new Map<string, Envelope>();
  for (const { envelope, codes } of document.itemCodes(createItemCodeFinder(context))) {
    for (const code of codes) {
      if (!found.has(code.value) && found.size < maxFailures) {
        found.set(code.value, itemFailure(document.text, envelope, code));
      }
    }
  }
  return [...found.values()];
}

function explainFailure(
  document: ApiResponseDocument,
  failure: Envelope,
  context: ServiceContext,
  form?: Form,
): Markdown[] {
  const { l10n } = context;
  const { code, message, requestId } = failure;
  const product = likelyProduct(document, failure, context);
  const call = (): RequestContext => document.requestOf(failure);
  const texts = { code: code?.value, message: message?.value, requestId: requestId?.value, call };
  return [
    ...(code && code.value.trim() !== ''
      ? [explainTexts({ ...texts, code: code.value }, product, context, form)]
      : (explainByWording(texts, product, context, form) ?? [
          markdown.prose(l10n.t('The call failed, and the text has no code.')),
          ...insightMarkdown(insightsOfTexts(texts, context, product)),
        ])),
    ...(message
      ? [markdown.line([markdown.strong(markdown.text(l10n.t('Message:'))), markdown.text(message.value)], ' ')]
      : []),
    ...(requestId
      ? [markdown.line([markdown.strong(markdown.text(l10n.t('RequestId:'))), markdown.code(requestId.value)], ' ')]
      : []),
  ];
}

function explainSuccess(envelope: Envelope | undefined, { l10n }: ServiceContext): Markdown {
  const id = envelope?.requestId?.value;
  return markdown.line([
    markdown.text(l10n.t('The call succeeded: the response has no Error.')),
    ...(id === undefined ? [] : [markdown.text(` ${l10n.t('RequestId:')} `), markdown.code(id)]),
  ]);
}
