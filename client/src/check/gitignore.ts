import ignore, { type Ignore } from 'ignore';
import { RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';

/** Whether files of a workspace folder are ignored by its `.gitignore` files, those in folders inside it too. */
export class IgnoredFiles {
  private constructor(
    private readonly root: string,
    /** By the path of their folder, with a slash at its end; outer ones first. */
    private readonly files: readonly { readonly folder: string; readonly rules: Ignore }[],
  ) {}

  static async of(folder: WorkspaceFolder): Promise<IgnoredFiles> {
    const uris = await workspace.findFiles(new RelativePattern(folder, '**/.gitignore'), '**/node_modules/**');
    const files = await Promise.all(
      uris.map(async (uri) => ({
        folder: withSlash(Uri.joinPath(uri, '..').path),
        rules: ignore().add(await textOf(uri)),
      })),
    );
    files.sort((one, other) => one.folder.length - other.folder.length);
    return new IgnoredFiles(withSlash(folder.uri.path), files);
  }

  /** As in git, the innermost file that speaks of a path decides, but nothing brings back what is in an ignored folder. */
  has({ path }: Uri): boolean {
    let isIgnored = false;
    for (const { folder, rules } of this.files) {
      if (path.startsWith(folder) && folder.startsWith(this.root)) {
        const { ignored, unignored } = rules.test(path.slice(folder.length));
        isIgnored = ignored || (isIgnored && !unignored);
      }
    }
    return isIgnored;
  }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

async function textOf(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
