import type { Dirent } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { IgnoreRules, sourceExtensions, type IgnoreFile, type Localizer } from '../../service';
import { reasonOf, textOf, type Input } from './files';

const extensions: ReadonlySet<string> = new Set(sourceExtensions);

/** The `.gitignore` files that hold in a folder. Their paths are relative to the root. */
interface Ignored {
  readonly root: string;
  readonly files: readonly IgnoreFile[];
  readonly rules: IgnoreRules;
}

/**
 * The source file at a path, or all below a folder, except in hidden folders and node_modules, and those that a
 * `.gitignore` excludes: one in the folder, below it, or between it and the working directory.
 */
export async function* sourceFilesOf(path: string, l10n: Localizer): AsyncGenerator<Input> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield { path, isSource: true };
      return;
    }
  } catch (error) {
    yield { path, problem: reasonOf(error, l10n) };
    return;
  }
  yield* sourceFilesBelow(path, await ignoredAbove(path), l10n);
}

async function* sourceFilesBelow(folder: string, outer: Ignored, l10n: Localizer): AsyncGenerator<Input> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, problem: reasonOf(error, l10n) };
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const hasRules = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
  const ignored = hasRules ? await withRulesOf(folder, outer) : outer;
  for (const entry of entries) {
    const { name } = entry;
    const path = join(folder, name);
    if (entry.isDirectory()) {
      if (!name.startsWith('.') && name !== 'node_modules') {
        yield* sourceFilesBelow(path, ignored, l10n);
      }
    } else if (entry.isFile() && extensions.has(extname(name).toLowerCase())) {
      if (!ignored.rules.ignores(pathIn(ignored.root, path))) {
        yield { path, isSource: true };
      }
    }
  }
}

/** The rules of the folders around one, from the working directory on. Of one elsewhere there are none. */
async function ignoredAbove(path: string): Promise<Ignored> {
  const isInside = !pathIn('', path).startsWith('..') && relative('', path) !== resolve(path);
  const root = resolve(isInside ? '' : path);
  const around: string[] = [];
  for (let folder = resolve(path); folder !== root;) {
    folder = dirname(folder);
    around.unshift(folder);
  }
  let ignored: Ignored = { root, files: [], rules: new IgnoreRules([]) };
  for (const folder of around) {
    ignored = await withRulesOf(folder, ignored);
  }
  return ignored;
}

async function withRulesOf(folder: string, { root, files }: Ignored): Promise<Ignored> {
  const text = await readFile(join(folder, '.gitignore')).then(textOf, () => '');
  const all = [...files, { folder: pathIn(root, folder), text }];
  return { root, files: all, rules: new IgnoreRules(all) };
}

/** A path relative to a folder, with `/` between names. */
function pathIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
