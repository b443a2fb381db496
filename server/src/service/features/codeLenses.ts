import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import {
  insightLabel,
  insightsOfEnvelope,
  likelyProduct,
  policyDraft,
  summarizer,
  summaryLine,
  verdictOf,
} from '../explain';
import type { Insight } from '../insights';

/** Only the first failures of a document get lenses: more would only slow the editor down. */
const maxFailures = 1000;

/** Longer texts are not codes, and are not passed to a command. */
const maxCodeLength = 200;

/**
 * A line above each failure: what its code means, and, if the client has our commands, what can be done. Lenses are not
 * resolved lazily: creating 1,000 of them costs less than a request for each.
 */
export function getCodeLenses(document: ApiResponseDocument, context: ServiceContext): CodeLens[] {
  const summarize = summarizer(context);
  const failures = document.envelopes({ max: maxFailures, where: ({ status }) => status === 'failure' });
  return failures.flatMap((failure) => {
    // The range of a lens must be on one line.
    const range = rangeOf(document.text, { ...failure.span, length: 1 });
    // The summary is about the code, the insights about this failure.
    const product = likelyProduct(document, failure, context);
    const insights = insightsOfEnvelope(failure, context, product, document);
    const line = summaryLine(summarize(failure.code?.value, product), verdictOf(insights), context.l10n);
    const label = insightLabel(insights);
    const title = label === undefined ? line : `${line} · ${label}`;
    const place = { uri: document.text.uri, position: range.start };
    return commandsFor({ failure, insights, title, place }, context).map((command) => ({ range, command }));
  });
}

interface LensedFailure {
  readonly failure: Envelope;
  readonly insights: readonly Insight[];
  /** The text of the first lens. */
  readonly title: string;
  /** The position that identifies the failure in commands. */
  readonly place: object;
}

function commandsFor(
  { failure, insights, title, place }: LensedFailure,
  { l10n, client: { commands } }: ServiceContext,
): Command[] {
  if (!commands) {
    return [{ title, command: '' }];
  }
  const code = failure.code?.value.trim() ?? '';
  const isExplained = code !== '' && code.length <= maxCodeLength;
  const explain = { command: commands.explain, arguments: [{ code, ...place }] };
  return [
    isExplained ? { title, ...explain } : { title, command: '' },
    ...(isExplained ? [{ title: l10n.t('Explain'), ...explain }] : []),
    { title: l10n.t('Copy Support Template'), command: commands.copyTicket, arguments: [place] },
    ...(policyDraft(insights)
      ? [{ title: l10n.t('Copy CAM Policy Draft'), command: commands.copyPolicy, arguments: [place] }]
      : []),
  ];
}
