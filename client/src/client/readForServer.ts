import type { Uri } from 'vscode';

/** What reading a file takes of VS Code, whose module exists only inside of it. */
export interface Files {
  readonly fs: {
    stat(uri: Uri): Thenable<{ readonly type: number; readonly size: number }>;
    readFile(uri: Uri): Thenable<Uint8Array>;
  };
  /** The values of `FileType`. */
  readonly types: { readonly Directory: number; readonly File: number };
  /** The folder of this extension. */
  readonly extension: Uri;
  /** The folders of the workspace. */
  readonly folders: readonly Uri[];
}

/** In bytes. */
const maxSize = 5e6;

/**
 * Reads a file for the server: one of this extension, or one in a folder of the workspace and not behind a symbolic link.
 * Null if there is none; rejects if it cannot be read, or is too large.
 */
export async function readForServer(uri: Uri, files: Files): Promise<string | null> {
  if (isWithin(uri, files.extension)) {
    return new TextDecoder().decode(await files.fs.readFile(uri));
  }
  const folder = files.folders.find((each) => isWithin(uri, each));
  return folder && (await isRegular(uri, folder, files)) ? readWithinLimit(uri, files) : null;
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
async function isRegular(uri: Uri, folder: Uri, { fs, types }: Files): Promise<boolean> {
  const typeAt = async (path: string): Promise<number | undefined> => {
    try {
      return (await fs.stat(uri.with({ path }))).type;
    } catch {
      return undefined;
    }
  };
  const { path } = uri;
  for (let end = path.indexOf('/', withoutSlash(folder.path).length + 1); end > 0; end = path.indexOf('/', end + 1)) {
    if ((await typeAt(path.slice(0, end))) !== types.Directory) {
      return false;
    }
  }
  return (await typeAt(path)) === types.File;
}

async function readWithinLimit(uri: Uri, { fs }: Files): Promise<string> {
  const { size } = await fs.stat(uri);
  const bytes = size > maxSize ? undefined : await fs.readFile(uri);
  // Some file systems do not know the size.
  if (!bytes || bytes.length > maxSize) {
    throw new Error('The file is too large.');
  }
  return new TextDecoder().decode(bytes);
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
