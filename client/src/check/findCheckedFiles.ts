import { FileType, RelativePattern, Uri, workspace, type CancellationToken, type WorkspaceFolder } from 'vscode';
import { checkedFilesGlob, isCheckedFile } from './checkedFiles';
import { IgnoredFiles, readIgnoreFile } from './ignoredFiles';
import { walkFiles, type FileTree } from './walkFiles';

/** The files to check. */
export interface FilesToCheck {
  readonly uris: readonly Uri[];
  /** False if there were more folders, or deeper ones, than are searched. */
  readonly isComplete: boolean;
}

/** Files between two pauses in which the user can cancel. */
const pauseAfter = 100;

/** Schemes that VS Code can search. For others it waits for an extension that can, and may do so for good. */
const searchedSchemes: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** Finds all files of the workspace to check, except for those that `files.exclude` or `.gitignore` excludes. */
export async function findCheckedFiles(token: CancellationToken): Promise<FilesToCheck> {
  const folders = workspace.workspaceFolders ?? [];
  const isSearched = ({ uri }: WorkspaceFolder): boolean => searchedSchemes.has(uri.scheme);
  const finding = Promise.all([
    searchFolders(folders.filter(isSearched), token),
    ...folders.filter((folder) => !isSearched(folder)).map((folder) => walkFolder(folder, token)),
  ]);
  // A file system that does not answer does not keep the user from cancelling either.
  const cancelled = new Promise<[]>((resolve) => token.onCancellationRequested(() => resolve([])));
  const found = await Promise.race([finding, cancelled]);
  const uris = new Map(found.flatMap((each) => each.uris).map((uri) => [uri.toString(), uri]));
  return {
    uris: [...uris].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, uri]) => uri),
    isComplete: found.every(({ isComplete }) => isComplete),
  };
}

async function searchFolders(folders: readonly WorkspaceFolder[], token: CancellationToken): Promise<FilesToCheck> {
  const ignored = await Promise.all(folders.map((folder) => IgnoredFiles.of(folder)));
  const patterns = folders.map((folder) => new RelativePattern(folder, checkedFilesGlob));
  const found = await Promise.all(
    patterns.map((pattern) => workspace.findFiles(pattern, '**/node_modules/**', undefined, token)),
  );
  const uris: Uri[] = [];
  for (const [index, uri] of found.flat().entries()) {
    if (index % pauseAfter === pauseAfter - 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    if (token.isCancellationRequested) {
      return { uris: [], isComplete: true };
    }
    if (isCheckedFile(uri) && !ignored.some((files) => files.has(uri))) {
      uris.push(uri);
    }
  }
  return { uris, isComplete: true };
}

async function walkFolder(folder: WorkspaceFolder, token: CancellationToken): Promise<FilesToCheck> {
  const uriOf = (path: string): Uri => Uri.joinPath(folder.uri, path);
  const { paths, isComplete } = await walkFiles(treeOf(uriOf), {
    isWanted: (path) => isCheckedFile({ path }),
    excluded: excludedIn(folder),
    isCancelled: () => token.isCancellationRequested,
  });
  return { uris: paths.map(uriOf), isComplete };
}

function treeOf(uriOf: (path: string) => Uri): FileTree {
  return {
    async list(folder) {
      const entries = await workspace.fs.readDirectory(uriOf(folder));
      return entries
        .map(([name, type]) => ({ name, type, isFolder: (type & FileType.Directory) !== 0 }))
        .filter(({ type, isFolder }) => (isFolder ? type === FileType.Directory : (type & FileType.File) !== 0));
    },
    readText: (file) => readIgnoreFile(uriOf(file)),
  };
}

/** The globs of `files.exclude` that count whatever files there are beside. One without a slash means the root only. */
function excludedIn(folder: WorkspaceFolder): string[] {
  const globs = workspace.getConfiguration('files', folder).get<Readonly<Record<string, unknown>>>('exclude', {});
  return Object.keys(globs).flatMap((glob) => (globs[glob] === true ? [`./${glob}`] : []));
}
