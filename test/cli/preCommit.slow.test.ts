import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../docs/markdown';
import { TemporaryFolder } from './run';

const preCommit = 'pre-commit';

describe('the hook of pre-commit', function () {
  this.timeout(600_000);
  let folder: TemporaryFolder;
  beforeEach(() => (folder = new TemporaryFolder()));
  afterEach(() => folder.remove());

  it('builds the program, and checks files that may hold responses', async function () {
    if (spawnSync(preCommit, ['--version']).error) {
      this.skip();
    }
    const wrong = '{"Response": {"RequestId": 1}}';
    folder.write({ 'repository/a.json': wrong, 'repository/b.txt': wrong });
    const cwd = join(folder.path, 'repository');
    await promisify(execFile)('git', ['init', '--quiet', cwd]);
    await promisify(execFile)('git', ['add', '.'], { cwd });
    const env = { ...process.env, PRE_COMMIT_HOME: join(folder.path, 'home') };
    const hook = ['try-repo', root, 'api-response-check', '--all-files'];
    const { code, stdout } = await promisify(execFile)(preCommit, hook, { cwd, env }).then(
      () => assert.fail('the hook has found nothing'),
      (error: unknown) => error as { readonly code: number; readonly stdout: string },
    );
    assert.match(stdout, /\n\na\.json:1:28: error: [^\n]+ \[request-id-not-string\]\n1 file, /);
    assert.equal(code, 1);
  });
});
