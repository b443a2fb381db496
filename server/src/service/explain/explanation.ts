import type { Localizer } from '../base/localizer';
import type { Catalog, Entry, Fault, Retry } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';

/** An explanation of a code, in reading order: first the answer, then the help. */
export interface Explanation {
  /** The code as given. */
  readonly code: string;
  readonly match: 'exact' | 'trimmed' | 'parent' | 'none';
  /** The catalog entry that explains it, if any. */
  readonly entry?: Entry;
  readonly description: string;
  /** Scope, fault and retry. */
  readonly facts: readonly string[];
  /** How the code was matched, and where the help comes from; absent for an exact match with its own help. */
  readonly note?: string;
  /** Known codes that it may be a misspelling of. */
  readonly misspellings: readonly string[];
  /** What other products mean by the same code, at most five. */
  readonly elsewhere: readonly Meaning[];
}

/** The meaning of a code in one product. */
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

/** Other products whose meaning of a code is shown. */
const maxElsewhere = 5;

/** The part of the context that explanations need. */
export type ExplainContext = Pick<ServiceContext, 'catalog' | 'l10n'>;

/** Explains any code, known or not. `product` is the product it belongs to; empty if unknown. */
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
    description: entry.description || l10n.t('A code of the product; nothing more is known about it.'),
    facts: factsOf(entry, l10n),
    ...(notes.length > 0 ? { note: notes.join(wordSpace(l10n)) } : {}),
    misspellings,
    // The meaning of a parent in other products says nothing about this code.
    elsewhere: match.kind === 'parent' ? [] : elsewhere(catalog, entry, product),
  };
}

function elsewhere(catalog: Catalog, { code, product = '', description }: Entry, likely: string): Meaning[] {
  const others = catalog.ofProducts(code, likely).filter((each) => each.product !== product);
  const seen = new Set([description, '']);
  return others
    .flatMap((other): Meaning[] => {
      const isNew = !seen.has(other.description);
      seen.add(other.description);
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
      return l10n.t('Raised by the SDK');
    case 'product':
      return l10n.t('Product: {0}', entry.product ?? '');
  }
}

/** The scope of a code in a word or two, for a list of codes. */
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
    ? l10n.t('"{0}" begins or ends with whitespace or dots; this explains "{1}".', code, entry.code)
    : l10n.t(
        '"{0}" is a product\'s own code; this explains "{1}", which it belongs to. The message says more.',
        code,
        entry.code,
      );
}

function generalNote(general: string, l10n: Localizer): string {
  return l10n.t('The rest applies to "{0}" in general.', general);
}

function unknownNote(code: string, l10n: Localizer): string {
  return l10n.t(
    '"{0}" is neither a common code nor begins with a known one. Look it up in the product\'s API documentation under "Error Codes".',
    code,
  );
}

/** The space between two sentences, or after a colon: Chinese punctuation needs none. */
export function wordSpace({ language }: Localizer): '' | ' ' {
  return language === 'zh-cn' ? '' : ' ';
}

/** The documentation page of an entry, preferably in the language of the reader. */
export function pageOf(entry: Entry | undefined, { language }: Localizer): string | undefined {
  return language === 'zh-cn' ? (entry?.urlCn ?? entry?.url) : (entry?.url ?? entry?.urlCn);
}
