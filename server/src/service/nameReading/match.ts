import { accountPredicates } from './accountPredicates';
import type { Predicate } from './predicate';
import { statePredicates } from './statePredicates';
import { valuePredicates } from './valuePredicates';
import { phraseOf, plainForm, type Word } from './words';

/** What a name says, and of what: the words before and after the phrase that says it. */
export interface Match {
  readonly predicate: Predicate;
  readonly left: readonly Word[];
  readonly right: readonly Word[];
}

/** Predicates by their phrases, and the number of words in the longest. */
interface Phrases {
  readonly byText: ReadonlyMap<string, Predicate>;
  /** The words that phrases begin with. */
  readonly firsts: ReadonlySet<string>;
  readonly longest: number;
}

type Position = 'ends' | 'nouns' | 'begins' | 'anywhere' | 'between';
type Tables = Readonly<Record<Position, Phrases>>;

const predicates = [...valuePredicates, ...statePredicates, ...accountPredicates];

/** Made when first needed. */
let tables: Tables | undefined;

/** Words that turn the meaning of the next one around, and words that may stand in between. */
const turning = new Set(['not', 'no', 'non', 'un', 'cannot', 'cant', 'never', 'must', 'should', 'need']);
const betweenTurning = new Set([
  'be',
  'been',
  'is',
  'all',
  'yet',
  'the',
  'already',
  'to',
  'allow',
  'permit',
  'support',
]);

/**
 * What the words of a name say; undefined if no phrase is known. `countsAsNoun`: whether a phrase that may also name a
 * thing says what the predicate says.
 */
export function matchWords(words: readonly Word[], countsAsNoun: (predicate: Predicate) => boolean): Match | undefined {
  tables ??= makeTables();
  const noun = end(words, tables.nouns);
  return (
    longer(anywhere(words, tables.anywhere), end(words, tables.ends)) ??
    beginning(words, tables.begins) ??
    (noun && countsAsNoun(noun.predicate) ? noun : undefined) ??
    middle(words, tables.between)
  );
}

/** Of two matches the one with the longer phrase, which leaves fewer words. */
function longer(one: Match | undefined, other: Match | undefined): Match | undefined {
  const rest = (match: Match | undefined): number => (match ? match.left.length + match.right.length : Infinity);
  return rest(one) <= rest(other) ? one : other;
}

function end(words: readonly Word[], phrases: Phrases): Match | undefined {
  for (let size = Math.min(phrases.longest, words.length); size > 0; size--) {
    const start = words.length - size;
    const predicate = predicateAt(words, start, size, phrases);
    if (predicate && !isTurned(words, start)) {
      return { predicate, left: words.slice(0, start), right: [] };
    }
  }
  return undefined;
}

function beginning(words: readonly Word[], phrases: Phrases): Match | undefined {
  for (let size = Math.min(phrases.longest, words.length); size > 0; size--) {
    const predicate = predicateAt(words, 0, size, phrases);
    if (predicate) {
      return { predicate, left: [], right: words.slice(size) };
    }
  }
  return undefined;
}

function anywhere(words: readonly Word[], phrases: Phrases): Match | undefined {
  return within(words, phrases, 0);
}

function middle(words: readonly Word[], phrases: Phrases): Match | undefined {
  return within(words, phrases, 1);
}

/** The longest phrase that leaves at least `margin` words on both sides; of several the first. */
function within(words: readonly Word[], phrases: Phrases, margin: 0 | 1): Match | undefined {
  for (let size = Math.min(phrases.longest, words.length - 2 * margin); size > 0; size--) {
    for (let start = margin; start + size + margin <= words.length; start++) {
      const predicate = predicateAt(words, start, size, phrases);
      if (predicate && !isTurned(words, start)) {
        return { predicate, left: words.slice(0, start), right: words.slice(start + size) };
      }
    }
  }
  return undefined;
}

function predicateAt(
  words: readonly Word[],
  start: number,
  size: number,
  { byText, firsts }: Phrases,
): Predicate | undefined {
  if (!firsts.has(words[start]?.text ?? '')) {
    return undefined;
  }
  const phrase = words.slice(start, start + size);
  return byText.get(phraseOf(phrase)) ?? (size > 1 ? byText.get(`${phraseOf(phrase.slice(0, -1))} *`) : undefined);
}

function isTurned(words: readonly Word[], start: number): boolean {
  let before = start - 1;
  while (betweenTurning.has(words[before]?.text ?? '')) {
    before--;
  }
  return turning.has(words[before]?.text ?? '');
}

function makeTables(): Tables {
  return {
    ends: phrasesOf('ends'),
    nouns: phrasesOf('nouns'),
    begins: phrasesOf('begins'),
    anywhere: phrasesOf('anywhere'),
    between: phrasesOf('between'),
  };
}

function phrasesOf(position: Position): Phrases {
  const byText = new Map<string, Predicate>();
  let longest = 0;
  for (const predicate of predicates) {
    for (const phrase of predicate[position]?.split(', ') ?? []) {
      const words = phrase.split(' ').map(plainForm);
      longest = Math.max(longest, words.length);
      byText.set(words.join(' '), predicate);
    }
  }
  return { byText, longest, firsts: new Set([...byText.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? '')) };
}
