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

/** The same path in the file system of each workspace folder. */
function inFolders(uri: Uri): Uri[] {
  return (workspace.workspaceFolders ?? []).map((folder) =>
    uri.with({ scheme: folder.uri.scheme, authority: folder.uri.authority }),
  );
}
