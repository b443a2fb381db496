/**
 * The entry of `dist/languageClient.js`. It is a bundle of its own so that a window without API responses never loads
 * `vscode-languageclient`.
 */
export { createLanguageClient } from './client/createLanguageClient';
export { requestWithProgress } from './client/requestWithProgress';
