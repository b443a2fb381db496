import { readFileSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the language server needs of the machine for catalogs. An entry without files leaves it out. */
export interface CatalogAccess {
  /**
   * The file that a path of the setting `apiResponse.catalogs` leads to: a relative one counts from the folders of the
   * workspace, whose addresses are given, and must not lead out of them, be it by `..` or by a link. Undefined where there
   * is no such file.
   */
  locate(path: string, folders: readonly string[]): Promise<LocatedFile | undefined>;
  /** Rejects where it cannot be read, or is over 20 MB. */
  read(path: string): Promise<string>;
  /** The same at once, for a file of our own; undefined where there is none. */
  readNow(path: string): string | undefined;
}

/** A file, by its path and by its address. */
export interface LocatedFile {
  readonly path: string;
  readonly uri: string;
}

const mostBytes = 20_000_000;

/** Files of this machine, for the language server. */
export const catalogAccess: CatalogAccess = {
  async locate(path, folders) {
    const own = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
    if (isAbsolute(own)) {
      return (await isFile(own)) ? located(own) : undefined;
    }
    for (const folder of folders.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri))) {
      const candidate = join(folder, own);
      if ((await isFile(candidate)) && isWithin(await realpath(candidate), await realpath(folder))) {
        return located(candidate);
      }
    }
    return undefined;
  },
  async read(path) {
    if ((await stat(path)).size > mostBytes) {
      throw new Error('The file is over 20 MB.');
    }
    return readFile(path, 'utf8');
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

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
