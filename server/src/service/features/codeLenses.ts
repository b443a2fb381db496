import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Localizer } from '../base/localizer';
import type { ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument } from '../document';
import type { Envelope, Text } from '../envelope/envelope';
import {
  explainArgument,
  insightLabel,
  insightsOfEnvelope,
  likelyProduct,
  policyDraft,
  summarizer,
  verdictOf,
  verdictWords,
  type ExplainArgument,
} from '../explain';
import type { ItemCodeFinder, ItemCodes } from '../itemCodes';

/** Only the first failures of a document, and the first responses with codes inside, get lenses: more would be slow. */
const maxFailures = 1000;

/** The actions after a longer label would be out of sight in a window of usual width. In UTF-16 units. */
const maxLabelLength = 60;

/**
 * A line above each failure: what its code means, whose fault it is and whether to retry. If the client has our commands,
 * what can be done comes right after the meaning, and the meaning itself leads to the explanation. Above each response
 * with codes inside its payload: how many, and what the most frequent one means. Lenses are not resolved lazily: creating
 * 1,000 of them costs less than a request for each.
 */
export function getCodeLenses(
  document: ApiResponseDocument,
  context: ServiceContext,
  findItemCodes: ItemCodeFinder,
): CodeLens[] {
  const summarize = summarizer(context);
  const items = document.itemCodes(findItemCodes).slice(0, maxFailures);
  return [
    ...lensesOfFailures(document, context, summarize),
    ...items.map((each) => lensOfItems(document, each, context, summarize)),
  ];
}

function lensesOfFailures(
  document: ApiResponseDocument,
  context: ServiceContext,
  summarize: ReturnType<typeof summarizer>,
): CodeLens[] {
  const failures = document.envelopes({ max: maxFailures, where: ({ status }) => status === 'failure' });
  return failures.flatMap((failure) => {
    // The range of a lens must be on one line.
    const range = rangeOf(document.text, { ...failure.span, length: 1 });
    // The summary is about the code, the insights about this failure.
    const product = likelyProduct(document, failure, context);
    const insights = insightsOfEnvelope(failure, context, product, document);
    const summary = summarize(failure.code?.value, product);
    const label = insightLabel(insights);
    const verdict = verdictWords(summary, verdictOf(insights), context.l10n);
    const details = [...(label === undefined ? [] : [label]), ...verdict];
    const place = { uri: document.text.uri, position: range.start };
    const lensed = { failure, title: summary.title, details, place, hasPolicy: policyDraft(insights) !== undefined };
    return commandsFor(lensed, context).map((command) => ({ range, command }));
  });
}

interface LensedFailure {
  readonly failure: Envelope;
  /** What the code means. */
  readonly title: string;
  /** What the message adds, whose fault it is, whether to retry. */
  readonly details: readonly string[];
  readonly hasPolicy: boolean;
  /** The position that identifies the failure in commands. */
  readonly place: Omit<ExplainArgument, 'code'>;
}

function commandsFor(
  { failure, title, details, place, hasPolicy }: LensedFailure,
  { l10n, client: { commands } }: ServiceContext,
): Command[] {
  if (!commands) {
    return [{ title: [title, ...details].join(' · '), command: '' }];
  }
  const argument = explainArgument(failure.code?.value ?? '', place);
  const explain = argument ? { command: commands.explain, arguments: [argument] } : { command: '' };
  return [
    { title: shortened(title), ...explain },
    { title: l10n.t('Copy Support Ticket'), command: commands.copyTicket, arguments: [place] },
    ...(hasPolicy
      ? [{ title: l10n.t('Copy CAM Policy Draft'), command: commands.copyPolicy, arguments: [place] }]
      : []),
    ...(details.length > 0 ? [{ title: details.join(' · '), ...explain }] : []),
  ];
}

/** A label that ends with a word. Where words are not separated, it is cut anywhere. */
function shortened(label: string): string {
  if (label.length <= maxLabelLength) {
    return label;
  }
  const end = label.lastIndexOf(' ', maxLabelLength);
  return `${label.slice(0, end > 0 ? end : maxLabelLength)}…`;
}

/** One lens for all items of a response. It explains the most frequent code. */
function lensOfItems(
  document: ApiResponseDocument,
  itemCodes: ItemCodes,
  context: ServiceContext,
  summarize: ReturnType<typeof summarizer>,
): CodeLens {
  const { l10n, client } = context;
  const { envelope } = itemCodes;
  const [code, ...others] = mostFrequentFirst(itemCodes.codes);
  const product = likelyProduct(document, { ...envelope, code }, context);
  const parts = [
    countAndCode(itemCodes, code?.value ?? '', l10n),
    summarize(code?.value, product).title,
    ...(others.length > 0
      ? [others.length === 1 ? l10n.t('and 1 more code') : l10n.t('and {0} more codes', others.length)]
      : []),
  ];
  const position = document.text.positionAt(code?.span.offset ?? envelope.span.offset);
  const explain = { code: code?.value ?? '', uri: document.text.uri, position };
  const title = parts.join(' · ');
  return {
    range: rangeOf(document.text, { ...envelope.span, length: 1 }),
    command: client.commands
      ? { title, command: client.commands.explain, arguments: [explain] }
      : { title, command: '' },
  };
}

/** The first place of each code. */
function mostFrequentFirst(codes: readonly Text[]): Text[] {
  const counts = new Map<string, { readonly first: Text; count: number }>();
  for (const code of codes) {
    const known = counts.get(code.value) ?? { first: code, count: 0 };
    known.count++;
    counts.set(code.value, known);
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).map(({ first }) => first);
}

/** That items failed is only said if others of the same list did not: a code may also say why something cannot be done. */
function countAndCode({ codes: { length }, total = 0 }: ItemCodes, code: string, l10n: Localizer): string {
  if (total > length) {
    return l10n.t('{0} of {1} items failed: {2}', length, total, code);
  }
  return length === 1
    ? l10n.t('1 item with an error code: {0}', code)
    : l10n.t('{0} items with error codes: {1}', length, code);
}
