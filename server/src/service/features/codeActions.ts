import {
  CodeActionKind,
  TextDocumentEdit,
  type CodeAction,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { ServiceContext } from '../context/serviceContext';
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
  const actions: CodeAction[] = [];
  let found = 0;
  for (const { finding, fixes } of fixableFindings(document, within, context)) {
    if (++found > maxFindings) {
      break;
    }
    const diagnostics = [toDiagnostic(text, finding, context.rulesPage)];
    fixes.forEach(({ title, edits }, index) => {
      const preference = index === 0 ? { isPreferred: true } : {};
      const edit = workspaceEdit(document, edits, context);
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, ...preference, edit });
    });
  }
  return actions;
}

function fixAll(document: ApiResponseDocument, context: ServiceContext): CodeAction[] {
  const edits = fixAllEdits(document, context);
  const title = context.l10n.t('Fix all safe problems');
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
