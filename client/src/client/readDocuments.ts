import { languages, workspace, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import { documentLanguages, namesSdk, sourceLanguages } from '../../../server/src/lsp/protocol';

/** The scheme of our explanations. */
export const explanationScheme = 'api-response-explanation';

/** The languages of the documents that are searched for responses, whatever file system or extension they come from. */
const responseSelector = documentLanguages.map(({ id }) => ({ language: id }));

const sourceIds: ReadonlySet<string> = new Set(sourceLanguages.flatMap(({ ids }) => ids));

/** The languages of all documents that the server is told about once it runs. */
export const documentSelector = [...responseSelector, ...Array.from(sourceIds, (language) => ({ language }))];

/** Output channels are logs too, including our own. What we write ourselves would be explained once more. */
const unreadSchemes: ReadonlySet<string> = new Set(['output', explanationScheme]);

/** Whether a document is searched for responses. */
export function isRead(document: TextDocument, context: ExtensionContext): boolean {
  return languages.match(responseSelector, document) > 0 && isReadAt(document.uri, context);
}

/**
 * Whether the server has something to say of a document that is source code. `text` is the part of it that is new; most
 * files do not name an SDK, and need no server.
 */
export function isSourceRead(document: TextDocument, text: () => string, context: ExtensionContext): boolean {
  return (
    sourceIds.has(document.languageId) &&
    isReadAt(document.uri, context) &&
    workspace.getConfiguration('apiResponse', document).get<boolean>('sourceCode.enabled') !== false &&
    namesSdk(text())
  );
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
