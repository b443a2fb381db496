import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { TemporaryFolder } from '../cli/run';
import { blocksOf, readText, root } from '../docs/markdown';
import { serverModule } from '../support/languageServer';

/** What neovim.lua saw. */
interface Seen {
  readonly diagnostics: readonly (readonly [string, number, number, string])[];
  readonly hover: string;
  readonly lenses: readonly string[];
  readonly explanation: string;
  readonly ticket: string;
  readonly fixed: string;
  readonly problem?: string;
}

const failure = `{
  "Response": {
    "Error": { "Code": "AuthFailure.SignatureFailure", "Message": "请求签名 🔑" },
    "requestId": "r-1"
  }
}`;

/** The minor version of the installed Neovim, or why it cannot be tried. */
function minorVersion(): number | string {
  if (process.platform === 'win32') {
    return 'needs a shell script as the program, which Windows cannot run';
  }
  const { stdout, error } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  return error ? 'needs nvim, which is not installed' : Number(/^NVIM v0\.(\d+)/.exec(stdout)?.[1] ?? 99);
}

const version = minorVersion();

if (typeof version === 'string') {
  it.skip(`Neovim: ${version}`);
} else {
  describe('Neovim, set up as in docs/editors.md', () => {
    const folder = new TemporaryFolder();
    let seen: Seen;

    before(() => {
      const setUp = version < 11 ? 'Neovim 0.7 and later' : 'Neovim 0.11 and later';
      const blocks = blocksOf(readText('docs/editors.md'), 'lua');
      const blockOf = (title: string): string => blocks.find((block) => block.startsWith(`-- ${title}\n`)) ?? '';
      folder.write({
        'init.lua': `${blockOf(setUp)}\n${blockOf('What code lenses do')}`,
        'bin/api-response-language-server': `#!/bin/sh\nexec '${process.execPath}' '${serverModule}' "$@"\n`,
        'failure.json': failure,
      });
      chmodSync(join(folder.path, 'bin/api-response-language-server'), 0o755);
      const script = join(root, 'test/lsp/neovim.lua');
      const { stderr } = spawnSync('nvim', ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', '-S', script], {
        cwd: folder.path,
        encoding: 'utf8',
        timeout: 100_000,
        env: {
          ...process.env,
          PATH: `${join(folder.path, 'bin')}${delimiter}${process.env.PATH}`,
          XDG_STATE_HOME: folder.path,
          XDG_CACHE_HOME: folder.path,
          FAILURE: 'failure.json',
          SEEN: 'seen.json',
        },
      });
      seen = JSON.parse(readFileSync(join(folder.path, 'seen.json'), 'utf8')) as Seen;
      assert.equal(seen.problem, undefined, `${seen.problem}\n${stderr}`);
    });

    after(() => folder.remove());

    it('shows the findings', () => {
      const message = 'This member must be spelled "RequestId": names have to match exactly.';
      assert.deepEqual(seen.diagnostics, [['misspelled-member', 3, 4, message]]);
    });

    it('shows a hover', () => {
      assert.match(seen.hover, /AuthFailure\.SignatureFailure.* — Signature error\./);
    });

    it('shows lenses, and runs them', () => {
      assert.deepEqual(seen.lenses, ['Signature error', 'Copy Support Ticket', 'caller · retry after fixing']);
      assert.match(seen.explanation, /AuthFailure\.SignatureFailure/);
      assert.match(seen.ticket, /r-1/);
    });

    it('applies a quick fix', () => {
      assert.equal(seen.fixed, failure.replace('requestId', 'RequestId'));
    });
  });
}
