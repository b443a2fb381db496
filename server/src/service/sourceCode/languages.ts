/** A form of string literals. */
export interface StringForm {
  /** What it begins with, the prefix included. */
  readonly open: string;
  readonly close: string;
  /** How a literal contains the character it ends with. */
  readonly escape: 'backslash' | 'doubled' | 'none';
  /** Others end with their line: what is not closed there is still being written. */
  readonly multiline?: boolean;
  /** What begins an expression inside the literal; `}` ends it. */
  readonly interpolation?: string;
}

/** What the scanner needs to know of a programming language. */
export interface SourceLanguage {
  /** The language IDs, as in VS Code. */
  readonly ids: readonly string[];
  readonly extensions: readonly string[];
  readonly lineComments: readonly string[];
  /** A line break at the beginning stands for the start of a line. */
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Of two forms that fit, the first counts. */
  readonly strings: readonly StringForm[];
  /** The beginning of a text that goes up to a line with the name in a group. */
  readonly heredoc?: RegExp;
  /** A slash may begin a regular expression. */
  readonly regularExpressions?: boolean;
  /** The beginning of a string with a delimiter, in its group, before `(`; it ends with `)`, the same and `"`. */
  readonly delimitedString?: RegExp;
  /** The words before the subject of a choice, and before its alternatives. */
  readonly choice: { readonly subject: RegExp; readonly alternative: string };
}

const double: StringForm = { open: '"', close: '"', escape: 'backslash' };
const single: StringForm = { open: "'", close: "'", escape: 'backslash' };

const cComments = { lineComments: ['//'], blockComments: [['/*', '*/']] } as const;
const choice = { subject: /^(?:switch|match)$/, alternative: 'case' };

/** JavaScript and TypeScript. */
const script = {
  ...cComments,
  strings: [double, single, { open: '`', close: '`', escape: 'backslash', multiline: true, interpolation: '${' }],
  regularExpressions: true,
  choice,
} as const satisfies Partial<SourceLanguage>;

/**
 * The table of programming languages whose source code is searched for error codes. `npm run generate` writes activation
 * events of package.json from it.
 */
export const sourceLanguages: readonly SourceLanguage[] = [
  {
    ids: ['go'],
    extensions: ['.go'],
    ...cComments,
    strings: [double, single, { open: '`', close: '`', escape: 'none', multiline: true }],
    choice,
  },
  {
    ids: ['python'],
    extensions: ['.py'],
    lineComments: ['#'],
    blockComments: [],
    // In raw strings too, a backslash keeps the quote after it from ending the string.
    strings: [
      { open: '"""', close: '"""', escape: 'backslash', multiline: true },
      { open: "'''", close: "'''", escape: 'backslash', multiline: true },
      double,
      single,
    ],
    choice,
  },
  {
    ids: ['java'],
    extensions: ['.java'],
    ...cComments,
    strings: [{ open: '"""', close: '"""', escape: 'backslash', multiline: true }, double, single],
    choice,
  },
  { ids: ['typescript', 'typescriptreact'], extensions: ['.ts', '.mts', '.cts', '.tsx'], ...script },
  { ids: ['javascript', 'javascriptreact'], extensions: ['.js', '.mjs', '.cjs', '.jsx'], ...script },
  {
    ids: ['php'],
    extensions: ['.php'],
    lineComments: ['//', '#'],
    blockComments: [['/*', '*/']],
    // They may go on in the next line. Ending them there keeps an apostrophe in HTML from swallowing what follows.
    strings: [double, single],
    heredoc: /<<<[ \t]{0,9}["']?([A-Za-z_]\w{0,99})["']?/y,
    choice,
  },
  {
    ids: ['csharp'],
    extensions: ['.cs'],
    ...cComments,
    strings: [
      { open: '"""', close: '"""', escape: 'none', multiline: true },
      { open: '$@"', close: '"', escape: 'doubled', multiline: true, interpolation: '{' },
      { open: '@$"', close: '"', escape: 'doubled', multiline: true, interpolation: '{' },
      { open: '@"', close: '"', escape: 'doubled', multiline: true },
      { open: '$"', close: '"', escape: 'backslash', interpolation: '{' },
      double,
      single,
    ],
    choice,
  },
  {
    ids: ['cpp'],
    extensions: ['.cpp', '.cc', '.cxx', '.h', '.hpp', '.hh'],
    ...cComments,
    strings: [double, single],
    delimitedString: /(?:L|u8|[uU])?R"([^\s()\\"]{0,16})\(/y,
    choice,
  },
  {
    ids: ['ruby'],
    extensions: ['.rb'],
    lineComments: ['#'],
    blockComments: [['\n=begin', '\n=end']],
    strings: [{ ...double, interpolation: '#{' }, single, { open: '`', close: '`', escape: 'backslash' }],
    // Without a sign only in capitals, since `<<` is an operator too.
    heredoc: /<<(?:[~-]["'`]?([A-Za-z_]\w{0,99})|["'`]?([A-Z_]\w{0,99}))["'`]?/y,
    regularExpressions: true,
    choice: { subject: /^case$/, alternative: 'when' },
  },
  {
    ids: ['terraform'],
    extensions: ['.tf'],
    lineComments: ['#', '//'],
    blockComments: [['/*', '*/']],
    strings: [{ ...double, interpolation: '${' }],
    heredoc: /<<-?([A-Za-z_]\w{0,99})/y,
    choice,
  },
];

/** The programming language with an ID; undefined if its source code is not read. */
export function sourceLanguageWithId(id: string): SourceLanguage | undefined {
  return sourceLanguages.find(({ ids }) => ids.includes(id));
}

/** The language ID of a source file, by its name. */
export function sourceLanguageOf(path: string): string | undefined {
  const name = path.toLowerCase();
  return sourceLanguages.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)))?.ids[0];
}

/** The extensions of source files, such as `.go`. */
export const sourceExtensions: readonly string[] = sourceLanguages.flatMap(({ extensions }) => extensions);
