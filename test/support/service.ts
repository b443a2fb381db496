import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtinCatalog, builtinLocalizer } from '../../server/src/data/builtinData';
import {
  ChunkedText,
  createLanguageService,
  defaultSettings,
  type Catalog,
  type DisplayLanguage,
  type DocumentOptions,
  type Envelope,
  type Finding,
  type LanguageService,
  type LanguageServiceParams,
  type Settings,
} from '../../server/src/service';
import { ApiResponseDocument } from '../../server/src/service/document';
import type { ParsedText } from '../../server/src/service/envelope/envelope';
import { parseIncrementally } from '../../server/src/service/incremental';
import { renderMarkers } from './markers';
import { catalogFor } from './sourceCatalog';

/** The options of parsing a text in a test. By default it is JSON that is not declared. */
export interface ParseOptions extends DocumentOptions {
  readonly languageId?: string | undefined;
}

/** The parameters of a service in a test. */
export interface ServiceOptions extends Partial<Omit<LanguageServiceParams, 'catalog' | 'l10n' | 'settings'>> {
  readonly language?: DisplayLanguage;
  readonly catalog?: Catalog;
  readonly settings?: Partial<Settings>;
  readonly product?: string;
}

/** Creates a service. By default it is English and has the built-in catalog. */
export function serviceWith(options: ServiceOptions = {}): LanguageService {
  const { language = 'en', catalog, settings, product, ...params } = options;
  return createLanguageService({
    ...params,
    catalog: () => catalog ?? builtinCatalog(language),
    l10n: builtinLocalizer(language),
    settings: { ...defaultSettings, ...settings, ...(product === undefined ? {} : { product }) },
  });
}

/** Parses a text as a whole. */
export function parse(text: string, { languageId = 'json', ...options }: ParseOptions = {}): ApiResponseDocument {
  return serviceWith().parse(TextDocument.create('file:///x.json', languageId, 1, text), options);
}

/** Parses a text as one that is being edited. */
export function parseEdited(text: string, { languageId = 'json', ...options }: ParseOptions = {}): ApiResponseDocument {
  return serviceWith().parse(new ChunkedText('file:///x.json', languageId, 1, text), options);
}

/** The content of a document, as plain data. */
export function contentOf(document: ApiResponseDocument): ParsedText {
  return {
    envelopes: document.envelopes(),
    breaks: document.breaks(),
    missingResponses: document.missingResponses(),
    ...(document.isTooDeep() ? { tooDeep: true } : {}),
  };
}

/** The content of a text, as plain data. */
export function read(text: string, options: ParseOptions = {}): ParsedText {
  return contentOf(parse(text, options));
}

/** The only envelope of a text. */
export function readOne(text: string, options: ParseOptions = {}): Envelope {
  const { envelopes } = read(text, options);
  const [envelope] = envelopes;
  if (!envelope || envelopes.length !== 1) {
    throw new Error(`One envelope expected, not ${envelopes.length}: ${text}`);
  }
  return envelope;
}

export function findingsOf(text: string, options: ParseOptions = {}, settings: Partial<Settings> = {}): Finding[] {
  return [...serviceWith({ settings, ...catalogFor(options.languageId) }).findings(parse(text, options)).first];
}

/** The rules that fire, in the order of the text. */
export function rulesOf(text: string, options: ParseOptions = {}, settings: Partial<Settings> = {}): string[] {
  return findingsOf(text, options, settings).map(({ rule }) => rule);
}

/** The text with its envelopes marked, such as `‹failure|{…}|›`. */
export function markEnvelopes(text: string, options: ParseOptions = {}): string {
  const { envelopes } = read(text, options);
  return renderMarkers(
    text,
    envelopes.map(({ span, status }) => ({ ...span, label: status })),
  );
}

/** The text with its findings marked, such as `‹error missing-request-id|"Response"|›`. */
export function markFindings(text: string, found: readonly Finding[]): string {
  return renderMarkers(
    text,
    found.map(({ span, severity, rule }) => ({ ...span, label: `${severity} ${rule}` })),
  );
}

/** Parses a text incrementally, in pieces of a given length. */
export function parseInPieces(
  text: ChunkedText,
  pieceLength: number,
  { languageId = 'json', declared = false, unwrapped = false, reportBreaks = true }: ParseOptions = {},
): ApiResponseDocument {
  const options = { languageId, declared, unwrapped, reportBreaks };
  return new ApiResponseDocument(text, options, parseIncrementally(text, options, pieceLength));
}
