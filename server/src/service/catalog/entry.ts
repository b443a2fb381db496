import type { Fault, Retry } from '../base/verdict';

/** Details about a code besides its description. */
export interface EntryHelp {
  readonly meaning?: string;
  readonly causes?: readonly string[];
  readonly steps?: readonly string[];
  readonly fault?: Fault;
  readonly retry?: Retry;
  /** Fault and retry do not hold for the codes below this one: there the part after the dot decides. */
  readonly vague?: boolean;
  readonly url?: string;
  readonly urlCn?: string;
  readonly related?: readonly string[];
}

/** A code in a catalog file, as in error-codes.schema.json; a bare string stands for the description. */
export interface EntryData extends EntryHelp {
  readonly description: string;
}

/** The codes of one product; null: the code exists, and nothing else is known about it. */
export type Codes = Readonly<Record<string, string | EntryData | null>>;

/** The content of a catalog file: the codes of one product, or of many. */
export interface CatalogData {
  readonly schemaVersion: number;
  readonly product?: string;
  readonly apiVersion?: string;
  readonly note?: string;
  /** The SDK that the codes were imported from. */
  readonly sdk?: { readonly language: string; readonly version: string; readonly digest?: string };
  readonly codes?: Codes;
  readonly products?: Readonly<Record<string, { readonly apiVersion?: string; readonly codes: Codes }>>;
}

/**
 * `common`: any action may return it. `family`: a first segment that many products use. `sdk`: raised by an SDK, not
 * returned by a service. `product`: defined by one product.
 */
export type Scope = 'common' | 'family' | 'sdk' | 'product';

/** A known code, of one product or of all products. */
export interface Entry extends EntryHelp {
  readonly code: string;
  /** Empty if only the code is known. */
  readonly description: string;
  readonly scope: Scope;
  /** Set if the scope is `product`. */
  readonly product?: string;
  /** The product had the code once, and no longer has it. */
  readonly retired?: true;
  /** Nothing is known of the code itself: whatever the entry says is that of its parent. */
  readonly nameOnly?: true;
  /** The code of the more general entry that some fields were taken from. */
  readonly general?: string;
}
