import picomatch from 'picomatch';

/**
 * Whether a path is one of those that the user declared to be API responses. `path` is relative to the workspace folder
 * or working directory, with `/` between its parts; a glob without `/` matches in any folder.
 */
export function isDeclared(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => {
    const pattern = glob.replace(/^\.?\//, '');
    return pattern !== '' && picomatch(pattern, { dot: true, nocase: false, basename: !glob.includes('/') })(path);
  });
}
