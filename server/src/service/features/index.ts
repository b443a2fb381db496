/** The language features of LSP, one file each. */
export { getCodeActions } from './codeActions';
export { getCodeLenses } from './codeLenses';
export { doComplete, doResolve } from './completion';
export { doValidation, findingsOf } from './diagnostics';
export { findDocumentSymbols } from './documentSymbols';
export { doHover } from './hover';
export { getInlayHints } from './inlayHints';
export { completeInSource, explainInSource } from './sourceCode';
