import { languages, workspace, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import { documentLanguages } from '../../../server/src/lsp/protocol';

/** The scheme of our explanations. */
export const explanationScheme = 'api-response-explanation';

/** The languages of the documents that are read, whatever file system or extension they come from. */
export const documentSelector = documentLanguages.map(({ id }) => ({ language: id }));

/** Output channels are logs too, including our own. What we write ourselves would be explained once more. */
const unreadSchemes: ReadonlySet<string> = new Set(['output', explanationScheme]);

/** Whether a document is read. */
export function isRead(document: TextDocument, context: ExtensionContext): boolean {
  return languages.match(documentSelector, document) > 0 && isReadAt(document.uri, context);
}

/** Whether documents at an address are read: not our own documentation, which has bad examples. */
export function isReadAt(uri: Uri, { extensionUri }: ExtensionContext): boolean {
  const isOwn = uri.scheme === extensionUri.scheme && uri.path.startsWith(`${extensionUri.path}/`);
  return !isOwn && !unreadSchemes.has(uri.scheme);
}

/** Schemes of documents that can be edited without a file system. */
const editableSchemes: ReadonlySet<string> = new Set(['untitled', 'vscode-notebook-cell']);

/** Whether somebody can fix what is found at an address: not on the old side of a comparison. */
export function isEditableAt({ scheme }: Uri): boolean {
  return editableSchemes.has(scheme) || workspace.fs.isWritableFileSystem(scheme) === true;
}
