import assert from 'node:assert/strict';
import { run, TemporaryFolder } from './run';

const handler = (code: string): string => `package main

import cfw "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cfw/v20190904"

func isMissing(client *cfw.Client, code string) bool {
	return code == "${code}" // "ResourceNotFound.InAComment"
}
`;

/** What is printed of `ResourceNotFound.TeapotMissing` in a handler. */
const finding = '6:18: note: "ResourceNotFound.TeapotMissing" is not in any list of the SDK. [unlisted-code-in-source]';

describe('command line: source code', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));
  afterEach(() => folder.remove());

  it('finds the codes in a folder that are in no list', async () => {
    folder.write({
      'src/a.go': handler('ResourceNotFound.TeapotMissing'),
      'src/b.go': handler('ResourceNotFound'),
      'src/c.go': 'package main\n\nvar code = "ResourceNotFound.TeapotMissing"\n',
      'src/deep/d.go': handler('ResourceNotFound.TeapotMissing'),
      'src/readme.md': handler('ResourceNotFound.TeapotMissing'),
      'src/testdata/e.go': handler('ResourceNotFound.TeapotMissing'),
      'src/.hidden/f.go': handler('ResourceNotFound.TeapotMissing'),
      'src/node_modules/x/g.go': handler('ResourceNotFound.TeapotMissing'),
    });
    for (const threads of ['1', '2']) {
      const env = { API_RESPONSE_THREADS: threads };
      const { code, stdout, stderr } = await run(['check', '--source', 'src'], { cwd: folder.path, env });
      assert.deepEqual(stdout.split('\n'), [
        `src/a.go:${finding}`,
        `src/deep/d.go:${finding}`,
        '5 files, 0 responses, 0 failures, 0 errors, 0 warnings, 0 information, 2 hints',
        '',
      ]);
      assert.deepEqual([code, stderr], [0, '']);
    }
  });

  it('fails the run where hints do, and takes the severity of a rule', async () => {
    folder.write({ 'a.go': handler('ResourceNotFound.TeapotMissing') });
    const codeOf = async (...args: string[]): Promise<number | null> =>
      (await run(['check', '--source', 'a.go', ...args], { cwd: folder.path })).code;
    assert.equal(await codeOf('--fail-on', 'hint'), 1);
    assert.equal(await codeOf('--rule', 'unlisted-code-in-source=error'), 1);
    assert.equal(await codeOf('--fail-on', 'hint', '--rule', 'unlisted-code-in-source=off'), 0);
  });

  it('leaves out what is ignored, also by the folders around it', async () => {
    folder.write({
      '.gitignore': 'generated/\n*.pb.go\n',
      'src/.gitignore': '/local.go\n!kept.pb.go\n',
      'src/generated/a.go': handler('ResourceNotFound.TeapotMissing'),
      'src/b.pb.go': handler('ResourceNotFound.TeapotMissing'),
      'src/kept.pb.go': handler('ResourceNotFound.TeapotMissing'),
      'src/local.go': handler('ResourceNotFound.TeapotMissing'),
      'src/deep/local.go': handler('ResourceNotFound.TeapotMissing'),
    });
    const { stdout } = await run(['check', '--source', 'src'], { cwd: folder.path });
    assert.deepEqual(stdout.split('\n').slice(0, -2), [`src/deep/local.go:${finding}`, `src/kept.pb.go:${finding}`]);
  });

  it('checks responses as well', async () => {
    folder.write({ 'a.json': '{"Response": {"RequestId": 1}}', 'a.go': handler('ResourceNotFound.TeapotMissing') });
    const { code, stdout } = await run(['check', '.', '--source', '.'], { cwd: folder.path });
    assert.match(
      stdout,
      /^a\.json:1:28: error: .*\na\.go:6:18: note: .*\n2 files, 1 response, 0 failures, 1 error, .* 1 hint\n$/,
    );
    assert.equal(code, 1);
  });

  it('prints JSON and SARIF', async () => {
    folder.write({ 'a.go': handler('ResourceNotFound.TeapotMissing') });
    const outputOf = async (format: string): Promise<unknown> =>
      JSON.parse((await run(['check', '--source', 'a.go', '--format', format], { cwd: folder.path })).stdout);
    const { files } = (await outputOf('json')) as { files: unknown[] };
    assert.deepEqual(files, [
      {
        path: 'a.go',
        envelopes: [],
        findings: [
          {
            rule: 'unlisted-code-in-source',
            severity: 'hint',
            message: '"ResourceNotFound.TeapotMissing" is not in any list of the SDK.',
            range: { start: { line: 5, character: 17 }, end: { line: 5, character: 47 } },
          },
        ],
      },
    ]);
    const { runs } = (await outputOf('sarif')) as { runs: { results: { ruleId: string; level: string }[] }[] };
    assert.deepEqual(
      runs[0]?.results.map(({ ruleId, level }) => [ruleId, level]),
      [['unlisted-code-in-source', 'note']],
    );
  });

  it('names a path that it cannot read', async () => {
    const { code, stderr } = await run(['check', '--source', 'missing'], { cwd: folder.path });
    assert.equal(stderr, 'api-response: cannot read missing: there is no such file.\n');
    assert.equal(code, 2);
  });
});
