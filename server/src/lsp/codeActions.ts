import {
  CodeActionKind,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionOptions,
  type CodeActionParams,
} from 'vscode-languageserver';
import { codeActions, fixAllKind } from '../service';
import type { Knowledge } from './diagnostics';
import type { OpenDocument } from './documents';

/** What is offered to clients that take code actions; others know commands only. */
export function codeActionOptions({ textDocument }: ClientCapabilities): { codeActionProvider?: CodeActionOptions } {
  return textDocument?.codeAction?.codeActionLiteralSupport
    ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }
    : {};
}

/** The actions for a range; none where findings are not wanted. */
export function actions(
  open: OpenDocument | undefined,
  { range, context }: CodeActionParams,
  { catalog, rulesPage, newRequestId }: Knowledge,
  versioned: boolean,
): CodeAction[] {
  if (!open?.configuration.diagnostics) {
    return [];
  }
  return codeActions(
    open,
    { range, only: context.only, versioned },
    { catalog: catalog(), settings: open.configuration, rulesPage, newRequestId },
  );
}
