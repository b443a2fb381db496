import type { Localizer } from '../base/localizer';
import type { Fault, Retry } from '../base/verdict';

/** Something that names say of the things in them, and how it is recognised. Phrases are separated by commas. */
export interface Predicate {
  /** Unique. */
  readonly id: string;
  /** Phrases at the end, behind what they are about. `*` stands for any word. */
  readonly ends?: string;
  /** Phrases at the end that may also name a thing: `Status` in `DescribeInstanceStatus`, `InvalidParameter.Status`. */
  readonly nouns?: string;
  /** Phrases at the beginning, before what they are about. */
  readonly begins?: string;
  /** Phrases that say it wherever they stand. */
  readonly anywhere?: string;
  /** Phrases between two things. */
  readonly between?: string;
  /** The sentence about a part of the name, which is shown as code; absent if it is the same for all names. */
  readonly say?: (l10n: Localizer, part: string) => string;
  /** The sentence about the parts before and after a phrase of `between`; by default `say` of the whole name. */
  readonly sayBoth?: (l10n: Localizer, left: string, right: string) => string;
  /** The sentence if the name has nothing but the phrase; absent if that says too little. */
  readonly sayAlone?: (l10n: Localizer) => string;
  /** `say` is about the whole name. */
  readonly isOfWhole?: true;
  /** It is about a value in a request. In an internal error that is a request between services. */
  readonly isOfValue?: true;
  readonly fault?: Fault;
  readonly retry?: Retry;
}

/** The account has to change something first. */
export const account = { fault: 'account', retry: 'after-fixing' } as const;

/** The caller has to change something first. */
export const caller = { fault: 'caller', retry: 'after-fixing' } as const;

/** The caller may repeat the call later. */
export const later = { fault: 'caller', retry: 'backoff' } as const;
