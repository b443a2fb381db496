import { isAbsolute, relative, resolve, sep } from 'node:path';

/** The names that lead from the working directory to a file; undefined if the file is outside of it. */
export function namesInWorkingDirectory(path: string): readonly string[] | undefined {
  const relativePath = relative('', path);
  const names = relativePath.split(sep);
  // `relative` returns an absolute path for another drive on Windows.
  return names[0] === '..' || isAbsolute(relativePath) ? undefined : names;
}

/** The path from the working directory, which should be the root of a repository; of files outside of it, an absolute one. */
export function pathInRepository(path: string): string {
  return namesInWorkingDirectory(path)?.join('/') ?? resolve(path);
}
