/** Files as the catalogs need them. */
export interface CatalogAccess {
  /**
   * The candidates for a path in the setting `apiResponse.catalogs`. A relative path is resolved against the workspace
   * folders (URIs), and must not leave them.
   */
  places(path: string, folders: readonly string[]): readonly CandidateFile[];
  /** Reads the first candidate that exists and is inside its folder, symbolic links resolved. */
  open(places: readonly CandidateFile[]): Promise<CatalogText | undefined>;
  /** Synchronous, for a file the server wrote itself; undefined if it cannot be read. */
  readNow(path: string): string | undefined;
}

/** The text of a file; undefined if it cannot be read, or is over 5 MB. */
export interface CatalogText {
  readonly uri: string;
  readonly text: string | undefined;
}

/** A file that may not exist, by path and by URI. */
export interface CandidateFile {
  readonly path: string;
  readonly uri: string;
  /** The workspace folder it must be in, if any. */
  readonly folder?: string;
}
