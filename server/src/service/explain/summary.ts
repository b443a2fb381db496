import type { Localizer } from '../base/localizer';
import { plainText } from '../base/plainText';
import type { Fault, Retry } from '../base/verdict';
import type { CodeMatch } from '../catalog';
import type { Verdict } from '../insights';
import type { ExplainContext } from './explanation';
import { descriptionFor } from './foreign';
import { readingOf, verdictOfMatch } from './reading';

/** A summary of a failure in a few words of plain text. */
export interface Summary extends Pick<Verdict, 'fault' | 'retry'> {
  /** The description of the code, such as `Signature error`. */
  readonly title: string;
}

const faults: Record<Fault, (l10n: Localizer) => string> = {
  caller: (l10n) => l10n.t('caller'),
  account: (l10n) => l10n.t('account'),
  service: (l10n) => l10n.t('service'),
  network: (l10n) => l10n.t('network'),
};

const retries: Record<Retry, (l10n: Localizer) => string> = {
  no: (l10n) => l10n.t('no retry'),
  'after-fixing': (l10n) => l10n.t('retry after fixing'),
  backoff: (l10n) => l10n.t('retry with backoff'),
  'at-once': (l10n) => l10n.t('retry at once'),
};

type Known = Exclude<CodeMatch, { readonly kind: 'none' }>;

/** Maximum length of a description in a code lens or inlay hint, in UTF-16 units. */
const maxTitleLength = 120;

/** Creates a function that summarizes codes, and caches them, since those of a document repeat. */
export function summarizer({ catalog, l10n }: ExplainContext): (code: string | undefined, product: string) => Summary {
  const cache = new Map<string, Summary>();
  return (code, product) => {
    const trimmed = code?.trim() ?? '';
    const key = `${product} ${trimmed}`;
    let summary = cache.get(key);
    if (!summary) {
      summary =
        trimmed === ''
          ? { title: l10n.t('Failure without an error code') }
          : summaryOf(catalog.match(trimmed, product), product, { catalog, l10n });
      cache.set(key, summary);
    }
    return summary;
  };
}

/** Whose fault a failure is and whether to retry, in a word or two each. The verdict of a message comes first. */
export function verdictWords(summary: Summary, verdict: Verdict | undefined, l10n: Localizer): string[] {
  const { fault, retry } = verdict ?? summary;
  return [...(fault ? [faults[fault](l10n)] : []), ...(retry ? [retries[retry](l10n)] : [])];
}

function summaryOf(match: CodeMatch, product: string, context: ExplainContext): Summary {
  const { l10n } = context;
  if (match.kind === 'none') {
    return { title: l10n.t('Not in the list of known codes') };
  }
  const reading = readingOf(match, l10n);
  const title = reading ? shortened(reading.sentence) : titleOf(match, product, context);
  return { title, ...verdictOfMatch(match, reading) };
}

function titleOf(match: Known, product: string, { catalog, l10n }: ExplainContext): string {
  const { entry } = match;
  const general =
    entry.description === '' && entry.general !== undefined ? catalog.get(entry.general, product) : undefined;
  // A parent that does not speak for the code is named.
  const parent = match.kind === 'parent' && match.undecided ? entry : general;
  const title = shortened(descriptionFor(parent ?? entry, product, l10n) || l10n.t('Code without a description'));
  return parent ? l10n.t('{0}: {1}', parent.code, title) : title;
}

/** A sentence as part of a line of plain text. */
function shortened(sentence: string): string {
  const text = plainText(sentence.replaceAll('`', ''), maxTitleLength);
  return text.endsWith('.') || text.endsWith('。') ? text.slice(0, -1) : text;
}
