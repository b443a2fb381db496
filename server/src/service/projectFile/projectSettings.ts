import type { Span } from '../base/span';
import type { Settings } from '../context/settings';

/** What a project file sets, as far as it can be used. What it does not set is undefined. */
export interface ProjectSettings {
  readonly rules?: Settings['rules'] | undefined;
  /** Globs of documents always treated as API responses, relative to the folder of the file. */
  readonly declared?: readonly string[] | undefined;
  readonly catalogs?: readonly ProjectPath[] | undefined;
  readonly product?: string | undefined;
  readonly unwrapped?: boolean | undefined;
}

/** The path of a file, and where the project file names it. */
export interface ProjectPath {
  /** Relative to the folder of the project file, which it does not leave. */
  readonly names: readonly string[];
  readonly span: Span;
}
