/** Whose fault a failure is. */
export type Fault = 'caller' | 'account' | 'service' | 'network';

/** Whether the same call may be sent again. */
export type Retry = 'no' | 'after-fixing' | 'backoff' | 'at-once';

/** What is said of a code beside its description. */
export interface EntryHelp {
  readonly meaning?: string;
  readonly causes?: readonly string[];
  readonly steps?: readonly string[];
  readonly fault?: Fault;
  readonly retry?: Retry;
  readonly url?: string;
  readonly urlCn?: string;
  readonly related?: readonly string[];
}

/** What a catalog file says of a code; a bare string is its description. The form is error-codes.schema.json. */
export interface EntryData extends EntryHelp {
  readonly description: string;
}

/** The codes of one product; null: the code exists, and that is all that is known of it. */
export type Codes = Readonly<Record<string, string | EntryData | null>>;

/** The content of a catalog file: the codes of one product, or of many. */
export interface CatalogData {
  readonly schemaVersion: number;
  readonly product?: string;
  readonly apiVersion?: string;
  readonly note?: string;
  /** The SDK that the codes were imported from. */
  readonly sdk?: { readonly language: string; readonly version: string };
  readonly codes?: Codes;
  readonly products?: Readonly<Record<string, { readonly apiVersion?: string; readonly codes: Codes }>>;
}

/**
 * `common`: any action may return it. `family`: a first segment that many products use. `sdk`: an SDK makes it, not the
 * service. `product`: one product's own.
 */
export type Scope = 'common' | 'family' | 'sdk' | 'product';

/** What is known of one code of one product, or of all products. */
export interface Entry extends EntryHelp {
  readonly code: string;
  /** Empty where nothing but the code is known. */
  readonly description: string;
  readonly scope: Scope;
  /** Set where the scope is `product`. */
  readonly product?: string;
  /** The code of the entry that says in general what this one leaves out. */
  readonly general?: string;
}
