import type { Catalog, Entry, Fault, Retry } from '../catalog';
import * as markdown from '../markdown';
import type { Markdown } from '../markdown';

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
  /** How the code met the catalog; absent where it is in it as it stands. */
  readonly note?: string;
  /** Known codes that it may be a slip of. */
  readonly misspellings: readonly string[];
}

const faults: Record<Fault, string> = {
  caller: 'Fault: caller',
  account: 'Fault: account',
  service: 'Fault: service',
  network: 'Fault: network',
};

const retries: Record<Retry, string> = {
  no: 'Retry: no',
  'after-fixing': 'Retry: after fixing',
  backoff: 'Retry: with backoff',
  'at-once': 'Retry: at once',
};

/** Explains any code, known or not. */
export function explain(catalog: Catalog, code: string, product = ''): Explanation {
  const match = catalog.match(code, product);
  const misspellings = catalog.misspellings(match, product);
  if (match.kind === 'none') {
    return {
      code,
      match: 'none',
      description: 'Unknown error code.',
      facts: [],
      note: unknownNote(code),
      misspellings,
    };
  }
  const { entry } = match;
  return {
    code,
    match: match.kind,
    entry,
    description: entry.description,
    facts: factsOf(entry),
    ...(match.kind === 'exact' ? {} : { note: matchNote(match.kind, code, entry) }),
    misspellings,
  };
}

function factsOf(entry: Entry): string[] {
  return [
    scopeFact(entry),
    ...(entry.fault ? [faults[entry.fault]] : []),
    ...(entry.retry ? [retries[entry.retry]] : []),
  ];
}

function scopeFact(entry: Entry): string {
  switch (entry.scope) {
    case 'common':
      return 'Common code';
    case 'family':
      return 'Used by many products';
    case 'product':
      return `Product: ${entry.product ?? ''}`;
  }
}

/** Whose code it is, in a word or two for a list of codes. */
export function scopeLabel({ scope, product = '' }: Entry): string {
  return scope === 'common' ? 'common' : scope === 'family' ? 'many products' : product;
}

function matchNote(kind: 'trimmed' | 'parent', code: string, entry: Entry): string {
  return kind === 'trimmed'
    ? `"${code}" has blanks or dots at an end; this explains "${entry.code}".`
    : `"${code}" is a product's own code; this explains "${entry.code}", which it belongs to. The message says more.`;
}

function unknownNote(code: string): string {
  return `"${code}" is neither a common code nor begins with a known one. Look it up in the product's API documentation under "Error Codes".`;
}

/** The explanation as shown in the editor. `insights` are what this very failure's message adds. */
export function explanationToMarkdown(explanation: Explanation, insights: readonly Markdown[] = []): Markdown {
  const { code, description, entry, facts, misspellings, note } = explanation;
  return markdown.blocks([
    markdown.line([markdown.strong(markdown.code(code)), markdown.prose(description)], ' — '),
    ...insights,
    facts.length > 0 ? markdown.line(facts.map(markdown.text), ' · ') : undefined,
    misspellings.length > 0
      ? markdown.line([markdown.text('Did you mean'), ...misspellings.map(markdown.code)], ' ')
      : undefined,
    entry?.meaning ? markdown.prose(entry.meaning) : undefined,
    ...list('Likeliest causes', entry?.causes, markdown.bullets),
    ...list('What to do', entry?.steps, markdown.steps),
    note ? markdown.text(note) : undefined,
    entry?.related?.length
      ? markdown.line([markdown.text('Related:'), ...entry.related.map(markdown.code)], ' ')
      : undefined,
    entry?.url ? markdown.link('Documentation', entry.url) : undefined,
  ]);
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
  const { code, description, entry, facts, misspellings, note } = explanation;
  const paragraphs = [
    `${code}: ${description}`,
    facts.join(' · '),
    misspellings.length > 0 ? `Did you mean ${misspellings.join(', ')}?` : '',
    entry?.meaning ?? '',
    entry?.causes?.length ? ['Likeliest causes:', ...entry.causes.map((cause) => `  - ${cause}`)].join('\n') : '',
    entry?.steps?.length
      ? ['What to do:', ...entry.steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n')
      : '',
    note ?? '',
    entry?.related?.length ? `Related: ${entry.related.join(', ')}` : '',
    entry?.url ? `Documentation: ${entry.url}` : '',
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') + '\n';
}
