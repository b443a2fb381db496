/** The format of a document. */
export type Format = 'json' | 'jsonc' | 'json-lines' | 'text' | 'http' | 'markdown' | 'yaml';

/** A language whose documents are searched for responses. */
export interface DocumentLanguage {
  /** The language ID, as in VS Code. */
  readonly id: string;
  readonly format: Format;
  /** The document is JSON, or lines of it. */
  readonly json: boolean;
  /** File extensions that identify this language where no editor does. */
  readonly extensions: readonly string[];
  /** Files with these extensions are read when a folder is checked. */
  readonly checked: boolean;
  /** Codes, members and whole responses are completed. */
  readonly completed: boolean;
  /** Editors provide the outline of such documents themselves. */
  readonly outlinedByEditor: boolean;
  /** VS Code itself reports invalid JSON in such documents. */
  readonly validatedByEditor: boolean;
}

/** The defaults: responses are found, nothing else. */
const defaults = {
  json: false,
  checked: false,
  completed: false,
  outlinedByEditor: false,
  validatedByEditor: false,
} as const;

const json = {
  ...defaults,
  json: true,
  checked: true,
  completed: true,
  outlinedByEditor: true,
  validatedByEditor: true,
} as const;

/**
 * The table of languages. `npm run generate` writes the activation events of package.json from it.
 */
export const documentLanguages: readonly DocumentLanguage[] = [
  { ...json, id: 'json', format: 'json', extensions: ['.json', '.har'] },
  { ...json, id: 'jsonc', format: 'jsonc', extensions: ['.jsonc'] },
  {
    ...defaults,
    id: 'jsonl',
    format: 'json-lines',
    extensions: ['.jsonl', '.ndjson'],
    json: true,
    checked: true,
    completed: true,
  },
  { ...defaults, id: 'log', format: 'text', extensions: ['.log'], checked: true },
  { ...defaults, id: 'plaintext', format: 'text', extensions: [] },
  { ...defaults, id: 'http', format: 'http', extensions: ['.http'], checked: true },
  { ...defaults, id: 'markdown', format: 'markdown', extensions: ['.md'] },
  { ...defaults, id: 'yaml', format: 'yaml', extensions: ['.yaml', '.yml'] },
];

const byId: ReadonlyMap<string, DocumentLanguage> = new Map(
  documentLanguages.map((language) => [language.id, language]),
);

/** The language with an ID; undefined if its documents are not supported. */
export function languageWithId(id: string): DocumentLanguage | undefined {
  return byId.get(id);
}

/** The extensions of files that are read when a folder is checked, such as `.json`. */
export const checkedExtensions: readonly string[] = documentLanguages
  .filter(({ checked }) => checked)
  .flatMap(({ extensions }) => extensions);
