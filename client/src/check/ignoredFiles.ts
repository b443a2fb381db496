import { FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { IgnoreRules, type IgnoreFile } from '../../../server/src/lsp/protocol';

/** In bytes: far more than anybody writes, and less than is worth reading. */
const maxSize = 1e6;

/** The files of a workspace folder that are ignored by the `.gitignore` files in it and its subfolders. */
export class IgnoredFiles {
  private constructor(
    /** The path of the folder, with a trailing slash. */
    private readonly root: string,
    private readonly rules: IgnoreRules,
  ) {}

  static async of(folder: WorkspaceFolder): Promise<IgnoredFiles> {
    const root = withTrailingSlash(folder.uri.path);
    const uris = await workspace.findFiles(new RelativePattern(folder, '**/.gitignore'), '**/node_modules/**');
    const files = uris.map(async (uri): Promise<IgnoreFile> => ({
      folder: Uri.joinPath(uri, '..').path.slice(root.length),
      text: await readIgnoreFile(uri),
    }));
    return new IgnoredFiles(root, new IgnoreRules(await Promise.all(files)));
  }

  has({ path }: Uri): boolean {
    return path.startsWith(this.root) && this.rules.ignores(path.slice(this.root.length));
  }
}

function withTrailingSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** The text of a `.gitignore` file; empty if it cannot be read. */
export async function readIgnoreFile(uri: Uri): Promise<string> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    // A pipe would be waited for.
    const isReadable = (type & FileType.File) !== 0 && size <= maxSize;
    return isReadable ? new TextDecoder().decode(await workspace.fs.readFile(uri)) : '';
  } catch {
    return '';
  }
}
