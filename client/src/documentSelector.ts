import { jsonLanguages, textLanguages } from '../../server/src/lsp/protocol';

/** Where text is read. Output channels are left out: they are logs too, ours among them. */
const textSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** The documents that the server is told of. */
export const documentSelector = [
  ...jsonLanguages.map((language) => ({ language })),
  ...textLanguages.flatMap((language) => textSchemes.map((scheme) => ({ language, scheme }))),
];
