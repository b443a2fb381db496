import type { Uri } from 'vscode';

/** The last part of the path of a file. */
export function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path is absolute, on this system or another: the machine of the files may not be that of the extension. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[a-z]:)?[\\/]/i.test(path);
}
