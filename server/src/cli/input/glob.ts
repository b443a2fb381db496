import { expandBraces, pathPattern } from '../../service';
import type { Search } from './walk';

/** The files that a pattern stands for: where to search, and for what. */
export interface Glob extends Pick<Search, 'wants' | 'maxDepth'> {
  readonly folder: string;
}

/** Of all patterns that braces stand for: matching a path takes time in proportion to it. */
const maxLength = 50_000;

/** Whether an argument that names no file is a pattern for files. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/.test(argument);
}

/**
 * Reads a pattern such as `logs/*.json`, for shells that do not expand it; undefined if braces stand for too many
 * patterns. On Windows a backslash separates names, and upper and lower case are the same.
 */
export function readGlob(argument: string, platform: NodeJS.Platform = process.platform): Glob | undefined {
  const isWindows = platform === 'win32';
  const segments = (isWindows ? argument.replaceAll('\\', '/') : argument).split('/');
  const literal = segments.findIndex((segment) => /[*?[{\\]/.test(segment));
  const fold = (text: string): string => (isWindows ? text.toLowerCase() : text);
  const patterns = expandBraces(fold(segments.slice(literal).join('/')), maxLength);
  const tests = patterns?.map(pathPattern);
  return (
    tests && {
      // With its slash the root of a drive is not mistaken for the folder that is current there.
      folder: literal === 0 ? '.' : `${segments.slice(0, literal).join('/')}/`,
      wants: (path) => {
        const names = fold(path).split('/');
        return tests.some((test) => test(names));
      },
      maxDepth: Math.max(...(patterns ?? []).map(depthOf)),
    }
  );
}

/** How many folders deep the files lie that a pattern matches. */
function depthOf(pattern: string): number {
  const segments = pattern.split('/');
  return segments.includes('**') ? Infinity : segments.length - 1;
}
