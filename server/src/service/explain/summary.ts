import type { Catalog, CodeMatch, Fault, Retry } from '../catalog';
import { plainText } from '../base/plainText';
import * as l10n from '../base/localizer';

/** What a failure comes to, in a few words of plain text. */
export interface Summary {
  /** The description of the code, such as `Signature error`. */
  readonly title: string;
  /** The title with whose fault it is and whether to retry: `Signature error · caller · retry after fixing`. */
  readonly line: string;
}

const faults: Record<Fault, () => string> = {
  caller: () => l10n.t('caller'),
  account: () => l10n.t('account'),
  service: () => l10n.t('service'),
  network: () => l10n.t('network'),
};

const retries: Record<Retry, () => string> = {
  no: () => l10n.t('no retry'),
  'after-fixing': () => l10n.t('retry after fixing'),
  backoff: () => l10n.t('retry with backoff'),
  'at-once': () => l10n.t('retry at once'),
};

/** UTF-16 units of a description that are shown beside code. */
const longestTitle = 120;

/** Says of one code of a product after the other what it comes to; those of one document repeat. */
export function summaries(catalog: Catalog): (code: string | undefined, product: string) => Summary {
  const known = new Map<string, Summary>();
  return (code, product) => {
    const trimmed = code?.trim() ?? '';
    const key = `${product} ${trimmed}`;
    let summary = known.get(key);
    if (!summary) {
      summary =
        trimmed === '' ? only(l10n.t('Failure without an error code')) : summaryOf(catalog.match(trimmed, product));
      known.set(key, summary);
    }
    return summary;
  };
}

function summaryOf(match: CodeMatch): Summary {
  if (match.kind === 'none') {
    return only(l10n.t('Unknown error code'));
  }
  const { fault, retry } = match.entry;
  const description = match.entry.description || l10n.t('Code without a description');
  const text = plainText(description.replaceAll('`', ''), longestTitle);
  const title = text.endsWith('.') || text.endsWith('。') ? text.slice(0, -1) : text;
  const line = [title, ...(fault ? [faults[fault]()] : []), ...(retry ? [retries[retry]()] : [])].join(' · ');
  return { title, line };
}

function only(title: string): Summary {
  return { title, line: title };
}
