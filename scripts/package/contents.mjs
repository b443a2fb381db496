const maxSize = 1_500_000;
const maxFiles = 60;

/** What is wrong with the paths in a package and its size in bytes, given the paths that it should have. */
export function contentsProblems({ paths, size }, listed) {
  const extra = paths.filter((path) => !listed.includes(path));
  const missing = listed.filter((path) => !paths.includes(path));
  return [
    ...(extra.length > 0 ? [`not on the list: ${extra.join(', ')}`] : []),
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(size > maxSize ? [`${size} bytes, of at most ${maxSize}`] : []),
    ...(paths.length > maxFiles ? [`${paths.length} files, of at most ${maxFiles}`] : []),
  ];
}

/** The paths in a list, which has one on each line. */
export function listedPaths(text) {
  return text.split(/\r?\n/).filter((line) => line !== '');
}
