// The only entry point: code outside this folder must not import any other file of it. See README.md.
export { installVSCode } from './install';
export { program, repoRoot } from './paths';
export { vscodeVersion } from './pins';
export type { RunningProgram } from './programs';
export { installVsix } from './server';
export { testSettings } from './settings';
export { findVsix } from './vsix';
export { waitFor, waitUntil } from './window/waits';
export { openWindow, type Window, type WindowOptions } from './window/window';
