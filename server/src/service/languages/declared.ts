import picomatch from 'picomatch';

/**
 * Whether the user declared the file at a path to be an API response. `path` is relative to the workspace folder or
 * working directory, with `/` as separator; a glob without `/` matches in any folder.
 */
export function isDeclared(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => {
    const pattern = glob.replace(/^\.?\//, '');
    return pattern !== '' && picomatch(pattern, { dot: true, nocase: false, basename: !glob.includes('/') })(path);
  });
}
