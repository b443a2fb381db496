import { FileType, workspace, type ExtensionContext, type Uri } from 'vscode';

/** In bytes. */
const maxSize = 5e6;

/**
 * Reads a file for the server: one of this extension, or one in a folder of the workspace and not behind a symbolic link.
 * Null if there is none; rejects if it cannot be read, or is too large.
 */
export async function readForServer(uri: Uri, { extensionUri }: ExtensionContext): Promise<string | null> {
  if (isWithin(uri, extensionUri)) {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  }
  const folder = workspace.workspaceFolders?.find((each) => isWithin(uri, each.uri));
  return folder && (await isRegular(uri, folder.uri)) ? readWithinLimit(uri) : null;
}

/** Whether a file is in a folder, by its name. */
function isWithin({ scheme, authority, path }: Uri, folder: Uri): boolean {
  return (
    scheme === folder.scheme &&
    authority === folder.authority &&
    path.startsWith(`${withoutSlash(folder.path)}/`) &&
    !path.split(/[\\/]/).includes('..')
  );
}

/** Whether there is such a file, and neither it nor a folder on the way to it is a symbolic link. */
async function isRegular(uri: Uri, folder: Uri): Promise<boolean> {
  const root = withoutSlash(folder.path);
  for (let end = uri.path.indexOf('/', root.length + 1); end > 0; end = uri.path.indexOf('/', end + 1)) {
    if ((await typeOf(uri.with({ path: uri.path.slice(0, end) }))) !== FileType.Directory) {
      return false;
    }
  }
  return (await typeOf(uri)) === FileType.File;
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

async function readWithinLimit(uri: Uri): Promise<string> {
  const { size } = await workspace.fs.stat(uri);
  const bytes = size > maxSize ? undefined : await workspace.fs.readFile(uri);
  // Some file systems do not know the size.
  if (!bytes || bytes.length > maxSize) {
    throw new Error('The file is too large.');
  }
  return new TextDecoder().decode(bytes);
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
