import * as path from 'node:path';

/** The repository's root, seen from `out/test/embedded-vscode`. */
export const repoRoot = path.resolve(__dirname, '../../..');

/** Takes the arguments of VS Code's own program; run it with Node. */
export const program = path.join(__dirname, 'code.js');

/** Where everything that is downloaded for tests is kept; git ignores it, and so does the VSIX. */
export const downloads = path.join(repoRoot, '.vscode-test');
