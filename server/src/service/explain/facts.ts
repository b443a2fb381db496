import type { Localizer } from '../base/localizer';
import type { Fault, Retry } from '../base/verdict';
import type { CodeMatch, Entry } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';
import type { Verdict } from '../insights';
import { foreignProduct } from './foreign';

const faults: Record<Fault, (l10n: Localizer) => string> = {
  caller: (l10n) => l10n.t('Fault: caller'),
  account: (l10n) => l10n.t('Fault: account'),
  service: (l10n) => l10n.t('Fault: service'),
  network: (l10n) => l10n.t('Fault: network'),
};

const retries: Record<Retry, (l10n: Localizer) => string> = {
  no: (l10n) => l10n.t('Retry: no'),
  'after-fixing': (l10n) => l10n.t('Retry: after fixing'),
  backoff: (l10n) => l10n.t('Retry: with backoff'),
  'at-once': (l10n) => l10n.t('Retry: at once'),
};

/** Whose fault it is, and whether to retry, as far as known. */
export function verdictFacts({ fault, retry }: Pick<Verdict, 'fault' | 'retry'>, l10n: Localizer): string[] {
  return [...(fault ? [faults[fault](l10n)] : []), ...(retry ? [retries[retry](l10n)] : [])];
}

/** Whose code it is. A code of which only a common parent is known is a product's own. */
export function scopeFact(match: Exclude<CodeMatch, { kind: 'none' }>, product: string, l10n: Localizer): string {
  const { scope, nameOnly } = match.entry;
  const owner = nameOnly ? product : (match.entry.product ?? product);
  if (scope === 'sdk') {
    return l10n.t('Raised by the SDK');
  }
  const foreign = foreignProduct(match.entry, product);
  if (foreign !== undefined) {
    return l10n.t('If sent by {0}', foreign);
  }
  if (scope === 'product' || match.kind === 'parent') {
    return owner === '' ? l10n.t("A product's own code") : l10n.t('Product: {0}', owner);
  }
  return scope === 'common' ? l10n.t('Common code') : l10n.t('Used by many products');
}

/** That the vendor no longer lists a code. */
export function retiredFact({ kind, entry }: Exclude<CodeMatch, { kind: 'none' }>, l10n: Localizer): string[] {
  return kind !== 'parent' && entry.retired ? [l10n.t("No longer in the vendor's list")] : [];
}

/** Products that are named of a code in a list. */
const maxProducts = 3;

/** The scope of a code in a word or two, for a list of codes; `product` is the only one in question, empty if unknown. */
export function scopeLabel(
  entry: Entry,
  { catalog, l10n }: Pick<ServiceContext, 'catalog' | 'l10n'>,
  product = '',
): string {
  switch (entry.scope) {
    case 'common':
      return l10n.t('common');
    case 'family':
      return l10n.t('many products');
    case 'sdk':
      return 'SDK';
    case 'product': {
      const products = product === '' && entry.nameOnly ? catalog.senders(entry.code) : [entry.product ?? ''];
      return products.slice(0, maxProducts).join(', ') + (products.length > maxProducts ? ', …' : '');
    }
  }
}
