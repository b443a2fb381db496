import * as path from 'node:path';

/** The repository's root, seen from `out/test/vscode/embedded`. */
export const repoRoot = path.resolve(__dirname, '../../../..');

/** Where everything that is downloaded for tests is kept; git ignores it, and so does the VSIX. */
export const downloads = path.join(repoRoot, '.vscode-test');
