import fc from 'fast-check';
import { languagesOfSnippets, snippets } from './snippets';

/** One valid or invalid action of a client. Documents are numbered; texts and positions are generated in advance. */
export type Step =
  | { readonly kind: 'open'; readonly document: number; readonly languageId: string; readonly text: string }
  | { readonly kind: 'change'; readonly document: number; readonly edits: readonly Edit[]; readonly version: number }
  | {
      readonly kind: 'malformedChange';
      readonly document: number;
      readonly changes: unknown;
      readonly version: unknown;
    }
  | { readonly kind: 'close'; readonly document: number }
  | { readonly kind: 'ask'; readonly document: number; readonly question: Question; readonly cancelled: boolean }
  | { readonly kind: 'burst'; readonly document: number; readonly questions: readonly Question[] }
  | { readonly kind: 'request'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'notification'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'configure'; readonly settings: unknown }
  | { readonly kind: 'barrier' };

export interface Edit {
  /** The start as a fraction of the text; undefined: replace all of it. */
  readonly start: number | undefined;
  readonly length: number;
  readonly text: string;
  /** Added to the position: the protocol defines positions beyond the end of a line. */
  readonly off: readonly [lines: number, characters: number];
}

const subjects = [
  'hover',
  'diagnostics',
  'codeLens',
  'inlayHint',
  'documentSymbol',
  'completion',
  'envelopes',
  'ticket',
] as const;

export interface Question {
  readonly about: (typeof subjects)[number];
  readonly position: { readonly line: number; readonly character: number };
  readonly index: number;
}

/** The number of documents in a session. */
const documents = 4;

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...snippets), { maxLength }).map((parts) => parts.join(''));

const document = fc.nat({ max: documents - 1 });
const languageId = fc.constantFrom(...languagesOfSnippets, 'plaintext', '__proto__');
const share = fc.nat({ max: 100 }).map((hundredths) => hundredths / 100);

const edit: fc.Arbitrary<Edit> = fc.record({
  start: fc.option(share, { nil: undefined, freq: 8 }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 30 }), fc.integer({ min: -20, max: 400 })),
  text: text(3),
  off: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Edit['off']>([0, 0]) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(-1000, -1, 0, 1, 1000), fc.constantFrom(-1000, -3, 0, 3, 1000)) },
  ),
});

/** The increment of the version: 1 is valid, all others are not. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.constantFrom(0, -1, -5, 3, 1_000_000) },
);

const number = fc.oneof(
  fc.nat({ max: 3 }),
  fc.nat({ max: 150 }),
  fc.constantFrom(-1, 0.5, 2 ** 31 - 1, -(2 ** 31), 1e300),
);
const question: fc.Arbitrary<Question> = fc.record({
  about: fc.constantFrom(...subjects),
  position: fc.record({ line: number, character: number }),
  index: number,
});

/** Arbitrary JSON, and values that resemble params. */
const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    {},
    { textDocument: null },
    { textDocument: { uri: 7, languageId: null, version: '1', text: null } },
    { textDocument: { uri: '', languageId: 'json', version: 1, text: {} } },
    { textDocument: { uri: '__proto__', languageId: 'json', version: null, text: '{"Response": {"RequestId": 1}}' } },
    { textDocument: { uri: '__proto__', version: 2 }, contentChanges: [{ text: 'x' }, null] },
    { textDocument: { uri: 'file:///w/%' }, position: null },
    { uri: null, index: '0', position: { line: null } },
    { code: { toString: 1 } },
    { code: '`](command:x) __proto__' },
    { event: null },
    { event: { added: [{ uri: 7 }], removed: 1 } },
    { id: 'nothing' },
    { value: 'verbose' },
  ),
);

const requestMethods = fc.constantFrom(
  'textDocument/hover',
  'textDocument/diagnostic',
  'textDocument/codeLens',
  'codeLens/resolve',
  'textDocument/inlayHint',
  'textDocument/documentSymbol',
  'apiResponse/envelopes',
  'apiResponse/ticket',
  'apiResponse/policy',
  'apiResponse/explain',
  'apiResponse/codes',
  'apiResponse/explainText',
  'apiResponse/explainForAssistant',
  'apiResponse/status',
  'apiResponse/check',
  'apiResponse/jointTicket',
  'apiResponse/report',
  'apiResponse/nothing',
  'textDocument/completion',
  'completionItem/resolve',
  'workspace/diagnostic',
  'workspace/executeCommand',
  '$/nothing',
  '__proto__',
  '',
);

const notificationMethods = fc.constantFrom(
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'textDocument/willSave',
  'workspace/didChangeWorkspaceFolders',
  'workspace/didChangeWatchedFiles',
  '$/cancelRequest',
  '$/setTrace',
  '$/progress',
  'apiResponse/nothing',
  'constructor',
);

const malformedChanges: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    [null],
    [{}],
    [{ text: 7 }],
    [{ range: null, text: 'x' }],
    [{ text: '{' }, { range: { start: { line: 0 } }, text: null }],
    [{ range: { start: { line: 0.5, character: 0 }, end: { line: null, character: '1' } }, text: 'x' }],
  ),
);

const settings: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    diagnostics: fc.record({ enabled: fc.boolean() }),
    hover: fc.record({ enabled: fc.boolean() }),
    codeLens: fc.record({ enabled: fc.boolean() }),
    inlayHints: fc.record({ enabled: fc.boolean() }),
    symbols: fc.record({ enabled: fc.boolean() }),
    completion: fc.record({ enabled: fc.boolean() }),
    rules: fc.constantFrom<unknown>({}, { 'request-id-not-string': 'off' }, { 'invalid-json': 'hint' }, '__proto__'),
    files: fc.record({ declared: fc.constantFrom<unknown>([], ['**/*'], ['**/*1.json'], [7, '']) }),
    recognition: fc.record({ unwrapped: fc.boolean() }),
  }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The actions of a client in one session. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('open' as const), document, languageId, text: text(12) }) },
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('change' as const),
        document,
        edits: fc.array(edit, { maxLength: 3 }),
        version: step,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('malformedChange' as const),
        document,
        changes: malformedChanges,
        version: fc.constantFrom<unknown>(null, 2, 'x', undefined),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('close' as const), document }) },
    {
      weight: 10,
      arbitrary: fc.record({ kind: fc.constant('ask' as const), document, question, cancelled: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('burst' as const),
        document,
        questions: fc.array(question, { minLength: 20, maxLength: 60 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('request' as const), method: requestMethods, params: nonsense }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('notification' as const),
        method: notificationMethods,
        params: nonsense,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('configure' as const), settings }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'barrier' as const }) },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
);
