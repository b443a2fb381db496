import fc from 'fast-check';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { oneLine, spellOut } from '../../server/src/cli/output/spellOut';
import { inTime } from '../support/deadline';
import { itWithAnyNames } from '../support/system';
import { check, cliModule, environment, fixtures, run, TemporaryFolder } from './run';

/** What must not reach a terminal: sequences that set the clipboard or clear the screen, and marks that turn text around. */
const hostile = [
  '\u001b]52;c;cm0gLXJm\u0007',
  '\u001b[2J',
  '\u009b2J',
  '\u007f\b\r',
  '\u202egpj.exe',
  '\u2066a\u2069',
  '\u200b\u200f\u061c\ufeff',
  'a\u2028b\u2029c',
];
const all = hostile.join('');

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

describe('command line: text from files', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));

  afterEach(() => folder.remove());

  const failure = (text: string): string =>
    JSON.stringify({
      Response: { Error: { Code: `InternalError${text}`, Message: `m ${text}`, Hint: text }, RequestId: `r ${text}` },
    });

  const name = `a${hostile.slice(0, -1).join('').replaceAll('\u0000', '')}.json`;

  for (const args of [
    ['check', '.'],
    ['check', '--failures', '.'],
    ['check', '--format', 'json', '.'],
    ['check', '--format', 'sarif', '.'],
    ['check', '--format', 'github', '.'],
    ['check', '--format', 'gitlab', '.'],
    ['check', '--format', 'html', '.'],
    ['check', '--locale', 'zh-cn', '.'],
    ['check', '-', '--stdin-filename', `${all}.json`],
    ['check', `gone${all}`],
    ['check', '--rule', all, '.'],
    ['check', '--format', all, '.'],
    ['check', `--${all}`],
    ['explain', `InternalError.${all}\nforged: line`],
    ['explain', '--format', 'json', `InternalError.${all}`],
    ['ticket', name],
    ['ticket', 'plain.json', '--product', all],
    ['ticket', `gone${all}`],
    ['ticket', name, '--index', '7'],
    ['catalog', 'import', `gone${all}`, '--out', 'x'],
    ['catalog', 'import', '.', '--out', 'x'],
    [all],
  ]) {
    itWithAnyNames(`reaches no terminal raw: ${JSON.stringify(args)}`, async () => {
      folder.write({ [name]: failure(all), 'plain.json': failure('') });
      const { stdout, stderr } = await run(args, { cwd: folder.path, stdin: failure(all) });
      assert.ok(stdout.length + stderr.length > 0);
      assert.doesNotMatch(stdout, control);
      assert.doesNotMatch(stderr, control);
      assert.doesNotMatch(stdout, /^forged/m);
      assert.ok(stderr === '' || /^api-response: [^\n]+\n$/.test(stderr), stderr);
    });
  }

  itWithAnyNames('is the same in JSON', async () => {
    folder.write({ [name]: failure(all) });
    const { report } = await check([name], { cwd: folder.path });
    const [file] = report.files;
    assert.equal(file?.path, name);
    assert.equal(file.envelopes[0]?.requestId, `r ${all}`);
    assert.equal(file.envelopes[0].error?.message, `m ${all}`);
  });

  itWithAnyNames('starts no command of continuous integration', async () => {
    const file = '::warning title=x::y.json';
    folder.write({ [file]: failure(' ##[error]z ##vso[task.x]'), 'sub/a.json': failure('\n::error::z') });
    const { stdout } = await run(['check', '--failures', '.'], { cwd: folder.path });
    assert.match(stdout, /^\\u003a:warning title=x::y\.json:1:1: failure/);
    const gone = await run(['check', '::error::gone'], { cwd: folder.path });
    const outputs = [stdout, gone.stderr, (await run(['ticket', file], { cwd: folder.path })).stdout];
    for (const output of outputs) {
      assert.doesNotMatch(output, /^\s*::|##\w*\[/m);
    }
  });
});

describe('command line: colours', () => {
  // eslint-disable-next-line no-control-regex -- it looks for colours
  const colors = /\u001b\[\d/;

  for (const [env, args, isColored] of [
    [{ FORCE_COLOR: undefined }, [], false],
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '1' }, ['--format', 'github'], false],
  ] as const) {
    it(`are ${isColored ? '' : 'not '}printed: ${JSON.stringify(env)} ${args.join(' ')}`, async () => {
      const { stdout, stderr } = await run(['check', ...args, 'malformed.json'], { env });
      assert.match(stdout, /malformed\.json/);
      assert.equal(colors.test(stdout), isColored);
      assert.equal(stderr, '');
    });
  }
});

describe('command line: spelling out', () => {
  for (const [text, expected] of [
    ['plain 中文 😀\ttext\n', 'plain 中文 😀\ttext\n'],
    ['\u001b[2J', '\\u001b[2J'],
    ['a\u0085\u009b', 'a\\u0085\\u009b'],
    ['\ud83d \ude00', '\\ud83d \\ude00'],
    ['\u202e', '\\u202e'],
    ['a::b\n  ::c\n:d', 'a::b\n  \\u003a:c\n:d'],
    ['##[group] ## [a](b) ###vso[x]', '\\u0023#[group] ## [a](b) #\\u0023#vso[x]'],
  ] as const) {
    it(`makes ${JSON.stringify(expected)}`, () => assert.equal(spellOut(text), expected));
  }

  it('puts text on one line', () => assert.equal(oneLine('a\nb\r\n\tc'), 'a\\u000ab\\u000d\\u000a\\u0009c'));

  it('leaves JSON the same', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('::', '##[', '\ud800', '\n::', '\u2028', '\u009b', '\u202e'),
    );
    const value = fc.dictionary(
      fc.string(),
      fc.array(unit).map((units) => units.join('')),
    );
    fc.assert(
      fc.property(value, (object) => {
        const text = JSON.stringify(object, undefined, 2);
        assert.deepEqual(JSON.parse(spellOut(text)), JSON.parse(text));
        assert.doesNotMatch(spellOut(text), control);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('command line: a full disk', () => {
  const full = '/dev/full';

  for (const args of [
    ['check', 'seed-failure.json'],
    ['check', '--format', 'json', '.'],
    ['explain', 'InternalError'],
    ['ticket', 'seed-failure.json'],
    ['--help'],
  ]) {
    it(`is reported in one sentence: ${args.join(' ')}`, async function () {
      if (!existsSync(full)) {
        this.skip();
      }
      const file = openSync(full, 'w');
      const child = spawn(process.execPath, [cliModule, ...args], {
        cwd: fixtures,
        env: environment,
        stdio: ['ignore', file, 'pipe'],
      });
      closeSync(file);
      let stderr = '';
      child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      const [code] = (await inTime('the end of the command', once(child, 'close'))) as [number | null];
      assert.equal(stderr, 'api-response: cannot write the output: no space is left on the device.\n');
      assert.equal(code, 2);
    });
  }
});
