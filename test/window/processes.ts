import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { waitFor } from '../embedded-vscode';

/** A process of the language server that one of this test's windows started. */
export interface ServerProcess {
  readonly pid: number;
  /** The folder that holds everything of its window: `extensions/` and `data/`. */
  readonly base: string;
}

const serverModule = /(\S+)\/extensions\/api-response\.[^/]+\/dist\/server\.js\b/;

/** The language servers among this process's descendants, so that no other window's is ever touched. */
export function serverProcesses(): ServerProcess[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const all = lines.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
  const ours = new Set([process.pid]);
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    all.filter(({ parent }) => ours.has(parent)).forEach(({ pid }) => ours.add(pid));
  }
  return all.flatMap(({ pid, command }) => {
    const base = ours.has(pid) ? serverModule.exec(command)?.[1] : undefined;
    return base === undefined ? [] : [{ pid, base: path.resolve(base) }];
  });
}

/** Waits for the language server of the only window that is open; `other` than the one that has been killed. */
export async function runningServer(other?: ServerProcess): Promise<ServerProcess> {
  const running = await waitFor(
    'the language server to run',
    () => Promise.resolve(serverProcesses().filter(({ pid }) => pid !== other?.pid)),
    (all): all is [ServerProcess] => all.length === 1,
  );
  return running[0];
}
