/** Files as project files need them. */
export interface ProjectFileAccess {
  /**
   * The text of a file; undefined if there is none, or none that can be reached. Rejects if there is one that cannot be
   * read, is over 5 MB, or is not in the folder once links are followed.
   */
  read(uri: string, folder: string): Promise<string | undefined>;
}
