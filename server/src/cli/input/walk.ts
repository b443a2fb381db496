import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { IgnoredFiles } from './ignoredFiles';

/** What is searched for below a folder. */
export interface Search {
  /** Whether a file is one of those wanted, by its path with `/` between names, relative to the folder. */
  readonly wants: (path: string) => boolean;
  /** How many folders deep the files may lie; 0 is the folder itself. */
  readonly maxDepth: number;
  /** Whether files that a `.gitignore` excludes are left out. */
  readonly obeysGitignore: boolean;
}

/** A file that was found, or a folder that cannot be read. */
export interface Found {
  readonly path: string;
  readonly error?: unknown;
}

/** A folder on the way, its path below the first one, and how deep it lies there. */
interface Step {
  readonly folder: string;
  readonly inside: string;
  readonly depth: number;
  readonly ignored: IgnoredFiles | undefined;
}

/** Finds files below a folder, in order, except in hidden folders and node_modules. Symbolic links are not followed. */
export async function* walk(folder: string, search: Search): AsyncGenerator<Found, void> {
  const ignored = search.obeysGitignore ? await IgnoredFiles.around(folder) : undefined;
  yield* below({ folder, inside: '', depth: 0, ignored }, search);
}

async function* below({ folder, inside, depth, ignored: outer }: Step, search: Search): AsyncGenerator<Found, void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error };
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const ignored = await outer?.in(folder, new Set(entries.map(({ name }) => name)));
  for (const entry of entries) {
    const { name } = entry;
    const path = join(folder, name);
    if (entry.isDirectory()) {
      if (depth < search.maxDepth && isSearched(name) && !ignored?.has(path, true)) {
        yield* below({ folder: path, inside: `${inside}${name}/`, depth: depth + 1, ignored }, search);
      }
    } else if (entry.isFile() && search.wants(inside + name) && !ignored?.has(path, false)) {
      yield { path };
    }
  }
}

function isSearched(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules';
}
