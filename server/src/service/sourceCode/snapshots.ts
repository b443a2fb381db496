const folders: ReadonlySet<string> = new Set(['__snapshots__', 'testdata', 'golden', 'goldens']);

/** Whether a test compares with a file or feeds it to a program, by its path or URI: nobody edits the codes in it. */
export function isSnapshot(path: string): boolean {
  const names = path.toLowerCase().split('/');
  const endings = (names.pop() ?? '').split(/[._-]/).slice(1).slice(-2);
  return names.some((name) => folders.has(name)) || endings.includes('snap') || endings.includes('golden');
}
