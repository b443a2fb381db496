import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCheckSet } from './documents';
import { rowOf, timed, type Row } from './measures';

/** The minimum work of a JSON checker: read and parse all files in one process. */
const readAndParse = `
const { readdirSync, readFileSync } = require('fs');
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) {
    JSON.parse(readFileSync(require('path').join(entry.parentPath, entry.name), 'utf8'));
  }
}
`;

/** Compares `check` over a folder of many files with reading and parsing them. */
export function measureThroughput(cli: string, files: number, bytesEach: number, rounds: number): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'api-response-bench-'));
  try {
    const set = join(folder, 'set');
    const bytes = writeCheckSet(set, files, bytesEach);
    const parse = join(folder, 'parse.js');
    writeFileSync(parse, readAndParse);
    const ours: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(run([cli, 'check', '--fail-on', 'never', set]));
      peer.push(run([parse, set]));
    }
    const group = `${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB`;
    return [rowOf(group, 'check; peer: read and JSON.parse', 'ms', ours, peer)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that a process takes. Its output goes to a pipe, as in a build. */
function run(args: readonly string[]): number {
  return timed(() => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (status !== 0) {
      throw new Error(`${args.join(' ')} has ended with ${status ?? 'a signal'}. ${stderr}`);
    }
  });
}
