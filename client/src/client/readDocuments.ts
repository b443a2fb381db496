import { documentLanguages } from '../../../server/src/lsp/protocol';

/** Schemes of the text documents that are read. Output channels are left out: they are logs too, including our own. */
const textSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** The documents that are synchronized with the server. */
export const documentSelector = documentLanguages.flatMap(({ id, json }) =>
  json ? [{ language: id }] : textSchemes.map((scheme) => ({ language: id, scheme })),
);
