/** Whose fault a failure is. */
export type Fault = 'caller' | 'account' | 'service' | 'network';

/** Whether the same call may be sent again. */
export type Retry = 'no' | 'after-fixing' | 'backoff' | 'at-once';

/** What a catalog file says of a code; a bare string is its description. The form is error-codes.schema.json. */
export interface EntryData {
  readonly description: string;
  readonly meaning?: string;
  readonly causes?: readonly string[];
  readonly steps?: readonly string[];
  readonly fault?: Fault;
  readonly retry?: Retry;
  readonly url?: string;
  readonly urlCn?: string;
  readonly related?: readonly string[];
}

/** The content of a catalog file. */
export interface CatalogData {
  readonly schemaVersion: number;
  readonly product?: string;
  readonly apiVersion?: string;
  readonly codes: Readonly<Record<string, string | EntryData>>;
}

/** `common`: any action may return it. `family`: a first segment that many products use. `product`: one product's own. */
export type Scope = 'common' | 'family' | 'product';

/** What is known of one code of one product, or of all products. */
export interface Entry extends EntryData {
  readonly code: string;
  readonly scope: Scope;
  /** Set where the scope is `product`. */
  readonly product?: string;
}
