import { workspace, type Uri } from 'vscode';
import { baseName, isAbsolutePath } from '../ui/paths';

/**
 * The name of a document for the reader of a ticket: its path in the workspace, whatever scheme it is opened with, such as
 * an older version of a file. Of a document elsewhere only the last part, since its path is nobody's business.
 */
export function fileName(uri: Uri): string {
  const name = [uri, ...inFolders(uri)]
    .map((each) => workspace.asRelativePath(each))
    .find((each) => !isAbsolutePath(each));
  return name ?? baseName(uri);
}

/** The same path in the file system of each workspace folder, except for one that is a whole file system. */
function inFolders(uri: Uri): Uri[] {
  if (!uri.path.startsWith('/')) {
    // Unsaved documents have no path, and no folder has a place for their names.
    return [];
  }
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri).filter(({ path }) => path !== '/');
  return folders.map(({ scheme, authority }) => uri.with({ scheme, authority }));
}
