import {
  CodeActionKind,
  TextDocumentEdit,
  type CodeAction,
  type Diagnostic,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Localizer } from '../base/localizer';
import type { ClientCommands, ServiceContext } from '../context/serviceContext';
import { rangeOf, type ApiResponseDocument } from '../document';
import type { Edit } from '../fixes/fix';
import { toDiagnostic } from './diagnostics';
import { fixableFindings } from './fixableFindings';
import { fixAllEdits } from './fixAll';

/** The kind of the action that applies all safe fixes of a document. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.apiResponse`;

/** Findings that get quick fixes, since no more are shown. */
const maxFindings = 100;

/** The quick fixes in a range, and one action for all safe fixes of the document. `only`: the requested kinds. */
export function getCodeActions(
  document: ApiResponseDocument,
  range: Range,
  only: readonly string[] | undefined,
  context: ServiceContext,
): CodeAction[] {
  return [
    ...(!only || wants(only, CodeActionKind.QuickFix) ? quickFixes(document, range, context) : []),
    // Expensive, since it parses the document again, so only on explicit request.
    ...(only && wants(only, fixAllKind) ? fixAll(document, context) : []),
  ];
}

function quickFixes(document: ApiResponseDocument, range: Range, context: ServiceContext): CodeAction[] {
  const { text } = document;
  const offset = text.offsetAt(range.start);
  const within = { offset, length: text.offsetAt(range.end) - offset };
  const placed: PlacedAction[] = [];
  let found = 0;
  for (const { finding, fixes } of fixableFindings(document, within, context)) {
    if (++found > maxFindings) {
      break;
    }
    const diagnostic = toDiagnostic(text, finding, context);
    fixes.forEach(({ title, edits, safe }, index) => {
      // Editors apply preferred fixes without asking.
      const preference = index === 0 && safe ? { isPreferred: true } : {};
      const edit = workspaceEdit(document, edits, context);
      const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], ...preference, edit };
      placed.push({ action, start: diagnostic.range.start });
    });
    const { commands } = context.client;
    if (commands && !fixes.some(({ safe }) => safe)) {
      placed.push({ action: showRule(diagnostic, commands, context.l10n), start: diagnostic.range.start });
    }
  }
  return withDistinctTitles(placed, context.l10n);
}

/** Beside fixes that are not safe: where an editor finds only one action, Auto Fix applies it, preferred or not. */
function showRule(diagnostic: Diagnostic, { showRule: command }: ClientCommands, l10n: Localizer): CodeAction {
  const rule = String(diagnostic.code);
  const title = l10n.t('Show the rule "{0}"', rule);
  const kind = CodeActionKind.QuickFix;
  return { title, kind, diagnostics: [diagnostic], command: { title, command, arguments: [rule] } };
}

/** A quick fix, and where its finding is. */
interface PlacedAction {
  readonly action: CodeAction;
  readonly start: Position;
}

/** Two responses on one line may have the same problem: then the titles say which is which. */
function withDistinctTitles(placed: readonly PlacedAction[], l10n: Localizer): CodeAction[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { title } of placed.map(({ action }) => action)) {
    (seen.has(title) ? repeated : seen).add(title);
  }
  return placed.map(({ action, start }) =>
    repeated.has(action.title)
      ? { ...action, title: l10n.t('{0} (line {1}, column {2})', action.title, start.line + 1, start.character + 1) }
      : action,
  );
}

function fixAll(document: ApiResponseDocument, context: ServiceContext): CodeAction[] {
  const edits = fixAllEdits(document, context);
  const title = context.l10n.t('Fix all auto-fixable problems');
  return edits.length > 0 ? [{ title, kind: fixAllKind, edit: workspaceEdit(document, edits, context) }] : [];
}

/** Whether a kind or one of its parents was requested. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function workspaceEdit(
  { text }: ApiResponseDocument,
  edits: readonly Edit[],
  { client }: ServiceContext,
): WorkspaceEdit {
  const { uri, version } = text;
  const textEdits = edits.map(({ span, text: newText }): TextEdit => ({ range: rangeOf(text, span), newText }));
  return client.versionedEdits
    ? { documentChanges: [TextDocumentEdit.create({ uri, version }, textEdits)] }
    : { changes: { [uri]: textEdits } };
}
