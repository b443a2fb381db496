import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isReallyWithin, isWithin, readRegularFile } from '../../files/regularFile';

/** The file system as the catalogs need it. An entry point without files omits it. */
export interface CatalogAccess {
  /**
   * The candidates for a path in the setting `apiResponse.catalogs`. A relative path is resolved against the workspace
   * folders (URIs), and must not leave them.
   */
  places(path: string, folders: readonly string[]): readonly CandidateFile[];
  /** The first candidate that exists and is inside its folder, symbolic links resolved. */
  locate(places: readonly CandidateFile[]): Promise<LocatedFile | undefined>;
  /** Rejects if the file cannot be read, or is over 5 MB. */
  read(path: string): Promise<string>;
  /** Synchronous, for a file the server wrote itself; undefined if it cannot be read. */
  readNow(path: string): string | undefined;
}

/** A file by path and by URI. */
export interface LocatedFile {
  readonly path: string;
  readonly uri: string;
}

/** A file that may not exist. */
export interface CandidateFile extends LocatedFile {
  /** The workspace folder it must be in, if any. */
  readonly folder?: string;
}

const maxBytes = 5_000_000;

/** The file system of this machine. */
export const catalogAccess: CatalogAccess = {
  places(path, folders) {
    const expanded = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
    if (isAbsolute(expanded)) {
      return [fileAt(expanded)];
    }
    return folders
      .flatMap((uri) => pathOf(uri) ?? [])
      .map((folder): CandidateFile => ({ ...fileAt(join(folder, expanded)), folder }))
      .filter((place) => isWithin(place.path, place.folder ?? ''));
  },
  async locate(places) {
    for (const { path, uri, folder } of places) {
      if ((await isFile(path)) && (folder === undefined || (await isStillWithin(path, folder)))) {
        return { path, uri };
      }
    }
    return undefined;
  },
  async read(path) {
    const text = await readRegularFile(path, { maxBytes });
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  },
  readNow(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
};

function fileAt(path: string): LocatedFile {
  return { path, uri: pathToFileURL(path).href };
}

/** The path of a URI; undefined if it is not a file on this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
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
