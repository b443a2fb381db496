import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { builtinCatalog } from '../../server/src/data/builtinData';
import { defaultSettings, type LanguageService, type Settings } from '../../server/src/service';
import { english } from '../../server/src/service/base/localizer';
import { fixableFindings } from '../../server/src/service/features/fixableFindings';
import { parse, parseEdited, serviceWith, type ParseOptions } from './service';
import { catalogFor } from './sourceCatalog';

/** The RequestId that fixes insert in tests. */
export const newRequestId = '00000000-0000-4000-8000-000000000000';

/** A quick fix, and the text after it was applied. */
export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
  readonly preferred: boolean;
  readonly text: string;
}

const uri = 'file:///x.json';

/** The actions of the given kinds for a whole text. */
export function actionsOn(
  text: string,
  only: readonly string[] | undefined,
  options: ParseOptions = {},
  settings: Partial<Settings> = {},
): CodeAction[] {
  const document = parseEdited(text, options);
  const range = { start: { line: 0, character: 0 }, end: document.text.positionAt(text.length) };
  return fixingService(settings, options.languageId).getCodeActions(document, range, only);
}

function fixingService(settings: Partial<Settings>, languageId: string | undefined): LanguageService {
  return serviceWith({
    settings,
    ...catalogFor(languageId),
    rulesPage: 'file:///rules.md',
    newRequestId: () => newRequestId,
  });
}

/** All quick fixes of a text, each applied separately. */
export function quickFixesOf(text: string, options: ParseOptions = {}, settings: Partial<Settings> = {}): AppliedFix[] {
  return actionsOn(text, ['quickfix'], options, settings).map((action) => ({
    rule: String(action.diagnostics?.[0]?.code),
    title: action.title,
    preferred: action.isPreferred === true,
    text: apply(text, action),
  }));
}

/** Whether each fix of a rule in a text is safe. */
export function safetyOfFixes(
  rule: string,
  text: string,
  options: ParseOptions = {},
  settings: Partial<Settings> = {},
): boolean[] {
  const found = fixableFindings(
    parse(text, options),
    { offset: 0, length: text.length },
    {
      catalog: catalogFor(options.languageId).catalog ?? builtinCatalog(),
      l10n: english,
      settings: { ...defaultSettings, ...settings },
      rulesPage: '',
      newRequestId: () => newRequestId,
      client: {
        snippets: false,
        markdownHovers: true,
        markdownDocumentation: true,
        versionedEdits: false,
        commands: undefined,
        hoverCommand: undefined,
      },
    },
  );
  return [...found].flatMap(({ finding, fixes }) => (finding.rule === rule ? fixes.map(({ safe }) => safe) : []));
}

/** The text after "Fix all auto-fixable problems"; undefined if that is not offered. */
export function fixAll(text: string, options: ParseOptions = {}, settings: Partial<Settings> = {}): string | undefined {
  const [action] = actionsOn(text, ['source.fixAll.apiResponse'], options, settings);
  return action && apply(text, action);
}

/** Applies an action to a text. Throws if its edits overlap. */
export function apply(text: string, { edit }: CodeAction): string {
  const document = TextDocument.create(uri, 'json', 1, text);
  return TextDocument.applyEdits(document, edit?.changes?.[uri] ?? []);
}

const folder = join(__dirname, '../../../test/fixtures/fixes');

/** The expected results of the fixes of a document, from test/fixtures/fixes; empty if it has none. */
export function expectedFixes(rule: string, name: string): string {
  try {
    return readFileSync(join(folder, rule, name), 'utf8');
  } catch {
    return '';
  }
}

/** The names of all files of test/fixtures/fixes, as `rule/name`. */
export function fixFixtures(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: rule }) => readdirSync(join(folder, rule)).map((name) => `${rule}/${name}`));
}

/** Renders fixes as in test/fixtures/fixes: a line with the title, then the whole text. */
export function renderFixes(fixes: readonly AppliedFix[]): string {
  return fixes.map(({ title, text }) => `#! ${title}\n${text}${text.endsWith('\n') ? '' : '\n'}`).join('');
}
