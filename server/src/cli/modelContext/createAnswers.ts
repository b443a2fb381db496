import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtinLocalizer } from '../../data/builtinData';
import {
  createLanguageService,
  defaultSettings,
  languageOf,
  type ApiResponseDocument,
  type Catalog,
  type DisplayLanguage,
  type Envelope,
  type LanguageService,
  type Localizer,
} from '../../service';
import { checkFile } from '../checking/checkFile';
import { catalogWith, type UserCatalogs } from '../input/catalogs';
import { inMemory } from '../input/openInput';
import { oneLine, spellOut } from '../output/spellOut';
import { withoutSecrets } from '../results/withoutSecrets';
import { UsageError } from '../usage/exit';
import type { Answer, Answers, Checked, Explained, PlacedFinding, Roots, SourceInput, Ticket } from './answers';
import { readClientFile } from './clientFile';

/** More findings are counted. */
const maxFindings = 100;

/** What every answer depends on, unless a call says otherwise. */
export interface AnswerDefaults {
  readonly product: string;
  readonly language: DisplayLanguage;
  readonly catalogs: UserCatalogs | undefined;
}

/** Who answers one call. */
interface Answerer {
  readonly service: LanguageService;
  readonly l10n: Localizer;
  readonly product: string;
}

/** What the tools of the MCP server answer: without secrets, and with control characters spelled out. */
export function createAnswers({ product: defaultProduct, language, catalogs }: AnswerDefaults): Answers {
  const known = new Map<DisplayLanguage, Catalog>();
  const catalogIn = (locale: DisplayLanguage): Catalog => {
    const catalog = known.get(locale) ?? catalogWith(locale, catalogs);
    known.set(locale, catalog);
    return catalog;
  };
  const answererFor = ({ product = defaultProduct, locale = language }: Partial<SourceInput>): Answerer => {
    const l10n = builtinLocalizer(locale);
    const settings = { ...defaultSettings, product: oneLine(product) };
    return { l10n, product, service: createLanguageService({ catalog: () => catalogIn(locale), l10n, settings }) };
  };
  const answer = async <T>(input: Partial<SourceInput>, work: (answerer: Answerer) => T | Promise<T>): Promise<T> => {
    const answerer = answererFor(input);
    try {
      return await work(answerer);
    } catch (error) {
      throw new Error(reasonFor(error, answerer), { cause: error });
    }
  };
  return {
    explain: (input) => answer(input, (answerer) => explain(input.text, answerer)),
    check: (input, roots) => answer(input, async (answerer) => check(await textOf(input, roots, answerer), answerer)),
    ticket: (input, roots) =>
      answer(input, async (answerer) => ticket(await textOf(input, roots, answerer), input.index, answerer)),
  };
}

/** Why there is no answer. The message of an internal error may quote the text, and is left out. */
function reasonFor(error: unknown, { service, l10n }: Answerer): string {
  if (error instanceof UsageError) {
    return oneLine(service.withoutSecrets([error.message]).join(''));
  }
  return l10n.t('internal error: {0}; please report it.', error instanceof Error ? error.name : typeof error);
}

/** A text, and the name of its file; empty if it has none. */
interface NamedText {
  readonly name: string;
  readonly text: string;
}

async function textOf(
  { text, fileName = '', file }: SourceInput,
  roots: Roots,
  { l10n }: Answerer,
): Promise<NamedText> {
  if (file !== undefined && text === undefined) {
    return readClientFile(file, await roots(), l10n);
  }
  if (text === undefined || file !== undefined) {
    throw new UsageError(l10n.t('Pass either text or file.'));
  }
  return { text, name: fileName };
}

function explain(text: string, { service, l10n }: Answerer): Answer<Explained> {
  const document = service.parse(TextDocument.create('', languageOf('', text), 0, text));
  const said = service.explainForAssistant(document);
  const explanation = spellOut(said ?? l10n.t('No API response, SDK exception, error code or RequestId was found.'));
  return { text: explanation, data: { found: said !== undefined, explanation } };
}

function check({ name, text }: NamedText, { service, l10n, product }: Answerer): Answer<Checked> {
  const settings = { ...defaultSettings, product };
  const job = { format: 'json', language: l10n.language, settings, declared: [], unwrapped: false } as const;
  const file = withoutSecrets(checkFile(inMemory({ path: name }, Buffer.from(text)), job, service), service);
  let responses = 0;
  let failures = 0;
  for (const { envelope } of file.envelopes()) {
    responses++;
    failures += envelope.status === 'failure' ? 1 : 0;
  }
  const findings: PlacedFinding[] = [];
  let more = 0;
  for (const { rule, severity, message, span } of file.findings()) {
    if (findings.length === maxFindings) {
      more++;
    } else {
      const { start, end } = file.rangeOf(span);
      findings.push({
        ...{ rule, severity, message: oneLine(message) },
        ...{ line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
      });
    }
  }
  const data = { responses, failures, findings, more };
  return { text: linesOf(data, l10n), data };
}

function linesOf({ responses, failures, findings, more }: Checked, l10n: Localizer): string {
  return [
    l10n.t('{0} responses, {1} failed.', responses, failures),
    ...findings.map(({ line, column, severity, message, rule }) =>
      l10n.t('line {0}, column {1}: {2} {3} [{4}]', line, column, severity, message, rule),
    ),
    ...(more > 0 ? [l10n.t('{0} more findings.', more)] : []),
  ].join('\n');
}

function ticket({ name, text }: NamedText, index: number | undefined, { service, l10n }: Answerer): Answer<Ticket> {
  const what = name === '' ? l10n.t('The text') : oneLine(name);
  const source = TextDocument.create(name, languageOf(name, text), 0, text);
  const recognised = service.parse(source, { unwrapped: true });
  // Who asks for a ticket says that there is a response, so it may lack its `Response`.
  const document = recognised.envelopes().length > 0 ? recognised : service.parse(source, { declared: true });
  const envelope = chooseEnvelope(document, index);
  if (!envelope) {
    const { length } = document.envelopes();
    const count = length === 1 ? l10n.t('1 API response') : l10n.t('{0} API responses', length);
    throw new UsageError(
      index === undefined
        ? l10n.t('{0} has {1}.', what, count)
        : l10n.t('{0} has {1}, none at index {2}.', what, count, index),
    );
  }
  const now = new Date();
  const time = { epoch: now.getTime(), offset: -now.getTimezoneOffset() };
  const filled = service.createTicket(document, { envelope, file: what, time });
  const shown = spellOut(filled.text);
  return { text: shown, data: { ticket: shown, removed: filled.removed.map((kind) => service.secretName(kind)) } };
}

/** The envelope with the index; by default the first failure, or the first envelope if there is none. */
function chooseEnvelope(document: ApiResponseDocument, index: number | undefined): Envelope | undefined {
  const envelopes = document.envelopes();
  return index === undefined
    ? (envelopes.find(({ status }) => status === 'failure') ?? envelopes[0])
    : envelopes[index];
}
