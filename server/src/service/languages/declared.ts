import { expandBraces } from '../base/expandBraces';
import { pathPattern } from '../base/pathPattern';
import { isProjectFile } from './projectFile';

/** Of all globs together, alternatives in braces written out: matching a path takes time in proportion to it. */
const maxLength = 50_000;

interface Globs {
  readonly matches: (path: readonly string[]) => boolean;
  readonly refused: readonly string[];
}

/** Settings and options keep their list of globs for as long as they hold. */
const compiled = new WeakMap<readonly string[], Globs>();

/**
 * Whether the user declared the file at a path to be an API response. `path` is relative to the workspace folder or
 * working directory, with `/` as separator; a glob without `/` matches in any folder. A project file is no response,
 * whatever the globs say.
 */
export function isDeclared(path: string, globs: readonly string[]): boolean {
  return globs.length > 0 && !isProjectFile(path) && globsIn(globs).matches(path.split('/'));
}

/** The globs that stand for too many patterns to be used. */
export function refusedGlobs(globs: readonly string[]): readonly string[] {
  return globsIn(globs).refused;
}

function globsIn(globs: readonly string[]): Globs {
  let known = compiled.get(globs);
  if (!known) {
    known = compileGlobs(globs);
    compiled.set(globs, known);
  }
  return known;
}

function compileGlobs(globs: readonly string[]): Globs {
  const tests: ((path: readonly string[]) => boolean)[] = [];
  const refused: string[] = [];
  let left = maxLength;
  for (const glob of globs) {
    const patterns = expandBraces(glob.replace(/^\.?\//, ''), left);
    if (!patterns) {
      refused.push(glob);
    }
    for (const pattern of (patterns ?? []).filter((each) => each !== '')) {
      const test = pathPattern(pattern);
      left -= pattern.length;
      tests.push(glob.includes('/') ? test : (path) => test(path.slice(-1)));
    }
  }
  return { matches: (path) => tests.some((test) => test(path)), refused };
}
