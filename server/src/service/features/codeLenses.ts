import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { insightLabel, insightsOfEnvelope, likelyProduct, policyDraft, summarizer } from '../explain';
import type { Insight } from '../insights';

/** Failures that have lenses, the first ones of a document: more help nobody, and make the editor slow. */
const maxFailures = 1000;

/** A longer text is no code, and no argument of a command. */
const maxCodeLength = 200;

/**
 * A line above each failure: what its code means, and what can be done. A client without our commands gets the former
 * only. Lenses are made at once: those of 1,000 failures cost less than asking for each of them.
 */
export function getCodeLenses(document: ApiResponseDocument, context: ServiceContext): CodeLens[] {
  const summarize = summarizer(context);
  const failures = document.envelopes({ max: maxFailures, where: ({ status }) => status === 'failure' });
  return failures.flatMap((failure) => {
    // A lens has a place on one line only.
    const range = rangeOf(document.text, { ...failure.span, length: 1 });
    // A summary belongs to the code; insights are this failure's own.
    const insights = insightsOfEnvelope(failure, context.l10n);
    const { line } = summarize(failure.code?.value, likelyProduct(document, failure, context));
    const label = insightLabel(insights);
    const title = label === undefined ? line : `${line} · ${label}`;
    const place = { uri: document.text.uri, position: range.start };
    return commandsFor({ failure, insights, title, place }, context).map((command) => ({ range, command }));
  });
}

interface LensedFailure {
  readonly failure: Envelope;
  readonly insights: readonly Insight[];
  /** What the failure comes to. */
  readonly title: string;
  /** What identifies the failure to the client's commands. */
  readonly place: object;
}

function commandsFor(
  { failure, insights, title, place }: LensedFailure,
  { l10n, client: { lensCommands: commands } }: ServiceContext,
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
