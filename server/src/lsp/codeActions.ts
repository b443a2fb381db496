import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { codeActions } from '../service';
import type { Knowledge } from './diagnostics';
import type { OpenDocument } from './documents';

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
