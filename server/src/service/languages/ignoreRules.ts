import { pathPattern, type PathTest } from '../base/pathPattern';

/** A `.gitignore` file. */
export interface IgnoreFile {
  /** The path of its folder, relative to the root: empty, or as in `a/b`. */
  readonly folder: string;
  readonly text: string;
}

interface Rule {
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
  readonly matches: PathTest;
}

/** What counts of a file: matching a path takes time in proportion to it. */
const maxLength = 50_000;

/** The files that `.gitignore` files in a folder and below it exclude. Upper and lower case are the same. */
export class IgnoreRules {
  /** By folder, the last rule first. */
  private readonly rules: ReadonlyMap<string, readonly Rule[]>;
  /** Cache for folders, since many files share them. */
  private readonly folders = new Map<string, boolean>();

  constructor(files: readonly IgnoreFile[]) {
    this.rules = new Map(files.map(({ folder, text }) => [folder.toLowerCase(), rulesIn(text).reverse()]));
  }

  /** Whether a file is ignored, or a folder around it, inside which nothing can be included again. */
  ignores(path: string): boolean {
    const names = path.toLowerCase().split('/');
    return this.ignoresAround(names) || this.isExcluded(names, false);
  }

  /** Whether a folder is ignored, and so all that is in it. */
  ignoresFolder(path: string): boolean {
    return this.ignoresAround([...path.toLowerCase().split('/'), '']);
  }

  /** Whether one of the folders around a file is ignored. */
  private ignoresAround(names: readonly string[]): boolean {
    for (let depth = 1; depth < names.length; depth++) {
      const folder = names.slice(0, depth);
      const key = folder.join('/');
      const isIgnored = this.folders.get(key) ?? this.isExcluded(folder, true);
      this.folders.set(key, isIgnored);
      if (isIgnored) {
        return true;
      }
    }
    return false;
  }

  /** What the last rule that matches says; rules of inner folders come last. */
  private isExcluded(names: readonly string[], isFolder: boolean): boolean {
    for (let depth = names.length - 1; depth >= 0; depth--) {
      const inside = names.slice(depth);
      const rule = this.rules
        .get(names.slice(0, depth).join('/'))
        ?.find(({ isForFolders, matches }) => (isFolder || !isForFolders) && matches(inside));
      if (rule) {
        return !rule.isNegated;
      }
    }
    return false;
  }
}

function rulesIn(text: string): Rule[] {
  const end = text.length > maxLength ? text.lastIndexOf('\n', maxLength) : text.length;
  const lines = text.slice(text.startsWith('\ufeff') ? 1 : 0, Math.max(0, end)).split(/\r?\n/);
  return lines.flatMap((line) => ruleOf(withoutTrailingSpaces(line).toLowerCase()) ?? []);
}

function ruleOf(line: string): Rule | undefined {
  const isNegated = line.startsWith('!');
  const isForFolders = line.endsWith('/');
  const rule = line.slice(isNegated ? 1 : 0, isForFolders ? -1 : undefined);
  if (rule === '' || line.startsWith('#')) {
    return undefined;
  }
  // What is inside a folder does not include the folder.
  const test = pathPattern(rule.replace(/^\//, '').replace(/\/\*\*$/, '/**/*'));
  const matches: PathTest = rule.includes('/') ? test : (path) => test(path.slice(-1));
  return { isNegated, isForFolders, matches };
}

/** A backslash keeps a space at the end. */
function withoutTrailingSpaces(line: string): string {
  let end = 0;
  for (let index = 0; index < line.length; index++) {
    const isEscape = line.charAt(index) === '\\';
    index += isEscape ? 1 : 0;
    end = isEscape || line.charAt(index) !== ' ' ? index + 1 : end;
  }
  return line.slice(0, end);
}
