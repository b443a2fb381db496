import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isReallyWithin, isWithin, readRegularFile } from '../../files/regularFile';
import type { CandidateFile, CatalogAccess, CatalogText } from './catalogAccess';
import { clientCatalogs } from './clientCatalogs';
import type { ReadFile } from './clientFiles';

const maxBytes = 5_000_000;

/** The file system of this machine, and `read` for folders elsewhere. */
export function diskCatalogs(read?: ReadFile): CatalogAccess {
  const virtual = read && clientCatalogs(read);
  return {
    places: (path, folders) => [
      ...placesOnDisk(path, folders),
      ...(virtual?.places(
        path,
        folders.filter((uri) => !isOnDisk(uri)),
      ) ?? []),
    ],
    async open(places) {
      for (const place of places) {
        const file = await (isOnDisk(place.uri) ? openOnDisk(place) : virtual?.open([place]));
        if (file) {
          return file;
        }
      }
      return undefined;
    },
    readNow(path) {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

function placesOnDisk(path: string, folders: readonly string[]): CandidateFile[] {
  const expanded = /^~[\\/]/.test(path) ? join(homedir(), path.slice(2)) : path;
  if (isAbsolute(expanded)) {
    return [fileAt(expanded)];
  }
  return folders
    .flatMap((uri) => pathOf(uri) ?? [])
    .map((folder): CandidateFile => ({ ...fileAt(join(folder, expanded)), folder }))
    .filter((place) => isWithin(place.path, place.folder ?? ''));
}

async function openOnDisk({ path, uri, folder }: CandidateFile): Promise<CatalogText | undefined> {
  if (!(await isFile(path)) || (folder !== undefined && !(await isStillWithin(path, folder)))) {
    return undefined;
  }
  try {
    return { uri, text: await readRegularFile(path, { maxBytes }) };
  } catch {
    return { uri, text: undefined };
  }
}

function fileAt(path: string): CandidateFile {
  return { path, uri: pathToFileURL(path).href };
}

export function isOnDisk(uri: string): boolean {
  return uri.startsWith('file:');
}

/** The path of a URI; undefined if it is not a file on this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return isOnDisk(uri) ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** False if one of the paths no longer exists. */
function isStillWithin(path: string, folder: string): Promise<boolean> {
  return isReallyWithin(path, folder).catch(() => false);
}
