import type { Localizer } from '../base/localizer';
import type { Fault } from '../base/verdict';
import type { CodeMatch, Entry } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';
import type { Verdict } from '../insights';
import { productsOf, type CodeProducts } from './codeProducts';
import { retiredFact, scopeFact, verdictFacts } from './facts';
import { descriptionFor, foreignProduct } from './foreign';
import { readingOf, verdictOfMatch } from './reading';

/** An explanation of a code, in reading order: first the answer, then the help. */
export interface Explanation extends CodeProducts {
  /** The code as given. */
  readonly code: string;
  readonly match: CodeMatch['kind'];
  /** The catalog entry that helps, if any: that of the code, of its parent, or the one that the message calls for. */
  readonly entry?: Entry;
  readonly description: string;
  /** Said before the description of a code that is probably misspelled: the codes that may be meant. */
  readonly slip?: string;
  /** Scope, fault and retry. */
  readonly facts: readonly string[];
  /** Said before the help if that is not about the code itself. */
  readonly caveat?: string;
  /** How the code was matched, and where the help comes from; absent for an exact match with its own help. */
  readonly note?: string;
  /** Known codes that it may be a misspelling of. */
  readonly misspellings: readonly string[];
}

/** Only this many of the codes that may be meant are described. */
const maxSlips = 3;

/** What helps with a code, as far as the catalog has it. */
const helpFields = ['meaning', 'causes', 'steps'] as const;

/** The part of the context that explanations need. */
export type ExplainContext = Pick<ServiceContext, 'catalog' | 'l10n'>;

type Known = Exclude<CodeMatch, { readonly kind: 'none' }>;

/**
 * Explains any code, known or not. `product` is the product it belongs to; empty if unknown. `verdict` is what the
 * message of a failure settles: it takes precedence over all that is not said of this very code.
 */
export function explain(code: string, context: ExplainContext, product: string, verdict?: Verdict): Explanation {
  const { catalog, l10n } = context;
  const match = catalog.match(code, product);
  const misspellings = catalog.misspellings(match, product);
  const slip = slipOf(misspellings, context, product);
  if (match.kind === 'none') {
    return {
      code,
      match: 'none',
      ...(verdict ? helpOfVerdict(verdict, context, product) : {}),
      description: l10n.t('Not in the list of known codes.'),
      ...slip,
      facts: verdictFacts(verdict ?? {}, l10n),
      note: unknownNote(code, l10n),
      misspellings,
      ...productsOf(match, catalog, product),
    };
  }
  const settled = hasOwnHelp(match, product) ? undefined : verdict;
  const reading = readingOf(match, l10n);
  return {
    code,
    match: match.kind,
    description: reading ? l10n.t('Judging by the name: {0}', reading.sentence) : descriptionOf(match, product, l10n),
    ...slip,
    facts: [
      scopeFact(match, product, l10n),
      ...retiredFact(match, l10n),
      ...verdictFacts(settled ?? verdictOfMatch(match, reading), l10n),
    ],
    ...(settled && settled.code !== match.entry.code
      ? { ...helpOfVerdict(settled, context, product), ...noteOn(match, l10n) }
      : withOwner(
          reading ? helpOfParent(match, context) : helpOfMatch(match, code, context, settled),
          context,
          product,
        )),
    misspellings,
    ...productsOf(match, catalog, product),
  };
}

/** What is known of the code itself, in one line; empty if that is nothing. `product` is that of the call. */
export function knownDescription(match: CodeMatch, product: string, l10n: Localizer): string {
  const reading = readingOf(match, l10n);
  if (reading) {
    return reading.sentence;
  }
  return match.kind === 'none' || isUndecided(match) ? '' : descriptionFor(match.entry, product, l10n);
}

/** Whose fault a failure with this code is, by the code alone; empty if that is not known. */
export function faultOf(code: string, product: string, { catalog, l10n }: ExplainContext): Fault | '' {
  const match = catalog.match(code, product);
  return match.kind === 'none' ? '' : (verdictOfMatch(match, readingOf(match, l10n)).fault ?? '');
}

/** What follows the slip of a code that is probably misspelled: what its parent says; empty if there is nothing of both. */
export function descriptionAfterSlip({ description, match, slip }: Explanation): string {
  return slip === undefined || match === 'none' ? '' : description;
}

function slipOf(
  misspellings: readonly string[],
  { catalog, l10n }: ExplainContext,
  product: string,
): Pick<Explanation, 'slip'> {
  const meant = misspellings.slice(0, maxSlips).map((code) => {
    const entry = catalog.get(code, product);
    const description = entry ? knownDescription({ kind: 'exact', entry, code }, product, l10n) : '';
    return description === '' ? `\`${code}\`` : l10n.t('`{0}` — {1}', code, description.replace(/[.。]$/, ''));
  });
  return meant.length > 0 ? { slip: l10n.t('Unknown; did you mean {0}?', meant.join(l10n.t(' or '))) } : {};
}

