/** What is known of error codes: the catalog of them, its entries, and their names. */
export { Catalog, type CatalogFile, type CodeMatch } from './catalog';
export { trimCode } from './code';
export { CodeNames } from './codeNames';
export type { CatalogData, Entry, EntryData, Scope } from './entry';
