import { Uri, type ExtensionContext } from 'vscode';

/** The file with the error codes imported from an SDK. It does not exist before the first import. */
export function importedCatalogPath({ globalStorageUri }: ExtensionContext): string {
  return Uri.joinPath(globalStorageUri, 'imported.error-codes.json').fsPath;
}
