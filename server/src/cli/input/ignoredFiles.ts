import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isWithin, readRegularFile } from '../../files/regularFile';
import { IgnoreRules } from '../../service';

/** In bytes: far more than anybody writes, and less than is worth reading. */
const maxBytes = 1e6;

/** What the `.gitignore` files exclude that hold in a folder. */
export class IgnoredFiles {
  private constructor(
    /** The folder that paths are relative to. */
    private readonly root: string,
    private readonly rules: IgnoreRules | undefined,
  ) {}

  /**
   * Those that hold in a folder to search, its own aside: of the folders around it, up to the root of the repository.
   * Outside of one they are those from the working directory on. A folder is searched even if it is itself excluded.
   */
  static async around(folder: string): Promise<IgnoredFiles> {
    const path = resolve(folder);
    const root = (await repositoryOf(path)) ?? (isWithin(path, resolve()) ? resolve() : path);
    let ignored = new IgnoredFiles(root, undefined);
    for (const outer of foldersBetween(root, path)) {
      ignored = await ignored.withRulesOf(outer);
    }
    return ignored;
  }

  /** With the `.gitignore` of a folder. If that is a repository of its own, the rules around it do not hold. */
  async in(folder: string, names: ReadonlySet<string>): Promise<IgnoredFiles> {
    const ignored = names.has('.git') ? new IgnoredFiles(resolve(folder), undefined) : this;
    return names.has('.gitignore') ? ignored.withRulesOf(folder) : ignored;
  }

  /** Whether a file or folder is excluded. The folders around it must not be. */
  has(path: string, isFolder: boolean): boolean {
    return this.rules?.names(this.inRoot(path), isFolder) ?? false;
  }

  private async withRulesOf(folder: string): Promise<IgnoredFiles> {
    const text = await readRegularFile(join(folder, '.gitignore'), { maxBytes }).catch(() => '');
    const file = { folder: this.inRoot(folder), text };
    return text === '' ? this : new IgnoredFiles(this.root, new IgnoreRules([file], this.rules));
  }

  /** A path relative to the root, with `/` between names. */
  private inRoot(path: string): string {
    return relative(this.root, path).split(sep).join('/');
  }
}

/** The folders from the outer one on that a path is in; the innermost last. */
function foldersBetween(outer: string, path: string): string[] {
  const folders: string[] = [];
  for (let folder = path; folder !== outer;) {
    folder = dirname(folder);
    folders.unshift(folder);
  }
  return folders;
}

/** The root of the repository that a folder is in. */
async function repositoryOf(path: string): Promise<string | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const isRoot = await access(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot || folder === dirname(folder)) {
      return isRoot ? folder : undefined;
    }
  }
}
