import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from '../cli/run';

const root = join(__dirname, '../../..');
const placeholder = 'https://github.com/OWNER/teapot';
const address = 'https://github.com/teapots/teapot';
const ownerless = 'Next: write the real address there, then run "npm run generate".';

const manifest = (repository: string): object => ({
  name: 'teapot',
  publisher: 'cups',
  version: '1.2.0',
  repository: { type: 'git', url: repository },
  homepage: `${repository}#readme`,
  bugs: { url: `${repository}/issues` },
  qna: `${repository}/discussions`,
  engines: { vscode: '^1.100.0' },
  scripts: { 'package:npm': 'node npm.mjs' },
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const changelog = '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-02-28\n\n### Added\n\n- A handle.\n';

/** All files of a small extension that can be released. */
const files = {
  '.gitattributes': '* -text\n',
  '.gitignore': 'node_modules\nout\n',
  '.vscodeignore': '**\n!*.md\n!package.json\n!LICENSE\n!ThirdPartyNotices.txt\n',
  'bundles.mjs': "export const bundles = [{ entryPoints: { main: 'main.mjs' }, outdir: 'dist', bundle: true }];\n",
  'CHANGELOG.md': changelog,
  LICENSE: 'Pour it.\n',
  'npm.mjs': `
    import { cpSync, mkdirSync } from 'node:fs';
    mkdirSync('out/npm', { recursive: true });
    ['package.json', 'README.md'].forEach((name) => cpSync(name, 'out/npm/' + name));
  `,
  'main.mjs': "export { parse } from 'jsonc-parser';\n",
  'package.json': json(manifest(address)),
  'package-lock.json': json({ version: '1.2.0' }),
  'README.md': '[Changes](CHANGELOG.md), [license](LICENSE), [cups](https://cups.example/)\n',
  'scripts/package/npm-files.txt': 'README.md\npackage.json\n',
  'scripts/package/vsix-files.txt': [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/ThirdPartyNotices.txt',
    'extension/changelog.md',
    'extension/package.json',
    'extension/readme.md',
    '',
  ].join('\n'),
};

const allPassed = [
  '✔ version',
  '✔ changelog',
  '✔ working tree',
  '✔ tag',
  '✔ addresses',
  '✔ links of README and CHANGELOG',
  '✔ licences',
  '✔ contents of the VSIX',
  '✔ contents of the npm package',
];

describe('npm run release', () => {
  const folder = new TemporaryFolder();

  const program = (name: string, ...args: string[]): { lines: string[]; status: number | null } => {
    const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder.path, encoding: 'utf8' });
    assert.equal(stderr, '');
    return { status, lines: stdout.split('\n') };
  };

  const commit = (): void => {
    program('git', 'add', '.');
    const identity = ['-c', 'user.name=Teapot', '-c', 'user.email=teapot@cups.example', '-c', 'commit.gpgsign=false'];
    program('git', ...identity, 'commit', '--quiet', '--message', 'Pour');
  };

  /** What the release script says, without what vsce says while it packs. */
  const release = (...args: string[]): { status: number | null; said: string[] } => {
    const { status, lines } = program(process.execPath, 'scripts/release.mjs', ...args);
    return {
      status,
      said: lines.slice(
        lines.findIndex((line) => /^[✔✖] version/.test(line)),
        -1,
      ),
    };
  };

  before(() => {
    cpSync(join(root, 'scripts'), join(folder.path, 'scripts'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'), 'junction');
    folder.write(files);
    program(process.execPath, 'scripts/notices.mjs');
    program('git', '-c', 'init.defaultBranch=main', 'init', '--quiet');
    commit();
  });

  after(() => folder.remove());

  it('is ready where everything is, and publishes nothing by itself', () => {
    assert.deepEqual(release('--dry-run'), {
      status: 0,
      said: [...allPassed, 'Ready. "npm run release" says how to publish.'],
    });
    assert.deepEqual(release(), {
      status: 0,
      said: [
        ...allPassed,
        'Nothing has been published yet. To publish, run:',
        'git tag v1.2.0',
        'git push origin v1.2.0',
        'npx @vscode/vsce publish --packagePath out/release/teapot-1.2.0.vsix',
        'npx ovsx publish out/release/teapot-1.2.0.vsix',
        'npm publish ./out/npm',
      ],
    });
  });

  it('refuses the placeholder, and an unwritten changelog, as long as they are there', () => {
    folder.write({
      'package.json': json(manifest(placeholder)),
      'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A handle.\n',
    });
    commit();
    assert.deepEqual(release('--dry-run'), {
      status: 1,
      said: [
        '✔ version',
        '✖ changelog: "## [Unreleased]" still has entries; no section "## [1.2.0] - YYYY-MM-DD" comes next. ' +
          'Next: in CHANGELOG.md move what is unreleased into a section with version and date.',
        '✔ working tree',
        '✔ tag',
        `✖ addresses: repository.url in package.json is the placeholder ${placeholder}. ${ownerless}`,
        ...allPassed.slice(5),
        '2 of 9 checks failed.',
      ],
    });
  });

  it('says of each thing what is wrong with it, and what to do next', () => {
    folder.write({
      'package.json': json({ ...manifest(address), version: '1.2.1', qna: false }),
      'CHANGELOG.md': `${changelog}\n## [1.1.0] - 2026-02-30\n\n### Repaired\n\n## 1.0.0\n`,
      'README.md': `[Changes](CHANGES.md), ${placeholder}\n`,
      'ThirdPartyNotices.txt': 'None.\n',
      'EXTRA.md': '',
      'scripts/package/npm-files.txt': 'README.md\nTEA.md\npackage.json\n',
    });
    program('git', 'tag', 'v1.2.1');
    assert.deepEqual(release('--dry-run'), {
      status: 1,
      said: [
        '✖ version: package-lock.json says 1.2.0, package.json 1.2.1. ' +
          'Next: set it with "npm version --no-git-tag-version VERSION".',
        '✖ changelog: no section "## [1.2.1] - YYYY-MM-DD" comes next; ' +
          '"### Repaired" is none of Added, Changed, Deprecated, Removed, Fixed, Security; "2026-02-30" is not a date; ' +
          '"## 1.0.0" should read "## [VERSION] - YYYY-MM-DD". ' +
          'Next: in CHANGELOG.md move what is unreleased into a section with version and date.',
        '✖ working tree: 6 files are not committed. Next: commit them, or remove them.',
        '✖ tag: v1.2.1 is there already. Next: release another version.',
        `✖ addresses: qna in package.json does not belong to ${address}; extension/readme.md has the placeholder. ${ownerless}`,
        `✖ links of README and CHANGELOG: ${address}/blob/HEAD/CHANGES.md leads to no file. Next: correct them.`,
        '✖ licences: ThirdPartyNotices.txt is not up to date. Next: run "npm run notices".',
        '✖ contents of the VSIX: not on the list: extension/EXTRA.md. ' +
          'Next: correct .vscodeignore or scripts/package/vsix-files.txt.',
        '✖ contents of the npm package: missing: TEA.md. ' +
          'Next: correct the package or scripts/package/npm-files.txt.',
        '9 of 9 checks failed.',
      ],
    });
  });
});
