// The only entry point: code outside this folder must not import any other file of it. See README.md.
export { installVSCode } from './install';
export { program, repoRoot } from './paths';
export { isWeb, vscodeVersion } from './pins';
export { installVsix } from './server';
export { testSettings } from './settings';
export { printLog } from './testPage';
export { findVsix, unpackVsix } from './vsix';
export { runWebTests } from './web';
export { waitFor, waitUntil } from './window/waits';
export { openWindow, type WindowOptions } from './window/open';
export type { Window } from './window/window';
