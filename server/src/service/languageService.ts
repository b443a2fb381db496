import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InlayHint,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { explainForAssistant } from './assistant';
import { english, type Localizer } from './base/localizer';
import type { Markdown } from './base/markdown';
import type { Fault } from './base/verdict';
import type { Catalog, CodeMatch, Entry } from './catalog';
import type { ClientSupport, ServiceContext } from './context/serviceContext';
import { defaultSettings, type Settings } from './context/settings';
import {
  ForwardDocument,
  parseDocument,
  type ApiResponseDocument,
  type EnvelopeWithItems,
  type TextSource,
} from './document';
import {
  explain,
  explainedText,
  explainFailureAt,
  explainText,
  explanationToMarkdown,
  explanationToText,
  faultOf,
  knownDescription,
  listFailures,
  listItemFailures,
  productOfCall,
  scopeLabel,
  type ExplainedText,
  type Explanation,
  type Failure,
  type Form,
  type PlaceExplanation,
  type WantedCode,
} from './explain';
import {
  completeInSource,
  doComplete,
  doHover,
  doResolve,
  doValidation,
  explainInSource,
  findDocumentSymbols,
  findingsOf,
  getCodeActions,
  getCodeLenses,
  getInlayHints,
} from './features';
import type { ForwardText } from './incremental';
import { createItemCodeFinder } from './itemCodes';
import type { ParseOptions } from './parser';
import { createReporting, type Reporting } from './report';
import { createTicketing, type Ticketing } from './ticket';
import { Validator, type CappedFindings, type Finding } from './validation';

/** The parameters of a service. Only the catalog is required. */
export interface LanguageServiceParams {
  /** Called once, on first use. */
  readonly catalog: () => Catalog;
  /** The language of all answers; English by default. */
  readonly l10n?: Localizer;
  readonly settings?: Settings;
  /** Address of docs/rules.md. */
  readonly rulesPage?: string;
  /** A RequestId that belongs to no call. */
  readonly newRequestId?: () => string;
  readonly client?: Partial<ClientSupport>;
  /** Maximum number of findings returned per document; all are counted. */
  readonly maxFindings?: number;
}

/** How to parse a document, besides its language. */
export type DocumentOptions = Partial<Omit<ParseOptions, 'languageId'>>;

/** A code of the catalog, for a list. */
export interface CodeSummary {
  readonly code: string;
  readonly description: string;
  /** What the code belongs to, in a word or two. */
  readonly detail: string;
}

/**
 * Language features for documents with API responses, in one display language and with one catalog and settings. A
 * document can be shared by several services. Offsets are UTF-16 units.
 */
export interface LanguageService extends Ticketing, Reporting {
  /** Parses a document. Of a `ChunkedText`, only what changed since the last time is parsed again. */
  parse(document: TextSource, options?: DocumentOptions): ApiResponseDocument;
  /** Parses a text that is not kept in memory. */
  parseForward(text: ForwardText, languageId: string, options?: DocumentOptions): ForwardDocument;

  doValidation(document: ApiResponseDocument): Diagnostic[];
  /** The findings behind the diagnostics. */
  findings(document: ApiResponseDocument): CappedFindings;
  /** All envelopes, each with the failures of its items. */
  envelopesForward(document: ForwardDocument): Iterable<EnvelopeWithItems>;
  /** All findings, whatever the maximum. */
  findingsForward(document: ForwardDocument): Iterable<Finding>;
  doHover(document: ApiResponseDocument, position: Position): Hover | null;
  doComplete(document: ApiResponseDocument, position: Position): CompletionItem[] | CompletionList;
  /** Adds the explanation to an item of `doComplete`. */
  doResolve(item: CompletionItem): CompletionItem;
  /** `only`: the requested kinds, including their sub-kinds; by default quick fixes. */
  getCodeActions(document: ApiResponseDocument, range: Range, only?: readonly string[]): CodeAction[];
  getCodeLenses(document: ApiResponseDocument): CodeLens[];
  getInlayHints(document: ApiResponseDocument, range: Range): InlayHint[];
  findDocumentSymbols(document: ApiResponseDocument): DocumentSymbol[];

  /** Looks a code up in the catalog. */
  matchCode(code: string): CodeMatch;
  /** What is known of a code, in one line; empty if that is nothing. */
  describeCode(code: string): string;
  /** Whose fault failures with a code are; empty if unknown. */
  faultOf(code: string): Fault | '';
  /** The product whose code it is: that of the settings, else the only one that has it; empty if unknown. */
  productOf(code: string): string;
  /** The codes with an entry. */
  listCodes(): CodeSummary[];
  /** Codes of which only the name is known and that contain a text, of any product and case; not all if there are many. */
  findCodes(containing: string): CodeSummary[];
  /** Explains any code, known or not. `product` is that of the call, if known. */
  explainCode(code: string, product?: string): Explanation;
  /** An explanation as plain text, for terminals. `insights` is what the message of a failure adds. */
  explanationText(explanation: Explanation, insights?: readonly string[]): string;
  /** An explanation as Markdown, by default as a whole. */
  explanationMarkdown(explanation: Explanation, form?: Form): Markdown;
  /** Explains the failure, or the code in source code, at a place; undefined if there is none with this code. */
  explainAt(document: ApiResponseDocument, position: Position, code: string, form?: Form): PlaceExplanation | undefined;
  /** Explains everything a text contains, as Markdown, by default as a whole; undefined if there is nothing to explain. */
  explainText(text: string, form?: Form): Markdown | undefined;
  /** The same as data, with all failures and without secrets. The language of the text is told by its content unless it is given. */
  explainedText(text: string, languageId?: string): ExplainedText | undefined;
  /** Says to a language model what is known of a document, as plain text without secrets; undefined if that is nothing. */
  explainForAssistant(document: ApiResponseDocument): string | undefined;
  listFailures(document: ApiResponseDocument): Failure[];
  /** The failures of items, whose codes are inside the payloads of responses. */
  listItemFailures(document: ApiResponseDocument): Failure[];
}

