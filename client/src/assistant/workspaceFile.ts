import { FileType, l10n, Uri, workspace } from 'vscode';
import { readCheckedFile } from '../check/checkedFiles';
import { escapeForMessage } from '../ui/escape';

/**
 * Reads a file that a language model names, by its URI, its path, or its path in a workspace folder. Rejects with a message
 * for the model if that is not a file of the workspace: whoever wrote what the model read must not choose other files.
 */
export async function readWorkspaceFile(file: string): Promise<{ readonly uri: Uri; readonly text: string }> {
  if (!workspace.isTrusted) {
    throw new Error(l10n.t('Files are read only in a trusted workspace. Pass their text.'));
  }
  const uris = urisOf(file).filter((uri) => workspace.getWorkspaceFolder(uri));
  if (uris.length === 0) {
    throw new Error(
      l10n.t('{0} is not in a folder of the workspace. Only files in it are read.', escapeForMessage(file)),
    );
  }
  for (const uri of uris) {
    if (await isOwnFile(uri)) {
      const found = await readCheckedFile(uri);
      if (typeof found !== 'string') {
        return { uri, text: found.text };
      }
      if (found === 'tooLarge') {
        throw new Error(l10n.t('This is too large to be read. Pass the part with the failure as text.'));
      }
    }
  }
  throw new Error(
    l10n.t(
      '{0} is not a file of the workspace that can be read. Symbolic links are not followed.',
      escapeForMessage(file),
    ),
  );
}

/** What a name may stand for, without `..`. */
function urisOf(file: string): Uri[] {
  const folders = workspace.workspaceFolders ?? [];
  // A single letter is a drive.
  if (/^[a-z][\w+.-]+:/i.test(file)) {
    return parsed(file);
  }
  if (/^(?:[a-z]:)?[\\/]/i.test(file)) {
    return folders.map(({ uri }) => Uri.joinPath(uri.with({ path: Uri.file(file).path }), '.'));
  }
  return folders.flatMap(({ name, uri }) => [
    Uri.joinPath(uri, file),
    // VS Code puts the name of the folder first if there are several.
    ...(file.startsWith(`${name}/`) ? [Uri.joinPath(uri, file.slice(name.length + 1))] : []),
  ]);
}

function parsed(file: string): Uri[] {
  try {
    return [Uri.joinPath(Uri.parse(file), '.')];
  } catch {
    return [];
  }
}

/** Whether this is a file, and neither it nor a folder between it and the workspace folder is a link, which may lead anywhere. */
async function isOwnFile(uri: Uri): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(uri)?.uri.path ?? uri.path;
  try {
    for (let each = uri; each.path.length > root.length; each = Uri.joinPath(each, '..')) {
      const { type } = await workspace.fs.stat(each);
      if (type !== (each === uri ? FileType.File : FileType.Directory)) {
        return false;
      }
    }
    return uri.path.length > root.length;
  } catch {
    return false;
  }
}