function isUndecided(match: CodeMatch): boolean {
  return match.kind === 'parent' && match.undecided;
}

/** Whether the product says itself what to do about the code. No message says that better. */
function hasOwnHelp({ kind, entry }: Known, product: string): boolean {
  const isOwn = entry.scope === 'product' && entry.product === product;
  return kind !== 'parent' && isOwn && entry.general === undefined && entry.steps !== undefined;
}

function descriptionOf(match: Known, product: string, l10n: Localizer): string {
  const { code, description } = match.entry;
  if (description === '') {
    return l10n.t('A code of the product; nothing more is known about it.');
  }
  return isUndecided(match) ? l10n.t('`{0}`: {1}', code, description) : descriptionFor(match.entry, product, l10n);
}

type Help = Pick<Explanation, 'entry' | 'caveat' | 'note'>;

/** Help that says first whose it is, if that is not the product of the call. */
function withOwner(help: Help, { catalog, l10n }: ExplainContext, product: string): Help {
  const { entry, caveat } = help;
  const owner = entry && foreignProduct(entry, product);
  const general = entry?.general === undefined ? undefined : catalog.get(entry.general);
  if (owner === undefined || !helpFields.some((field) => entry?.[field] !== general?.[field])) {
    return help;
  }
  const told = l10n.t('The following is about {0}; the same code may mean something else for another product.', owner);
  return { ...help, caveat: caveat === undefined ? told : `${told}${wordSpace(l10n)}${caveat}` };
}

function helpOfVerdict({ code }: Verdict, { catalog, l10n }: ExplainContext, product: string): Help {
  const entry = code === undefined ? undefined : catalog.get(code, product);
  return entry ? { entry, caveat: l10n.t('The following explains "{0}".', entry.code) } : {};
}

function noteOn(match: Known, l10n: Localizer): Help {
  return match.kind === 'parent'
    ? { note: l10n.t('Only the parent of "{0}" is known: "{1}".', match.code, match.entry.code) }
    : {};
}

/** The help for a code of which only the name is known. */
function helpOfParent(match: Known, { catalog, l10n }: ExplainContext): Help {
  const { entry } = match;
  const general = entry.general === undefined ? undefined : catalog.get(entry.general);
  const parent = match.kind === 'parent' ? entry : general;
  if (!parent) {
    return { entry };
  }
  const { code, description } = parent;
  return {
    entry,
    caveat: description
      ? l10n.t('The following applies to "{0}" in general: {1}', code, description)
      : generalNote(code, l10n),
  };
}

function helpOfMatch(match: Known, code: string, { catalog, l10n }: ExplainContext, settled?: Verdict): Help {
  const { entry } = match;
  if (match.kind === 'parent') {
    return match.undecided && !settled
      ? { entry, caveat: undecidedNote(entry.code, l10n) }
      : { entry, note: parentNote(code, entry.code, l10n) };
  }
  const general = entry.general === undefined ? [] : [generalNote(entry.general, l10n)];
  const isVague = entry.general !== undefined && catalog.get(entry.general)?.vague === true;
  const notes = [
    ...(match.kind === 'trimmed' ? [trimmedNote(code, entry.code, l10n)] : []),
    ...(isVague ? [] : general),
  ];
  return {
    entry,
    ...(isVague ? { caveat: general.join('') } : {}),
    ...(notes.length > 0 ? { note: notes.join(wordSpace(l10n)) } : {}),
  };
}

function trimmedNote(code: string, known: string, l10n: Localizer): string {
  return l10n.t('"{0}" has leading or trailing spaces or dots; this explains "{1}".', code, known);
}

function parentNote(code: string, parent: string, l10n: Localizer): string {
  return l10n.t(
    '"{0}" is a product\'s own code; this explains "{1}", which it belongs to. The message says more.',
    code,
    parent,
  );
}

function undecidedNote(parent: string, l10n: Localizer): string {
  return l10n.t(
    'Only the parent of this code is known, "{0}", and the following applies to it in general. Whose fault it is and whether to retry depend on the rest of the code and on the message.',
    parent,
  );
}

function generalNote(general: string, l10n: Localizer): string {
  return l10n.t('The rest applies to "{0}" in general.', general);
}

function unknownNote(code: string, l10n: Localizer): string {
  return l10n.t(
    '"{0}" is in no list of codes, and does not begin with one that explains it; the product may use it all the same. Look it up in the product\'s API documentation under "Error Codes".',
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
