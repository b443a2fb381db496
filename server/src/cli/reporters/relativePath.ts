import { isAbsolute, relative, sep } from 'node:path';

/** The names that lead from the working directory to a file; undefined if the file is outside of it. */
export function namesInWorkingDirectory(path: string): readonly string[] | undefined {
  const relativePath = relative('', path);
  const names = relativePath.split(sep);
  // `relative` returns an absolute path for another drive on Windows.
  return names[0] === '..' || isAbsolute(relativePath) ? undefined : names;
}
