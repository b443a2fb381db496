import { readFileSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the language server needs of the machine for catalogs. An entry without files leaves it out. */
export interface CatalogAccess {
  /**
   * Where the file may be that a path of the setting `apiResponse.catalogs` leads to: a relative one counts from the
   * folders of the workspace, whose addresses are given, and must not lead out of them.
   */
  places(path: string, folders: readonly string[]): readonly CandidateFile[];
  /** The first place at which there is a file that no link has led out of the folder. */
  locate(places: readonly CandidateFile[]): Promise<LocatedFile | undefined>;
  /** Rejects where it cannot be read, or is over 5 MB. */
  read(path: string): Promise<string>;
  /** The same at once, for a file of our own; undefined where there is none. */
  readNow(path: string): string | undefined;
}

/** A file, by its path and by its address. */
export interface LocatedFile {
  readonly path: string;
  readonly uri: string;
}

/** A file that may be there. */
export interface CandidateFile extends LocatedFile {
  /** The folder of the workspace that it must lie in, if any. */
  readonly folder?: string;
}

const maxBytes = 5_000_000;

/** Files of this machine, for the language server. */
export const catalogAccess: CatalogAccess = {
  places(path, folders) {
    const own = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
    if (isAbsolute(own)) {
      return [located(own)];
    }
    return folders
      .flatMap((uri) => pathOf(uri) ?? [])
      .map((folder): CandidateFile => ({ ...located(join(folder, own)), folder }))
      .filter((place) => isWithin(place.path, place.folder ?? ''));
  },
  async locate(places) {
    for (const { path, uri, folder } of places) {
      if ((await isFile(path)) && (folder === undefined || (await isReallyWithin(path, folder)))) {
        return { path, uri };
      }
    }
    return undefined;
  },
  async read(path) {
    if ((await stat(path)).size > maxBytes) {
      throw new Error('The file is over 5 MB.');
    }
    const text = await readFile(path, 'utf8');
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

function located(path: string): LocatedFile {
  return { path, uri: pathToFileURL(path).href };
}

/** The folder that an address is of; undefined where it is none on this machine. */
function pathOf(uri: string): string | undefined {
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

/** Links followed; false where one of them is gone meanwhile. */
function isReallyWithin(path: string, folder: string): Promise<boolean> {
  return Promise.all([realpath(path), realpath(folder)]).then(
    ([file, root]) => isWithin(file, root),
    () => false,
  );
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
