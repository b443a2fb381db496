import type { WholeText } from '../base/span';
import type { Catalog } from '../catalog';
import type { Envelope } from '../envelope/envelope';
import { insightsOf } from '../insights';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { envelopeAt, languageOfText, readDocument, type Part } from '../document';
import { explain, explanationToMarkdown } from './explanation';
import { insightMarkdown, textsOf } from './insightText';
import { likelyProduct } from './likelyProduct';
import * as l10n from '../base/localizer';

/** More failures than this at once are not explained; their number is told. */
const mostFailures = 20;

/** A code and nothing else; one word may be any word, so it has to be known. */
const bareCode = /^[A-Z][A-Za-z0-9]{2,60}(?:\.[A-Za-z0-9_]{1,60}){0,4}$/;

/** Ids of requests have no fixed form; most are UUIDs, and no other text looks like one. */
const bareRequestId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Explains whatever a text holds: responses (the inside of one too, as `tccli` prints it), exception texts of SDKs, a bare
 * code or a bare RequestId; undefined where it holds none of them.
 */
export function explainText(text: string, catalog: Catalog, product = ''): Markdown | undefined {
  const bare = text.trim().replace(/^["'`]|["'`]$/g, '');
  if (bareRequestId.test(bare)) {
    return markdown.blocks([
      markdown.line([markdown.strong(markdown.code(bare)), markdown.text(l10n.t('may be a RequestId'))], ' — '),
      markdown.prose(
        l10n.t(
          'A RequestId says nothing by itself: support finds the call by it. The code and the message stand in the response, or in the log of whoever called.',
        ),
      ),
    ]);
  }
  if (bareCode.test(bare) && (bare.includes('.') || catalog.match(bare, product).kind !== 'none')) {
    return explanationToMarkdown(explain(catalog, bare, product));
  }
  const responses = readDocument(text, { languageId: languageOfText(text), declared: false, unwrapped: true });
  const { envelopes } = responses;
  const parts = [{ base: 0, text, responses, memory: {} }];
  const productOf = (failure: Envelope): string => likelyProduct(catalog, text, parts, failure, product);
  return envelopes.length > 0 ? explainEnvelopes(envelopes, catalog, productOf) : undefined;
}

/**
 * Explains the failure at an offset of a document: its code, what its message adds, and what else it says; undefined where
 * that is no failure with this code.
 */
export function explainFailureAt(
  document: WholeText,
  parts: readonly Part[],
  offset: number,
  code: string,
  catalog: Catalog,
  product = '',
): Markdown | undefined {
  const failure = envelopeAt(parts, offset);
  if (failure?.code?.value.trim() !== code) {
    return undefined;
  }
  return markdown.blocks(explainFailure(failure, catalog, likelyProduct(catalog, document, parts, failure, product)));
}

function explainEnvelopes(
  envelopes: readonly Envelope[],
  catalog: Catalog,
  productOf: (failure: Envelope) => string,
): Markdown {
  const failures = envelopes.filter(({ status }) => status === 'failure');
  const successes = envelopes.length - failures.length;
  const shown = failures.slice(0, mostFailures);
  return markdown.blocks([
    envelopes.length > 1
      ? markdown.text(l10n.t('{0} responses, {1} failed.', envelopes.length, failures.length))
      : undefined,
    ...shown.flatMap((failure, index) => [
      index > 0 ? markdown.rule : undefined,
      ...explainFailure(failure, catalog, productOf(failure)),
    ]),
    failures.length > shown.length
      ? markdown.text(l10n.t('{0} more failures.', failures.length - shown.length))
      : undefined,
    failures.length === 0 && successes === 1 ? success(envelopes[0]) : undefined,
  ]);
}

function explainFailure(failure: Envelope, catalog: Catalog, product: string): Markdown[] {
  const { code, message, requestId } = failure;
  const insights = insightMarkdown(insightsOf(textsOf(failure)));
  return [
    ...(code && code.value.trim() !== ''
      ? [explanationToMarkdown(explain(catalog, code.value, product), insights)]
      : [markdown.prose(l10n.t('The call failed, and the text has no code.')), ...insights]),
    ...(message
      ? [markdown.line([markdown.strong(markdown.text(l10n.t('Message:'))), markdown.text(message.value)], ' ')]
      : []),
    ...(requestId
      ? [markdown.line([markdown.strong(markdown.text(l10n.t('RequestId:'))), markdown.code(requestId.value)], ' ')]
      : []),
  ];
}

function success(envelope: Envelope | undefined): Markdown {
  const id = envelope?.requestId?.value;
  return markdown.line([
    markdown.text(l10n.t('The call succeeded: the response has no Error.')),
    ...(id === undefined ? [] : [markdown.text(` ${l10n.t('RequestId:')} `), markdown.code(id)]),
  ]);
}
