import {
  CodeActionKind,
  TextDocumentEdit,
  type CodeAction,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Edit } from '../fixes/fix';
import { fixableFindings, type FixKnowledge } from '../validation/fixableFindings';
import type { Part, ReadOptions } from '../document';
import type { ChunkedText } from '../incremental/chunkedText';
import { toDiagnostic } from './diagnostics';
import { fixAllEdits } from './fixAll';
import { rangeOf } from './range';
import * as l10n from '../base/localizer';

/** The kind under which all safe fixes of a document are offered together. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.apiResponse`;

/** Findings for which actions are offered at once, as no more are shown. */
const mostFindings = 100;

/** What a client asks for. */
export interface CodeActionRequest {
  readonly range: Range;
  /** Kinds that are wanted, each with those below it; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** The client takes edits that name the version they are for. */
  readonly versioned: boolean;
}

/** A document that actions are asked for, and how it was read. */
export interface ActionDocument {
  readonly document: ChunkedText;
  readonly parts: readonly Part[];
  readonly options: ReadOptions;
}

/** What actions are made with. */
export interface ActionKnowledge extends FixKnowledge {
  /** Address of docs/rules.md. */
  readonly rulesPage: string;
}

/** The quick fixes in a range, and one action for all safe fixes of the document. */
export function codeActions(
  { document, parts, options }: ActionDocument,
  { range, only, versioned }: CodeActionRequest,
  knowledge: ActionKnowledge,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (!only || wants(only, CodeActionKind.QuickFix)) {
    const near = fixableFindings(parts, document.offsetAt(range.start), document.offsetAt(range.end), knowledge);
    let found = 0;
    for (const { finding, fixes } of near) {
      if (++found > mostFindings) {
        break;
      }
      const diagnostics = [toDiagnostic(document, finding, knowledge.rulesPage)];
      fixes.forEach(({ title, edits }, index) => {
        const edit = workspaceEdit(document, edits, versioned);
        const preferred = index === 0 ? { isPreferred: true } : {};
        actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, ...preferred, edit });
      });
    }
  }
  // Of all actions nobody asks for those of the whole document without naming them; they take reading it.
  if (only && wants(only, fixAllKind)) {
    const edits = fixAllEdits(document, parts, options, knowledge);
    if (edits.length > 0) {
      const edit = workspaceEdit(document, edits, versioned);
      actions.push({ title: l10n.t('Fix all safe problems'), kind: fixAllKind, edit });
    }
  }
  return actions;
}

/** Whether a kind is among those that are asked for, or below one. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function workspaceEdit(document: ChunkedText, edits: readonly Edit[], versioned: boolean): WorkspaceEdit {
  const { uri, version } = document;
  const textEdits = edits.map(({ span, text }): TextEdit => ({ range: rangeOf(document, span), newText: text }));
  return versioned
    ? { documentChanges: [TextDocumentEdit.create({ uri, version }, textEdits)] }
    : { changes: { [uri]: textEdits } };
}
