import { TextDocument } from 'vscode-languageserver-textdocument';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { ServiceContext } from '../context/serviceContext';
import { parseDocument, type ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { createItemCodeFinder, itemFailure, itemFailureAt } from '../itemCodes';
import { languageOfText } from '../languages';
import type { RequestContext } from '../request';
import { explain } from './explanation';
import { explanationToMarkdown } from './explanationMarkdown';
import { insightMarkdown, insightsOfTexts } from './insightText';
import { likelyProduct, productOfCall } from './likelyProduct';
import { explainByWording, explainLooseText, explainTexts } from './looseText';

/** Only this many failures are explained; the rest are counted. */
const maxFailures = 20;

/** A code and nothing else. Without a dot it may be any word, so it has to be known. */
const bareCode = /^[A-Z][A-Za-z0-9]{2,60}(?:\.[A-Za-z0-9_]{1,60}){0,4}$/;

/** RequestIds have no fixed form, but most are UUIDs, and no other text looks like one. */
const bareRequestId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Explains everything a text contains: responses (also unwrapped failures) and exception texts of SDKs, else known codes,
 * a wording that goes with one, or a bare RequestId. Undefined if there is none of these.
 */
export function explainText(text: string, context: ServiceContext): Markdown | undefined {
  const { catalog, l10n, settings } = context;
  const bare = text.trim().replace(/^["'`]|["'`]$/g, '');
  if (bareRequestId.test(bare)) {
    return explainRequestId(bare, context);
  }
  if (bareCode.test(bare) && (bare.includes('.') || catalog.match(bare, settings.product).kind !== 'none')) {
    return explanationToMarkdown(explain(bare, context, productOfCall({}, bare, context)), l10n);
  }
  const document = TextDocument.create('', languageOfText(text), 0, text);
  const options = { languageId: document.languageId, declared: false, unwrapped: true, reportBreaks: false };
  const recognised = parseDocument(document, options);
  // Who asks about a text says that it is a response, so it may lack its `Response`.
  const parsed =
    recognised.envelopes().length > 0 ? recognised : parseDocument(document, { ...options, declared: true });
  return parsed.envelopes().length > 0 ? explainEnvelopes(parsed, context) : explainLooseText(text, context);
}

/**
 * Explains the failure at an offset, of a call or of an item: its code, insights, message and RequestId. Undefined if it
 * does not have this code.
 */
export function explainFailureAt(
  document: ApiResponseDocument,
  offset: number,
  code: string,
  context: ServiceContext,
): Markdown | undefined {
  const envelope = document.envelopeAt(offset);
  const failure = itemFailureAt(document.text, envelope, offset, context) ?? envelope;
  return failure?.code?.value.trim() === code ? markdown.blocks(explainFailure(document, failure, context)) : undefined;
}

function explainRequestId(id: string, { l10n }: ServiceContext): Markdown {
  return markdown.blocks([
    markdown.line([markdown.strong(markdown.code(id)), markdown.text(l10n.t('may be a RequestId'))], ' — '),
    markdown.prose(
      l10n.t(
        'A RequestId means nothing by itself: support uses it to find the call. The code and the message are in the response, or in the log of the caller.',
      ),
    ),
  ]);
}

function explainEnvelopes(document: ApiResponseDocument, context: ServiceContext): Markdown {
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
      ...explainFailure(document, failure, context),
    ]),
    failures.length > shown.length
      ? markdown.text(l10n.t('{0} more failures.', failures.length - shown.length))
      : undefined,
    isOneSuccess ? explainSuccess(envelopes[0], context) : undefined,
    ...itemFailures(document, context).flatMap((failure) => [
      markdown.rule,
      ...explainFailure(document, failure, context),
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

function explainFailure(document: ApiResponseDocument, failure: Envelope, context: ServiceContext): Markdown[] {
  const { l10n } = context;
  const { code, message, requestId } = failure;
  const product = likelyProduct(document, failure, context);
  const call = (): RequestContext => document.requestOf(failure);
  const texts = { code: code?.value, message: message?.value, requestId: requestId?.value, call };
  return [
    ...(code && code.value.trim() !== ''
      ? [explainTexts({ ...texts, code: code.value }, product, context)]
      : (explainByWording(texts, product, context) ?? [
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
