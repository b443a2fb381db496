import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { FileReport } from '../../server/src/cli/reporters/jsonReporter';
import type { Summary } from '../../server/src/cli/results/summary';
import { inTime } from '../support/deadline';
import { temporaryFolder } from '../support/system';

const root = join(__dirname, '..', '..', '..');

/** The bundle that is shipped. */
export const cliModule = join(root, 'dist', 'cli.js');

export const fixtures = join(root, 'test', 'fixtures', 'cli');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
}

/** The environment of a program under test: it speaks English and has no colours, whatever the tests are run with. */
export const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', FORCE_COLOR: '0' };

/** Runs the command line in a separate process. */
export async function run(
  args: readonly string[],
  { cwd = fixtures, stdin = '', env = {} }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [cliModule, ...args], { cwd, env: { ...environment, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.stdin.on('error', () => undefined).end(stdin);
  const [code] = (await inTime(args.join(' '), once(child, 'close'))) as [number | null];
  return { code, stdout, stderr };
}

/** The output of `check --format json`. */
export interface Report {
  readonly files: FileReport[];
  readonly summary: Summary;
}

/** Runs `check --format json`. Paths have `/` between names, on Windows too. */
export async function check(
  args: readonly string[],
  options?: RunOptions,
): Promise<Outcome & { readonly report: Report }> {
  const outcome = await run(['check', '--format', 'json', ...args], options);
  const { files, ...report } = JSON.parse(outcome.stdout) as Report;
  const named = files.map((file) => ({ ...file, path: file.path.split(sep).join('/') }));
  return { ...outcome, report: { files: named, ...report } };
}

/** Rules found in each file, by path. */
export function rulesByFile({ files }: Report): Record<string, string[]> {
  return Object.fromEntries(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]));
}

/** A folder with files for one test. Call `remove` afterwards. */
export class TemporaryFolder {
  readonly path = temporaryFolder();

  write(files: Readonly<Record<string, string | Buffer>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), content);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}
