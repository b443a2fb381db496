import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkInputs } from '../../server/src/cli/checking/checkInputs';
import { checkInThreads } from '../../server/src/cli/checking/checkInThreads';
import type { Job, Outcome as Checked } from '../../server/src/cli/checking/job';
import { filesOf, type Input } from '../../server/src/cli/input/files';
import { defaultSettings } from '../../server/src/service';
import { english } from '../../server/src/service/base/localizer';
import { inTime } from '../support/deadline';
import { cliModule, environment, run, TemporaryFolder, type Outcome } from './run';

const failure = '{"Response": {"Error": {"Code": "InternalError", "Message": "签名"}, "RequestId": "r"}}';

/** Documents of all kinds, some of them not JSON, and one that takes longer than all others. */
const documents: readonly (readonly [string, string | Buffer])[] = [
  ['json', failure],
  ['json', '{"Response": {"RequestId": 1}}'],
  ['json', '{"other": [1, 2, 3]}'],
  ['jsonl', `${failure}\r\n{"Response": {"RequestId": ""}}\r\n`],
  ['json', `\ufeff[${failure},\n${failure.slice(0, -3)}`],
  ['json', '{"\\u0052esponse": {"RequestId": ""}}'],
  ['api-response.json', '{}'],
  ['jsonc', `// a comment\n${failure}`],
  ['json', Buffer.from([0xff, 0xfe, 0x7b, 0x00])],
  ['json', '{"Error": {"Code": "Zzzzzzzz", "Message": "m"}, "RequestId": "r"}'],
  ['log', failure],
];

describe('command line: threads of check', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
    const files = Array.from({ length: 140 }, (_, index) => {
      const [extension, content] = documents[index % documents.length]!;
      return [`${String(index % 7)}/file${String(index).padStart(3, '0')}.${extension}`, content] as const;
    });
    const long = `[${Array.from({ length: 3_000 }, () => failure).join(',\n')}]`;
    folder.write({ ...Object.fromEntries(files), '0/a.json': long });
  });

  afterEach(() => folder.remove());

  const checkWith = (threads: string, args: readonly string[]): Promise<Outcome> =>
    run(['check', ...args], { cwd: folder.path, stdin: failure, env: { API_RESPONSE_THREADS: threads } });

  for (const args of [
    ['.'],
    ['--failures', '.'],
    ['--format', 'json', '.'],
    ['--format', 'sarif', '.'],
    ['--format', 'json', '--declared', '3/*', '.'],
    ['--format', 'json', '--unwrapped', '--rule', 'missing-request-id=off', 'missing.json', '1', '-', '2/no', '3', '0'],
  ]) {
    it(`say the same however many there are: ${args.join(' ')}`, async () => {
      const alone = await checkWith('1', args);
      assert.ok(alone.stdout.length > 1_000);
      for (const threads of ['', '3']) {
        assert.deepEqual(await checkWith(threads, args), alone, `with ${threads || 'as many as there are cores'}`);
      }
    });
  }

  it('are as many as the environment says, if that is a number', async () => {
    for (const threads of ['0', '-1', 'two', '1.5', '100']) {
      assert.deepEqual(await checkWith(threads, ['.']), {
        code: 2,
        stdout: '',
        stderr: `api-response: API_RESPONSE_THREADS takes a number from 1 to 99, not "${threads}".\n`,
      });
    }
  });

  it('wait for a slow reader and lose nothing', async () => {
    const alone = await checkWith('1', ['--format', 'json', '.']);
    const env = { ...environment, API_RESPONSE_THREADS: '3' };
    const child = spawn(process.execPath, [cliModule, 'check', '--format', 'json', '.'], { cwd: folder.path, env });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 1);
    });
    await inTime('the end of the output', once(child, 'close'));
    assert.equal(Buffer.concat(chunks).toString(), alone.stdout);
  });

  it('end when the reader closes its end', async () => {
    const env = { ...environment, API_RESPONSE_THREADS: '3' };
    const child = spawn(process.execPath, [cliModule, 'check', '.'], { cwd: folder.path, env });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await inTime('the end', once(child, 'close'))) as [number | null];
    assert.equal(code, 0);
  });

  describe('that crash', () => {
    const job: Job = { format: 'text', language: 'en', settings: defaultSettings, declared: [], unwrapped: false };

    const inputs = (): AsyncGenerator<Input> =>
      filesOf(folder.path, { kind: 'responses', obeysGitignore: true }, english);

    const collect = async (outcomes: AsyncIterable<Checked>): Promise<Checked[]> => {
      const collected: Checked[] = [];
      for await (const outcome of outcomes) {
        collected.push(outcome);
      }
      return collected;
    };

    const outcomesHere = (): Promise<Checked[]> => collect(checkInputs(inputs(), job, english));

    const check = async (code: string): Promise<{ outcomes: Checked[]; warnings: string[] }> => {
      folder.write({ 'node_modules/thread.js': code });
      const warnings: string[] = [];
      const warn = (message: string): void => void warnings.push(message);
      const module = join(folder.path, 'node_modules', 'thread.js');
      const outcomes = await collect(checkInThreads(inputs(), job, { threads: 3, module, l10n: english, warn }));
      return { outcomes, warnings };
    };

    const checkThread = JSON.stringify(require.resolve('../../server/src/cli/checking/checkThread'));
    /** The code of a thread that is ended by a condition on the path of a file when it checks it. */
    const endingAt = (condition: string): string => `
      const paths = require("path");
      const { relative } = paths;
      paths.relative = (from, path) => (${condition} ? process.exit(7) : relative(from, path));
      require(${checkThread}).runCheckThread();`;

    for (const [when, code, reason] of [
      ['before their first file', 'throw new Error("no thread today")', 'no thread today'],
      [
        'before they are ready',
        'require("worker_threads").parentPort.once("message", () => process.exit(7))',
        'it stopped',
      ],
    ] as const) {
      it(`${when} lose no file`, async () => {
        const { outcomes, warnings } = await check(code);
        assert.deepEqual(outcomes, await outcomesHere());
        const warning = `a thread ended early (${reason}); its files are checked without it.`;
        assert.deepEqual(warnings, [warning, warning, warning]);
      });
    }

    it('once lose no file', async () => {
      const mark = JSON.stringify(join(folder.path, 'node_modules', 'once'));
      const once = `path.includes("file024") && (() => { try { require("fs").mkdirSync(${mark}); return true } catch {} })()`;
      assert.deepEqual(await check(endingAt(once)), { outcomes: await outcomesHere(), warnings: [] });
    });

    it('at files name them, and go on with all others', async () => {
      const fatal = ['file024', 'file025', 'file130'];
      const condition = `${JSON.stringify(fatal)}.some((name) => path.includes(name))`;
      const { outcomes, warnings } = await check(endingAt(condition));
      const expected: Checked[] = [];
      for await (const input of inputs()) {
        const isFatal = fatal.some((name) => input.path.includes(name));
        const problem = `cannot check ${input.path}: it stopped.`;
        expected.push(...(isFatal ? [{ problem }] : await collect(checkInputs([input], job, english))));
      }
      assert.deepEqual({ outcomes, warnings }, { outcomes: expected, warnings: [] });
    });

    it('do not happen otherwise', async () => {
      const code = `require(${checkThread}).runCheckThread()`;
      assert.deepEqual(await check(code), { outcomes: await outcomesHere(), warnings: [] });
    });
  });
});