/** Codes that are found by a text. Longer lists are slow to show, and nobody reads them. */
const maxFound = 200;

/** Creates a service. It is cheap: the catalog is loaded on first use. */
export function createLanguageService(params: LanguageServiceParams): LanguageService {
  const context = createContext(params);
  const { l10n, settings } = context;
  const validator = new Validator(context, params.maxFindings ?? Infinity);
  const unlimited = new Validator(context, Infinity);
  const findItemCodes = createItemCodeFinder(context);
  return {
    parse: (document, { declared = false, unwrapped = false, reportBreaks = true, maxResponses = Infinity } = {}) =>
      parseDocument(document, { languageId: document.languageId, declared, unwrapped, reportBreaks, maxResponses }),

    parseForward: (text, languageId, { declared = false, unwrapped = false, reportBreaks = true } = {}) =>
      new ForwardDocument(text, { languageId, declared, unwrapped, reportBreaks }),

    doValidation: (document) => doValidation(document, validator, context),
    findings: (document) => findingsOf(document, validator, context),
    envelopesForward: (document) => document.envelopes(findItemCodes),
    findingsForward: (document) => document.findings(unlimited),
    doHover: (document, position) => doHover(document, position, context),
    doComplete: (document, position) =>
      completeInSource(document, position, context) ?? doComplete(document, position, context),
    doResolve: (item) => doResolve(item, context),
    getCodeActions: (document, range, only) => getCodeActions(document, range, only, context),
    getCodeLenses: (document) => getCodeLenses(document, context, findItemCodes),
    getInlayHints: (document, range) => getInlayHints(document, range, context),
    findDocumentSymbols: (document) => findDocumentSymbols(document, context),

    matchCode: (code) => context.catalog.match(code, settings.product),
    describeCode: (code) => knownDescription(context.catalog.match(code, settings.product), settings.product, l10n),
    faultOf: (code) => faultOf(code, settings.product, context),
    productOf: (code) => productOfCall({}, code, context),
    listCodes: () => context.catalog.codes().map((entry) => summaryOf(entry, context)),
    findCodes: (containing) => findCodes(containing.toLowerCase(), context),
    explainCode: (code, product = '') => explain(code, context, product || productOfCall({}, code, context)),
    explanationText: (explanation, insights) => explanationToText(explanation, l10n, insights),
    explanationMarkdown: (explanation, form) => explanationToMarkdown(explanation, l10n, { form }),
    explainAt: (document, position, code, form) =>
      explainAt(document, { offset: document.text.offsetAt(position), code, form }, context),
    explainText: (text, form) => explainText(text, context, form),
    explainForAssistant: (document) => explainForAssistant(document, context),
    explainedText: (text, languageId) => explainedText(text, context, languageId),
    listFailures: (document) => listFailures(document, context),
    listItemFailures: (document) => listItemFailures(document, context, findItemCodes),

    ...createTicketing(context),
    ...createReporting(context),
  };
}

function explainAt(
  document: ApiResponseDocument,
  wanted: WantedCode,
  context: ServiceContext,
): PlaceExplanation | undefined {
  return explainFailureAt(document, wanted, context) ?? explainInSource(document, wanted, context);
}

function findCodes(text: string, context: ServiceContext): CodeSummary[] {
  const { catalog } = context;
  const codes = catalog.namedCodes((code) => code.toLowerCase().includes(text)).slice(0, maxFound);
  return codes.flatMap((code) => catalog.get(code) ?? []).map((entry) => summaryOf(entry, context));
}

function summaryOf(entry: Entry, context: ServiceContext): CodeSummary {
  const { code, product = '' } = entry;
  const description = knownDescription({ kind: 'exact', entry, code }, product, context.l10n);
  return { code, description, detail: scopeLabel(entry, context) };
}

function createContext(params: LanguageServiceParams): ServiceContext {
  let catalog: Catalog | undefined;
  return {
    get catalog() {
      return (catalog ??= params.catalog());
    },
    l10n: params.l10n ?? english,
    settings: params.settings ?? defaultSettings,
    rulesPage: params.rulesPage ?? 'docs/rules.md',
    newRequestId: params.newRequestId ?? (() => '00000000-0000-4000-8000-000000000000'),
    client: {
      snippets: false,
      markdownHovers: true,
      markdownDocumentation: true,
      versionedEdits: false,
      commands: undefined,
      hoverCommand: undefined,
      ...params.client,
    },
  };
}
