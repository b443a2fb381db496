import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { version } from '../../package.json';
import { commands } from '../../server/src/cli/commands';
import { helpOf, overview } from '../../server/src/cli/usage/help';
import { inTime } from '../support/deadline';
import { cliModule, environment, run, TemporaryFolder } from './run';

describe('command line: usage', () => {
  for (const args of [
    ['frobnicate'],
    ['--locale', 'en', 'check'],
    ['check'],
    ['check', '--nothing', 'seed-failure.json'],
    ['check', '--format', 'xml', 'seed-failure.json'],
    ['check', '--format'],
    ['check', '--format', '--rule', 'seed-failure.json'],
    ['check', '--unwrapped=yes', 'seed-failure.json'],
    ['check', '--fail-on', 'fatal', 'seed-failure.json'],
    ['check', '--max-warnings', 'few', 'seed-failure.json'],
    ['check', '--max-warnings=-1', 'seed-failure.json'],
    ['check', '--max-warnings', '', 'seed-failure.json'],
    ['check', '--rule', 'no-such-rule=off', 'seed-failure.json'],
    ['check', '--rule', 'null-error', 'seed-failure.json'],
    ['check', '--rule', 'null-error=loud', 'seed-failure.json'],
    ['check', '--declared', '{a,b}'.repeat(20), 'seed-failure.json'],
    ['check', '--locale', 'xx', 'seed-failure.json'],
    ['completion'],
    ['completion', 'cmd'],
    ['explain'],
    ['explain', 'InternalError', 'FailedOperation'],
    ['explain', '--format', 'sarif', 'InternalError'],
    ['ticket'],
    ['ticket', 'seed-failure.json', 'seed-success.json'],
    ['ticket', 'seed-failure.json', '--index', 'first'],
    ['ticket', 'seed-failure.json', '--index=-1'],
    ['ticket', 'seed-failure.json', '--fail-on', 'error'],
  ]) {
    it(`is explained in one sentence: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^api-response: [^\n]+\.\n$/);
      assert.doesNotMatch(stderr, /internal error|\bat .*:\d+|node:/);
    });
  }

  it('is printed on demand: of a command if one is named, else of all', async () => {
    const printed = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(args);
      assert.deepEqual([code, stderr], [0, '']);
      return stdout;
    };
    const [all, check, ofCatalog] = await Promise.all([
      printed('--help'),
      printed('check', '.', '-h'),
      printed('catalog', 'import', 'x', '--help', '--locale', 'zh_CN.UTF-8'),
    ]);
    assert.equal(all, overview(commands, 'en'));
    assert.equal(check, helpOf(commands[0]!, 'en'));
    assert.equal(
      ofCatalog,
      helpOf(
        commands.find(({ name }) => name === 'catalog import')!,
        'zh-cn',
      ),
    );
  });

  it('lists the options of a command only', () => {
    for (const command of commands) {
      const listed = helpOf(command, 'en').match(/^ {2}--[a-z-]+/gm) ?? [];
      assert.deepEqual(
        listed.map((each) => each.trim()),
        [...Object.keys(command.options), 'locale'].map((option) => `--${option}`),
      );
    }
    assert.deepEqual(
      [...overview(commands, 'en').matchAll(/^ {2}api-response ([a-z ]+?) [^a-z]/gm)].map(([, name]) => name),
      commands.map(({ name }) => name).map((name) => (name === 'completion' ? 'completion bash' : name)),
    );
  });

  it('is in step in both languages', () => {
    const lines = (text: string): (string | undefined)[] =>
      text.split('\n').map((line) => /^ +(-\S+|api-response \S+)/.exec(line)?.[1]);
    for (const command of commands) {
      assert.deepEqual(lines(helpOf(command, 'zh-cn')), lines(helpOf(command, 'en')));
    }
    assert.deepEqual(lines(overview(commands, 'zh-cn')), lines(overview(commands, 'en')));
  });

  it('is printed as an error without arguments', async () => {
    const { code, stdout, stderr } = await run([]);
    assert.equal(stdout, '');
    assert.match(stderr, /Usage:/);
    assert.equal(code, 2);
  });

  it('prints the version', async () => {
    assert.deepEqual(await run(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('takes paths that look like options after --', async () => {
    const folder = new TemporaryFolder();
    const names = ['--format', '--help', '-h'];
    folder.write(Object.fromEntries(names.map((name) => [name, '{"Response": {"RequestId": 1}}'])));
    const { code, stdout } = await run(['check', '--', ...names], { cwd: folder.path });
    folder.remove();
    assert.match(stdout, /^--format:1:28: error: .*\n--help:1:28: error: .*\n-h:1:28: error: /);
    assert.equal(code, 1);
  });
});

describe('command line: a reader that closes early', () => {
  it('of errors does not change the exit code', async () => {
    const missing = Array.from({ length: 2000 }, (_, index) => `missing${index}.json`);
    const child = spawn(process.execPath, [cliModule, 'check', ...missing], { env: environment, stdio: 'pipe' });
    child.stderr.destroy();
    child.stdin.end();
    child.stdout.resume();
    const [code] = (await inTime('the end of the command', once(child, 'close'))) as [number | null];
    assert.equal(code, 2);
  });

  for (const format of ['text', 'json']) {
    it(`is no error, format ${format}`, async () => {
      const child = spawn(process.execPath, [cliModule, 'check', '--format', format, '-'], {
        env: environment,
        stdio: 'pipe',
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      const ended = once(child, 'close');
      child.stdout.destroy();
      child.stdin.end(`[${Array.from({ length: 50_000 }, () => '{"Response": {"RequestId": 1}}').join(',')}]`);
      await inTime('the end of the command', ended);
      assert.equal(stderr, '');
    });
  }
});
