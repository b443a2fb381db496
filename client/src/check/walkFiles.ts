import { IgnoreRules, matchesGlobs, type IgnoreFile } from '../../../server/src/lsp/protocol';

/** A folder and all in it. Paths are relative to it, as in `a/b`; that of the folder itself is empty. */
export interface FileTree {
  list(folder: string): Promise<readonly TreeEntry[]>;
  readText(file: string): Promise<string>;
}

/** What is in a folder, links to folders excepted: they may lead back. */
export interface TreeEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface Walk {
  readonly isWanted: (name: string) => boolean;
  /** Globs of files and folders that are left out, relative to the tree. */
  readonly excluded: readonly string[];
  readonly isCancelled: () => boolean;
}

export interface FoundFiles {
  readonly paths: readonly string[];
  /** False if there were more folders, or deeper ones, than are searched. */
  readonly isComplete: boolean;
}

/** What `.gitignore` files say in a folder. */
interface Ignored {
  /** Those in the folder and above it. */
  readonly files: readonly IgnoreFile[];
  readonly rules: IgnoreRules;
}

interface Folder {
  readonly path: string;
  readonly depth: number;
  /** In the folder around it. */
  readonly ignored: Ignored;
}

/** A tree of more folders, or deeper ones, has no end: its file system does not tell links from folders. */
export const maxFolders = 20_000;
export const maxDepth = 100;

/** Folders that are listed at the same time. */
const maxConcurrent = 16;

/** Finds files where no search does, breadth first. What `.gitignore` files exclude is left out, and `node_modules`. */
export async function walkFiles(tree: FileTree, walk: Walk): Promise<FoundFiles> {
  const paths: string[] = [];
  let isTooDeep = false;
  const folders: Folder[] = [{ path: '', depth: 0, ignored: { files: [], rules: new IgnoreRules([]) } }];
  let listed = 0;
  while (listed < folders.length && listed < maxFolders && !walk.isCancelled()) {
    const next = folders.slice(listed, Math.min(listed + maxConcurrent, maxFolders));
    listed += next.length;
    for (const found of await Promise.all(next.map((folder) => listFolder(tree, folder, walk)))) {
      paths.push(...found.files);
      folders.push(...found.folders.filter(({ depth }) => depth <= maxDepth));
      isTooDeep ||= found.folders.some(({ depth }) => depth > maxDepth);
    }
  }
  return { paths, isComplete: listed === folders.length && !isTooDeep };
}

/** What counts of a folder; nothing if it cannot be listed. */
async function listFolder(
  tree: FileTree,
  folder: Folder,
  { isWanted, excluded }: Walk,
): Promise<{ readonly files: readonly string[]; readonly folders: readonly Folder[] }> {
  const entries = await tree.list(folder.path).catch(() => []);
  const ignored = await ignoredIn(tree, folder, entries);
  const pathOf = (name: string): string => (folder.path === '' ? name : `${folder.path}/${name}`);
  const isLeftOut = (path: string): boolean => matchesGlobs(path, excluded);
  const files = entries.filter(({ name, isFolder }) => !isFolder && isWanted(name)).map(({ name }) => pathOf(name));
  const folders = entries
    .filter(({ name, isFolder }) => isFolder && name !== 'node_modules')
    .map(({ name }) => pathOf(name));
  return {
    files: files.filter((path) => !ignored.rules.ignores(path) && !isLeftOut(path)),
    folders: folders
      .filter((path) => !ignored.rules.ignoresFolder(path) && !isLeftOut(path))
      .map((path) => ({ path, depth: folder.depth + 1, ignored })),
  };
}

async function ignoredIn(tree: FileTree, { path, ignored }: Folder, entries: readonly TreeEntry[]): Promise<Ignored> {
  if (!entries.some(({ name, isFolder }) => name === '.gitignore' && !isFolder)) {
    return ignored;
  }
  const text = await tree.readText(path === '' ? '.gitignore' : `${path}/.gitignore`);
  const files = [...ignored.files, { folder: path, text }];
  return { files, rules: new IgnoreRules(files) };
}
