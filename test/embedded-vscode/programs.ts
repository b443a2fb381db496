import * as fs from 'node:fs';
import * as path from 'node:path';

/** A program that VS Code, or one of its extensions, runs under Node. */
export interface RunningProgram {
  readonly pid: number;
  readonly program: string;
}

const noteOf = (userDataDir: string): string => path.join(userDataDir, 'programs');

/** Variables with which VS Code notes its programs: systems have no common way to list processes. */
export function notingPrograms(userDataDir: string): NodeJS.ProcessEnv {
  fs.mkdirSync(noteOf(userDataDir), { recursive: true });
  // Node takes a backslash in quotes for an escape.
  const preload = path.join(__dirname, 'notePrograms.js').replaceAll('\\', '/');
  return { EMBEDDED_VSCODE_PROGRAMS: noteOf(userDataDir), NODE_OPTIONS: `--require "${preload}"` };
}

/** The programs of a VS Code that noted them, and that are still running. */
export function runningPrograms(userDataDir: string): RunningProgram[] {
  const folder = noteOf(userDataDir);
  return fs
    .readdirSync(folder)
    .map((name) => ({ pid: Number(name), program: fs.readFileSync(path.join(folder, name), 'utf8') }))
    .filter(({ pid }) => isRunning(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
