import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cliModule, environment, run, TemporaryFolder } from './run';

/** The heap of each thread, in MB: a tenth of what it takes to hold all results. */
const heap = 64;

const responses = 150_000;

const failure = '{"Response":{"Error":{"Code":"x"}}}';

/** A file that is mostly the same text many times. */
interface Large {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
}

const files: Readonly<Record<string, Large>> = {
  'list.json': { begin: '[', between: ',', end: ']' },
  'wrapped.json': { begin: '{"items":[', between: ',\n', end: '],"Response":{"RequestId":"r"}}' },
  'named.json': { begin: '{"a":', between: ',\n"a":', end: '}' },
  'lines.jsonl': { begin: '', between: '\n', end: '\n' },
  'text.log': { begin: 'INFO ', between: '\nINFO ', end: '\n' },
};

describe('command line: memory of check', function () {
  this.timeout(600_000);
  let folder: TemporaryFolder;
  beforeEach(() => (folder = new TemporaryFolder()));
  afterEach(() => folder.remove());

  const write = (name: string, { begin, between, end }: Large): void => {
    const file = openSync(join(folder.path, name), 'w');
    const some = 1000;
    writeSync(file, begin + failure);
    for (let count = 1; count < responses; count += some) {
      writeSync(file, (between + failure).repeat(Math.min(some, responses - count)));
    }
    writeSync(file, end);
    closeSync(file);
  };

  /** The exit code, errors, and the end of the output, which is not kept. */
  const check = async (args: readonly string[], threads: string): Promise<{ end: string; status: string }> => {
    const env = { ...environment, API_RESPONSE_THREADS: threads, NODE_OPTIONS: `--max-old-space-size=${heap}` };
    const child = spawn(process.execPath, [cliModule, 'check', ...args], { cwd: folder.path, env });
    let end = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (end = (end + chunk).slice(-1000)));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    return { end, status: `${code}${stderr}` };
  };

  for (const [name, large] of Object.entries(files)) {
    it(`does not grow with the number of responses in ${name}`, async () => {
      write(name, large);
      const { end, status } = await check(['--format', 'json', '--fail-on', 'never', name], '1');
      assert.equal(status, '0');
      assert.match(end, /"summary": \{"files":1,"envelopes":15000[01],"failures":150000,/);
    });
  }

  it('does not grow in threads either, in any format', async () => {
    write('a.json', files['list.json']!);
    write('b.jsonl', files['lines.jsonl']!);
    for (const format of ['text', 'sarif', 'gitlab'] as const) {
      const { end, status } = await check(['--format', format, '--fail-on', 'never', '.'], '2');
      assert.equal(status, '0');
      assert.match(
        end,
        { text: /2 files, 300000 responses, 300000 failures/, sarif: /"executionSuccessful":true/, gitlab: /}\n\]\n$/ }[
          format
        ],
      );
    }
  });

  it('ends the check of a file, and of no other', async () => {
    folder.write({ 'a.json': failure, 'b.json': '['.repeat(20_000_000), 'c.json': failure });
    const options = { cwd: folder.path, env: { NODE_OPTIONS: `--max-old-space-size=${heap}` } };
    const { code, stdout, stderr } = await run(['check', '--format', 'json', 'a.json', 'b.json', 'c.json'], options);
    assert.equal(code, 2);
    assert.equal(stderr, 'api-response: cannot check b.json: there is not enough memory.\n');
    const { files: checked } = JSON.parse(stdout) as { files: { path: string }[] };
    assert.deepEqual(
      checked.map(({ path }) => path),
      ['a.json', 'c.json'],
    );
  });
});
