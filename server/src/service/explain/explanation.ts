import type { Catalog, Entry, Fault, Retry } from '../catalog';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import * as l10n from '../base/localizer';

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

const faults: Record<Fault, () => string> = {
  caller: () => l10n.t('Fault: caller'),
  account: () => l10n.t('Fault: account'),
  service: () => l10n.t('Fault: service'),
  network: () => l10n.t('Fault: network'),
};

const retries: Record<Retry, () => string> = {
  no: () => l10n.t('Retry: no'),
  'after-fixing': () => l10n.t('Retry: after fixing'),
  backoff: () => l10n.t('Retry: with backoff'),
  'at-once': () => l10n.t('Retry: at once'),
};

/** Products whose meaning of a code is shown beside the likeliest one. */
const mostElsewhere = 5;

/** Explains any code, known or not. */
export function explain(catalog: Catalog, code: string, product = ''): Explanation {
  const match = catalog.match(code, product);
  const misspellings = catalog.misspellings(match, product);
  if (match.kind === 'none') {
    return {
      code,
      match: 'none',
      description: l10n.t('Unknown error code.'),
      facts: [],
      note: unknownNote(code),
      misspellings,
      elsewhere: [],
    };
  }
  const { entry } = match;
  const notes = [
    ...(match.kind === 'exact' ? [] : [matchNote(match.kind, code, entry)]),
    ...(entry.general === undefined || match.kind === 'parent' ? [] : [generalNote(entry.general)]),
  ];
  return {
    code,
    match: match.kind,
    entry,
    description: entry.description || l10n.t('A code of the product; nothing more is known of it.'),
    facts: factsOf(entry),
    ...(notes.length > 0 ? { note: notes.join(gap()) } : {}),
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
    .slice(0, mostElsewhere);
}

function factsOf(entry: Entry): string[] {
  return [
    scopeFact(entry),
    ...(entry.fault ? [faults[entry.fault]()] : []),
    ...(entry.retry ? [retries[entry.retry]()] : []),
  ];
}

function scopeFact(entry: Entry): string {
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
export function scopeLabel({ scope, product = '' }: Entry): string {
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

function matchNote(kind: 'trimmed' | 'parent', code: string, entry: Entry): string {
  return kind === 'trimmed'
    ? l10n.t('"{0}" has blanks or dots at an end; this explains "{1}".', code, entry.code)
    : l10n.t(
        '"{0}" is a product\'s own code; this explains "{1}", which it belongs to. The message says more.',
        code,
        entry.code,
      );
}

function generalNote(general: string): string {
  return l10n.t('The rest is what holds for "{0}" in general.', general);
}

function unknownNote(code: string): string {
  return l10n.t(
    '"{0}" is neither a common code nor begins with a known one. Look it up in the product\'s API documentation under "Error Codes".',
    code,
  );
}

/** Between two sentences, or behind a colon: Chinese punctuation brings its own. */
function gap(): '' | ' ' {
  return l10n.currentLanguage() === 'zh-cn' ? '' : ' ';
}

/** Where to read on, in the reader's language if there is such a page. */
function pageOf(entry: Entry | undefined): string | undefined {
  return l10n.currentLanguage() === 'zh-cn' ? (entry?.urlCn ?? entry?.url) : (entry?.url ?? entry?.urlCn);
}

/** The explanation as shown in the editor. `insights` are what this very failure's message adds. */
export function explanationToMarkdown(explanation: Explanation, insights: readonly Markdown[] = []): Markdown {
  const { code, description, elsewhere, entry, facts, misspellings, note } = explanation;
  const help = entry && helpOf(entry);
  return markdown.blocks([
    markdown.line([markdown.strong(markdown.code(code)), markdown.prose(description)], ' — '),
    ...insights,
    facts.length > 0 ? markdown.line(facts.map(markdown.text), ' · ') : undefined,
    misspellings.length > 0
      ? markdown.line([markdown.text(l10n.t('Did you mean')), ...misspellings.map(markdown.code)], ' ')
      : undefined,
    help?.meaning,
    elsewhere.length > 0 ? markdown.bullets(elsewhere.map(meaningToMarkdown)) : undefined,
    help?.advice,
    note ? markdown.text(note) : undefined,
    help?.reading,
  ]);
}

/** What an entry says whatever the failure, as Markdown. */
interface Help {
  readonly meaning: Markdown | undefined;
  readonly advice: Markdown;
  readonly reading: Markdown;
}

/** Made once an entry, which never changes and has one language: a hover is asked for at every move of the mouse. */
const helps = new WeakMap<Entry, Help>();

function helpOf(entry: Entry): Help {
  const known = helps.get(entry);
  if (known) {
    return known;
  }
  const page = pageOf(entry);
  const made: Help = {
    meaning: entry.meaning ? markdown.prose(entry.meaning) : undefined,
    advice: markdown.blocks([
      ...list(l10n.t('Likeliest causes'), entry.causes, markdown.bullets),
      ...list(l10n.t('What to do'), entry.steps, markdown.steps),
    ]),
    reading: markdown.blocks([
      entry.related?.length
        ? markdown.line(
            [markdown.text(l10n.t('Related:')), markdown.line(entry.related.map(markdown.code), ' ')],
            gap(),
          )
        : undefined,
      page ? markdown.link(l10n.t('Documentation'), page) : undefined,
    ]),
  };
  helps.set(entry, made);
  return made;
}

function meaningToMarkdown({ product, description }: Meaning): Markdown {
  return markdown.line([markdown.text(l10n.t('In {0}:', product)), markdown.prose(description)], gap());
}

function list(
  title: string,
  items: readonly string[] | undefined,
  render: (items: readonly Markdown[]) => Markdown,
): Markdown[] {
  return items?.length ? [markdown.strong(markdown.text(title)), render(items.map(markdown.prose))] : [];
}

/** The explanation as plain text, for terminals. */
export function explanationToText(explanation: Explanation): string {
  const { code, description, elsewhere, entry, facts, misspellings, note } = explanation;
  const page = pageOf(entry);
  const paragraphs = [
    `${code}: ${description}`,
    facts.join(' · '),
    misspellings.length > 0 ? l10n.t('Did you mean {0}?', misspellings.join(l10n.t(', '))) : '',
    entry?.meaning ?? '',
    elsewhere.map(({ product, description: other }) => `${l10n.t('In {0}:', product)}${gap()}${other}`).join('\n'),
    entry?.causes?.length
      ? [l10n.t('Likeliest causes:'), ...entry.causes.map((cause) => `  - ${cause}`)].join('\n')
      : '',
    entry?.steps?.length
      ? [l10n.t('What to do:'), ...entry.steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n')
      : '',
    note ?? '',
    entry?.related?.length ? `${l10n.t('Related:')}${gap()}${entry.related.join(l10n.t(', '))}` : '',
    page ? l10n.t('Documentation: {0}', page) : '',
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') + '\n';
}
