/** Reads the names of error codes: what their words say, whose fault that is, and whether to retry. */
import type { Localizer } from '../base/localizer';
import type { Fault, Retry } from '../base/verdict';
import { limit, rate } from './accountPredicates';
import { isOfParameters, sayByHead } from './heads';
import { matchWords, type Match } from './match';
import { caller, type Predicate } from './predicate';
import { isOperation, thingIn } from './things';
import { textOf, wordsOf, type Word } from './words';

/** What the name of a code says. */
export interface NameReading {
  /** One sentence, in which parts of the name stand in backticks. */
  readonly sentence: string;
  /** Absent if the name does not settle it. */
  readonly fault?: Fault;
  readonly retry?: Retry;
}

/** A name, cut into what the sentence is made of. */
interface Name {
  /** The first segment of the code. */
  readonly head: string;
  /** The segment before the last one. */
  readonly parent: string;
  /** The last segment. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** Longer codes are not read. */
const maxLength = 100;

/** Codes that mean something else than their names say. */
const misleading = new Set(['FailedOperation.CompliancePackNameIsNotExist', 'InvalidInstance.NotSupported']);

/** Old codes of CVM name the thing in front: `InvalidInstanceId.NotFound`. */
const invalidThing = /^Invalid([A-Z]\w*)$/;

/** What the name of a code says; undefined if that is no more than that something failed. */
export function readName(code: string, l10n: Localizer): NameReading | undefined {
  if (code.length > maxLength || misleading.has(code)) {
    return undefined;
  }
  const segments = code.split('.');
  const [head = ''] = segments;
  const text = segments.at(-1) ?? '';
  if (segments.length < 2 || !/^\w+$/.test(text)) {
    return undefined;
  }
  const name = { head, parent: segments.at(-2) ?? '', text, words: withoutError(wordsOf(text)) };
  const match = matchName(name);
  const sentence = match ? sentenceOf(match, name, l10n) : sentenceByHead(name, l10n);
  return sentence === undefined ? undefined : { sentence, ...(match ? verdictOf(match.predicate, head) : {}) };
}

/** The words without an `Error` at either end, which says nothing. */
function withoutError(words: readonly Word[]): readonly Word[] {
  const start = words.length > 1 && words[0]?.text === 'error' ? 1 : 0;
  const isAtEnd = words.length - start > 1 && words.at(-1)?.text === 'error';
  return words.slice(start, isAtEnd ? -1 : undefined);
}

function matchName({ head, words }: Name): Match | undefined {
  const isName = isOfParameters(head) || isOperation(words);
  // `LimitExceeded.Timeout` is about a limit, but says of what.
  const isOfLimits = head === 'LimitExceeded';
  const match = matchWords(words, (noun) => !isName && (!isOfLimits || noun === limit || noun === rate));
  // What exceeds a limit there is the number of requests, whatever the rest says.
  if (head === 'RequestLimitExceeded') {
    return { predicate: rate, left: words, right: [] };
  }
  // A parameter exceeds what is allowed for it, not what the account has left.
  return match?.predicate === limit && isOfParameters(head) ? { ...match, predicate: { ...limit, ...caller } } : match;
}

function sentenceOf({ predicate, left, right }: Match, name: Name, l10n: Localizer): string | undefined {
  const { say, sayAlone, sayBoth, isOfWhole } = predicate;
  const [before, after] = [thingIn(name.text, left), thingIn(name.text, right)];
  if (sayBoth && before !== '' && after !== '') {
    return sayBoth(l10n, before, after);
  }
  const isAlone = left.length + right.length === 0;
  const isAboutWhole = isOfWhole ? !isAlone || !sayAlone : before !== '' && after !== '';
  const thing = isAboutWhole ? textOf(name.text, name.words) : before || after || thingInFront(name.parent);
  return thing !== '' && say ? say(l10n, thing) : sayAlone?.(l10n);
}

/** The thing that the segment in front names, if it is not any parameter. */
function thingInFront(parent: string): string {
  return isOfParameters(parent) ? '' : (invalidThing.exec(parent)?.[1] ?? '');
}

function sentenceByHead({ head, text, words }: Name, l10n: Localizer): string | undefined {
  const thing = thingIn(text, words);
  const hasError = words.at(-1)?.end !== text.length;
  return thing === '' || text === head
    ? undefined
    : sayByHead(head, { isOperation: isOperation(words), hasError })?.(l10n, thing);
}

function verdictOf({ fault, retry, isOfValue }: Predicate, head: string): Pick<NameReading, 'fault' | 'retry'> {
  return isOfValue && head === 'InternalError' ? {} : { ...(fault ? { fault } : {}), ...(retry ? { retry } : {}) };
}
