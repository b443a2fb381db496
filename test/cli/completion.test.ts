import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { commands } from '../../server/src/cli/commands';
import { bashScript } from '../../server/src/cli/completion/bash';
import { fishScript } from '../../server/src/cli/completion/fish';
import { zshScript } from '../../server/src/cli/completion/zsh';
import { formats } from '../../server/src/cli/reporters';
import { wordOf } from '../../server/src/cli/usage/command';
import { TemporaryFolder } from './run';

const names = commands.map(wordOf);

describe('command line: completion', () => {
  let folder: TemporaryFolder;

  before(() => {
    folder = new TemporaryFolder();
    folder.write({
      'api.bash': bashScript(commands),
      'api.zsh': zshScript(commands, 'zh-cn'),
      'api.fish': fishScript(commands, 'zh-cn'),
    });
  });

  after(() => folder.remove());

  /** What a shell prints; the test is skipped where it is not installed. */
  const output = (test: Mocha.Context, shell: string, args: readonly string[]): string => {
    const { error, stdout, stderr } = spawnSync(shell, args, { cwd: folder.path, encoding: 'utf8' });
    if (error) {
      console.log(`    skipped, since there is no ${shell}:`);
      test.skip();
    }
    assert.equal(stderr, '');
    return stdout;
  };

  it('in bash offers commands, options and values', function () {
    /** Words as bash splits them, the last one to complete, and what is offered; nothing stands for files. */
    const cases: readonly (readonly [words: readonly string[], offered: readonly string[] | 'files'])[] = [
      [[''], [...names, '--help', '--version']],
      [['che'], ['check']],
      [['check', ''], 'files'],
      [['check', '--max'], ['--max-warnings']],
      [['check', '--no-ig'], ['--no-ignore']],
      [
        ['explain', '--'],
        ['--format', '--product', '--catalog', '--no-project-file', '--locale', '--help'],
      ],
      [['check', '--format', ''], formats],
      [['explain', 'x', '--format', 'j'], ['json']],
      [['check', '--format', '=', 's'], ['sarif']],
      [
        ['check', '--quiet', '--fail-on', '='],
        ['error', 'warning', 'information', 'hint', 'never'],
      ],
      [
        ['check', '--rule', 'null-error'],
        ['error', 'warning', 'information', 'hint', 'off'].map((each) => `null-error=${each}`),
      ],
      [['check', '--rule', 'null-error', '=', 'w'], ['warning']],
      [['check', '--rule', '=', 'null-error', '=', 'o'], ['off']],
      [['check', '--output', ''], 'files'],
      [['check', '--quiet', ''], 'files'],
      [['check', '--', '--qu'], 'files'],
      [['catalog', ''], ['import']],
      [['catalog', 'import', '--o'], ['--out']],
      [
        ['completion', ''],
        ['bash', 'zsh', 'fish'],
      ],
      [
        ['ticket', '--locale', ''],
        ['en', 'zh-cn'],
      ],
      [['nothing', '--'], 'files'],
    ];
    const steps = cases.map(([words]) => {
      const quoted = ['api-response', ...words].map((word) => `'${word}'`).join(' ');
      return `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; COMPREPLY=(); _api_response; echo "\${COMPREPLY[*]}"`;
    });
    const lines = output(this, 'bash', ['--norc', '-c', ['source ./api.bash', ...steps].join('\n')]);
    assert.deepEqual(
      lines
        .slice(0, -1)
        .split('\n')
        .map((line, index) => [cases[index]?.[0], line]),
      cases.map(([words, offered]) => [words, offered === 'files' ? '' : offered.join(' ')]),
    );
  });

  it('in bash takes words that are not split at =', function () {
    const script = `source ./api.bash
      COMP_WORDBREAKS=' '; COMP_WORDS=(api-response check --format=s); COMP_CWORD=2; _api_response; echo "\${COMPREPLY[*]}"`;
    assert.equal(output(this, 'bash', ['--norc', '-c', script]), '--format=sarif\n');
  });

  it('in zsh is loaded without a complaint', function () {
    const script = `autoload -U compinit; compinit -u -D; source ./api.zsh; print $_comps[api-response]`;
    assert.equal(output(this, 'zsh', ['-f', '-c', script]), '_api_response\n');
  });

  it('in fish offers commands, options and values', function () {
    const offered = (line: string): string => `complete -C '${line}' | string replace -r '\\t.*' '' | string join ' '`;
    const script = [
      'source ./api.fish',
      ...[
        'api-response ',
        'api-response explain --format ',
        'api-response completion z',
        'api-response check --no-ig',
      ].map(offered),
    ];
    assert.deepEqual(
      output(this, 'fish', ['--no-config', '-c', script.join('\n')])
        .trimEnd()
        .split('\n'),
      [[...names].sort().join(' '), 'json text', 'zsh', '--no-ignore'],
    );
  });

  it('describes commands and options in the display language, quoted', () => {
    assert.match(zshScript(commands, 'zh-cn'), /'--output=\[写入该文件（覆盖已有内容），而不是标准输出\]:文件:_files'/);
    assert.match(zshScript(commands, 'en'), /'\*--rule=\[set a rule to [^\]]+\]:ID=SEVERITY:\(\S+=error [^)]+\)'/);
    const help = { en: "it's [so]: \\", 'zh-cn': '' };
    const tricky = [{ ...commands[0]!, options: { odd: { type: 'boolean', help } as const } }];
    assert.match(zshScript(tricky, 'en'), /'--odd\[it'\\''s \\\[so\\\]: \\\\\]'/);
    assert.match(fishScript(tricky, 'en'), /-l odd -d 'it\\'s \[so\]: \\\\'\n/);
  });
});
