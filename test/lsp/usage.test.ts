import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { version } from '../../package.json';
import { serverModule } from '../support/languageServer';

describe('language server: arguments', () => {
  const start = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [serverModule, ...args], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  };
  const { stdout: usage } = start('--help');

  it('prints its usage with --help and -h, even beside a transport', () => {
    assert.match(usage, /^Usage: api-response-language-server TRANSPORT$/m);
    assert.deepEqual(
      [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name),
      ['--stdio', '--node-ipc', '--socket', '--pipe'],
    );
    for (const args of [['-h'], ['--stdio', '--help']]) {
      assert.deepEqual(start(...args), { status: 0, stdout: usage, stderr: '' });
    }
  });

  it('prints its version', () => {
    assert.deepEqual(start('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  for (const args of [[], ['--clientProcessId=1'], ['--node-ipc'], ['--socket=x'], ['--socket'], ['--pipe=']]) {
    it(`says how it is used when started with [${args.join(' ')}], which names no transport`, () => {
      assert.deepEqual(start(...args), { status: 2, stdout: '', stderr: usage });
    });
  }
});
