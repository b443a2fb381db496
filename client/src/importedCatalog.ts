import { Uri, type ExtensionContext } from 'vscode';

/** The file that holds the error codes which were imported from an SDK; there is none before the first import. */
export function importedCatalogPath({ globalStorageUri }: ExtensionContext): string {
  return Uri.joinPath(globalStorageUri, 'imported.error-codes.json').fsPath;
}
