import type { Localizer } from '../base/localizer';
import { plainText } from '../base/plainText';
import type { CodeMatch, Fault, Retry } from '../catalog';
import type { ExplainContext } from './explanation';

/** What a failure comes to, in a few words of plain text. */
export interface Summary {
  /** The description of the code, such as `Signature error`. */
  readonly title: string;
  /** The title with whose fault it is and whether to retry: `Signature error · caller · retry after fixing`. */
  readonly line: string;
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

/** UTF-16 units of a description that are shown beside code. */
const maxTitleLength = 120;

/** Sums up codes, each of a product; those of one document repeat. */
export function summarizer({ catalog, l10n }: ExplainContext): (code: string | undefined, product: string) => Summary {
  const known = new Map<string, Summary>();
  return (code, product) => {
    const trimmed = code?.trim() ?? '';
    const key = `${product} ${trimmed}`;
    let summary = known.get(key);
    if (!summary) {
      summary =
        trimmed === ''
          ? only(l10n.t('Failure without an error code'))
          : summaryOf(catalog.match(trimmed, product), l10n);
      known.set(key, summary);
    }
    return summary;
  };
}

function summaryOf(match: CodeMatch, l10n: Localizer): Summary {
  if (match.kind === 'none') {
    return only(l10n.t('Unknown error code'));
  }
  const { fault, retry } = match.entry;
  const description = match.entry.description || l10n.t('Code without a description');
  const text = plainText(description.replaceAll('`', ''), maxTitleLength);
  const title = text.endsWith('.') || text.endsWith('。') ? text.slice(0, -1) : text;
  const line = [title, ...(fault ? [faults[fault](l10n)] : []), ...(retry ? [retries[retry](l10n)] : [])].join(' · ');
  return { title, line };
}

function only(title: string): Summary {
  return { title, line: title };
}
