import ignore, { type Ignore } from 'ignore';
import { RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';

interface IgnoreFile {
  /** The path of its folder, with a trailing slash. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The files of a workspace folder that are ignored by the `.gitignore` files in it and its subfolders. */
export class IgnoredFiles {
  private constructor(
    private readonly root: string,
    /** Outer ones first. */
    private readonly ignoreFiles: readonly IgnoreFile[],
  ) {}

  static async of(folder: WorkspaceFolder): Promise<IgnoredFiles> {
    const uris = await workspace.findFiles(new RelativePattern(folder, '**/.gitignore'), '**/node_modules/**');
    const ignoreFiles = await Promise.all(
      uris.map(async (uri) => ({
        folder: withTrailingSlash(Uri.joinPath(uri, '..').path),
        rules: ignore().add(await readText(uri)),
      })),
    );
    ignoreFiles.sort((a, b) => a.folder.length - b.folder.length);
    return new IgnoredFiles(withTrailingSlash(folder.uri.path), ignoreFiles);
  }

  /** As in git, inner files override outer ones, but cannot include a file again if its folder is ignored. */
  has({ path }: Uri): boolean {
    let isIgnored = false;
    for (const { folder, rules } of this.ignoreFiles) {
      if (path.startsWith(folder) && folder.startsWith(this.root)) {
        const { ignored, unignored } = rules.test(path.slice(folder.length));
        isIgnored = ignored || (isIgnored && !unignored);
      }
    }
    return isIgnored;
  }
}

function withTrailingSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

async function readText(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
