import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importScript } from '../support/scripts';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: unknown;
  readonly texts: readonly string[];
}

interface Notices {
  readonly licenceProblems: (packages: readonly Package[]) => string[];
  readonly noticesText: (packages: readonly Package[]) => string;
}

const root = join(__dirname, '../../..');
const teapot: Package = { name: 'teapot', version: '1.0.0', license: 'MIT', texts: ['Pour it.', 'Noticed.'] };

describe('ThirdPartyNotices.txt', () => {
  let notices: Notices;
  let bundled: readonly Package[];

  before(async () => {
    notices = (await importScript('notices/notices.mjs')) as Notices;
    const { bundledPackages } = (await importScript('notices/bundledPackages.mjs')) as {
      readonly bundledPackages: (root: string) => Promise<readonly Package[]>;
    };
    bundled = await bundledPackages(root);
  });

  it('has the licences of what is bundled now: else run "npm run notices"', () => {
    assert.equal(readFileSync(join(root, 'ThirdPartyNotices.txt'), 'utf8'), notices.noticesText(bundled));
  });

  it('has packages of the extension, the server and the command line, each version of them once', () => {
    const ids = bundled.map(({ name, version }) => `${name} ${version}`);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    const needed = ['jsonc-parser', 'minimatch', 'vscode-languageclient', 'vscode-languageserver'];
    const names = new Set(bundled.map(({ name }) => name));
    assert.deepEqual(
      needed.filter((name) => !names.has(name)),
      [],
    );
    assert.ok(!names.has('esbuild'));
  });

  it('is only made of licences that allow it', () => {
    assert.deepEqual(notices.licenceProblems(bundled), []);
    const packages = [
      teapot,
      { ...teapot, name: 'copyleft', license: 'GPL-3.0-only' },
      { ...teapot, name: 'unnamed', license: undefined },
      { ...teapot, name: '@scope/textless', texts: [] },
    ];
    const [copyleft, unnamed, textless, ...others] = notices.licenceProblems(packages);
    assert.match(copyleft ?? '', /^copyleft 1\.0\.0 has the licence "GPL-3\.0-only", which is not on the list/);
    assert.match(unnamed ?? '', /^unnamed 1\.0\.0 has the licence undefined, which is not on the list/);
    assert.equal(textless, '@scope/textless 1.0.0 has no file with its licence: do without the package');
    assert.deepEqual(others, []);
  });

  it('names each package with its version, its licence and all legal texts', () => {
    const line = '-'.repeat(80);
    const [, ...sections] = notices
      .noticesText([teapot, { ...teapot, name: 'cup', texts: ['Drink it.'] }])
      .split(`${line}\n`);
    assert.deepEqual(sections, [
      'teapot 1.0.0 (MIT)\n',
      '\nPour it.\n\nNoticed.\n\n',
      'cup 1.0.0 (MIT)\n',
      '\nDrink it.\n',
    ]);
  });
});
