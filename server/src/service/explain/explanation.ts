import type { Localizer } from '../base/localizer';
import type { Catalog, Entry, Fault, Retry } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';

/** All that can be said of a code, in the order in which it is read: first the answer, then the help. */
export interface Explanation {
  /** The code as it was given. */
  readonly code: string;
  readonly match: 'exact' | 'trimmed' | 'parent' | 'none';
  /** The catalog's entry that explains it; absent where none does. */
  readonly entry?: Entry;
  readonly description: string;
  /** Common or which product, whose fault, whether to retry. */
  readonly facts: readonly string[];
  /** How the code met the catalog, and where the help is from; absent where the entry says all of it. */
  readonly note?: string;
  /** Known codes that it may be a slip of. */
  readonly misspellings: readonly string[];
  /** What other products mean by the same code, at most five. */
  readonly elsewhere: readonly Meaning[];
}

/** What one product means by a code. */
export interface Meaning {
  readonly product: string;
  readonly description: string;
}

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

/** Products whose meaning of a code is shown beside the likeliest one. */
const maxElsewhere = 5;

/** What explanations depend on. */
export type ExplainContext = Pick<ServiceContext, 'catalog' | 'l10n'>;

/** Explains any code, known or not. `product` is whose codes are meant; empty where that is not known. */
export function explain(code: string, { catalog, l10n }: ExplainContext, product: string): Explanation {
  const match = catalog.match(code, product);
  const misspellings = catalog.misspellings(match, product);
  if (match.kind === 'none') {
    const note = unknownNote(code, l10n);
    const description = l10n.t('Unknown error code.');
    return { code, match: 'none', description, facts: [], note, misspellings, elsewhere: [] };
  }
  const { entry } = match;
  const notes = [
    ...(match.kind === 'exact' ? [] : [matchNote(match.kind, code, entry, l10n)]),
    ...(entry.general === undefined || match.kind === 'parent' ? [] : [generalNote(entry.general, l10n)]),
  ];
  return {
    code,
    match: match.kind,
    entry,
    description: entry.description || l10n.t('A code of the product; nothing more is known of it.'),
    facts: factsOf(entry, l10n),
    ...(notes.length > 0 ? { note: notes.join(wordSpace(l10n)) } : {}),
    misspellings,
    // What others mean by a parent says nothing of the code that was asked for.
    elsewhere: match.kind === 'parent' ? [] : elsewhere(catalog, entry, product),
  };
}

function elsewhere(catalog: Catalog, { code, product = '', description }: Entry, likely: string): Meaning[] {
  const others = catalog.ofProducts(code, likely).filter((each) => each.product !== product);
  const told = new Set([description, '']);
  return others
    .flatMap((other): Meaning[] => {
      const isNew = !told.has(other.description);
      told.add(other.description);
      return isNew ? [{ product: other.product ?? '', description: other.description }] : [];
    })
    .slice(0, maxElsewhere);
}

function factsOf(entry: Entry, l10n: Localizer): string[] {
  return [
    scopeFact(entry, l10n),
    ...(entry.fault ? [faults[entry.fault](l10n)] : []),
    ...(entry.retry ? [retries[entry.retry](l10n)] : []),
  ];
}

function scopeFact(entry: Entry, l10n: Localizer): string {
  switch (entry.scope) {
    case 'common':
      return l10n.t('Common code');
    case 'family':
      return l10n.t('Used by many products');
    case 'sdk':
      return l10n.t('Made by the SDK');
    case 'product':
      return l10n.t('Product: {0}', entry.product ?? '');
  }
}

/** Whose code it is, in a word or two for a list of codes. */
export function scopeLabel({ scope, product = '' }: Entry, l10n: Localizer): string {
  switch (scope) {
    case 'common':
      return l10n.t('common');
    case 'family':
      return l10n.t('many products');
    case 'sdk':
      return 'SDK';
    case 'product':
      return product;
  }
}

function matchNote(kind: 'trimmed' | 'parent', code: string, entry: Entry, l10n: Localizer): string {
  return kind === 'trimmed'
    ? l10n.t('"{0}" has blanks or dots at an end; this explains "{1}".', code, entry.code)
    : l10n.t(
        '"{0}" is a product\'s own code; this explains "{1}", which it belongs to. The message says more.',
        code,
        entry.code,
      );
}

function generalNote(general: string, l10n: Localizer): string {
  return l10n.t('The rest is what holds for "{0}" in general.', general);
}

function unknownNote(code: string, l10n: Localizer): string {
  return l10n.t(
    '"{0}" is neither a common code nor begins with a known one. Look it up in the product\'s API documentation under "Error Codes".',
    code,
  );
}

/** What stands between two sentences, or after a colon: Chinese punctuation brings its own space. */
export function wordSpace({ language }: Localizer): '' | ' ' {
  return language === 'zh-cn' ? '' : ' ';
}

/** Where to read on, in the reader's language if there is such a page. */
export function pageOf(entry: Entry | undefined, { language }: Localizer): string | undefined {
  return language === 'zh-cn' ? (entry?.urlCn ?? entry?.url) : (entry?.url ?? entry?.urlCn);
}
