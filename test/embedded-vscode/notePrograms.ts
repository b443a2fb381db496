// Loaded into every program that VS Code starts under Node: notes its process, for `runningPrograms`.
import { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What every way to start a process calls in the end. It is not documented. */
interface Starter {
  spawn: (this: ChildProcess, options: { readonly envPairs?: string[] }) => unknown;
}

/** Newer versions of VS Code hide NODE_OPTIONS, which loads this file, from extensions. */
function passOn(nodeOptions: string): void {
  const starter = ChildProcess.prototype as ChildProcess & Starter;
  const { spawn } = starter;
  starter.spawn = function (options) {
    if (options.envPairs?.every((pair) => !pair.startsWith('NODE_OPTIONS='))) {
      options.envPairs.push(`NODE_OPTIONS=${nodeOptions}`);
    }
    return spawn.call(this, options);
  };
}

const { EMBEDDED_VSCODE_PROGRAMS: folder, NODE_OPTIONS: nodeOptions } = process.env;
const [, program] = process.argv;
if (folder !== undefined && program !== undefined && nodeOptions !== undefined) {
  writeFileSync(join(folder, `${process.pid}`), program);
  passOn(nodeOptions);
}
