/** How a document is read. */
export type Format = 'json' | 'jsonc' | 'json-lines' | 'text' | 'http' | 'markdown' | 'yaml';

/** A language in whose documents responses are looked for. */
export interface DocumentLanguage {
  /** The language id, as VS Code has it. */
  readonly id: string;
  readonly format: Format;
  /** The document is JSON, or lines of it. */
  readonly json: boolean;
  /** Ends of names by which a file is known to be in this language where no editor says so. */
  readonly extensions: readonly string[];
  /** A check of a folder reads the files with these extensions. */
  readonly checked: boolean;
  /** Codes, members and whole responses are completed. */
  readonly completed: boolean;
  /** Editors list the symbols of such documents themselves. */
  readonly outlinedByEditor: boolean;
  /** VS Code itself reports where such documents are not valid JSON. */
  readonly validatedByEditor: boolean;
  /** A document in this language is a response, whatever it holds. */
  readonly declared: boolean;
}

/** What most languages are: responses are found in them, and nothing else is done about them. */
const other = {
  json: false,
  checked: false,
  completed: false,
  outlinedByEditor: false,
  validatedByEditor: false,
  declared: false,
} as const;

const json = {
  ...other,
  json: true,
  checked: true,
  completed: true,
  outlinedByEditor: true,
  validatedByEditor: true,
} as const;

/**
 * The one table of languages, from which `npm run generate` writes the activation events and file names in package.json.
 */
export const documentLanguages: readonly DocumentLanguage[] = [
  { ...json, id: 'json', format: 'json', extensions: ['.json', '.har'] },
  { ...json, id: 'jsonc', format: 'jsonc', extensions: ['.jsonc'] },
  {
    ...other,
    id: 'jsonl',
    format: 'json-lines',
    extensions: ['.jsonl', '.ndjson'],
    json: true,
    checked: true,
    completed: true,
  },
  {
    ...json,
    id: 'api-response',
    format: 'json',
    extensions: ['.api-response.json'],
    validatedByEditor: false,
    declared: true,
  },
  { ...other, id: 'log', format: 'text', extensions: ['.log'], checked: true },
  { ...other, id: 'plaintext', format: 'text', extensions: [] },
  { ...other, id: 'http', format: 'http', extensions: ['.http'], checked: true },
  { ...other, id: 'markdown', format: 'markdown', extensions: ['.md'] },
  { ...other, id: 'yaml', format: 'yaml', extensions: ['.yaml', '.yml'] },
];

const byId: ReadonlyMap<string, DocumentLanguage> = new Map(
  documentLanguages.map((language) => [language.id, language]),
);

/** The language with an id; undefined for one whose documents nobody reads. */
export function languageWithId(id: string): DocumentLanguage | undefined {
  return byId.get(id);
}

/** The extensions of files that a check of a folder reads, such as `.json`. */
export const checkedExtensions: readonly string[] = documentLanguages
  .filter(({ checked, declared }) => checked && !declared)
  .flatMap(({ extensions }) => extensions);
