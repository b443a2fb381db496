import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from '../notices/bundledPackages.mjs';
import { licenceProblems, noticesText } from '../notices/notices.mjs';
import { packVsix, readVsix } from '../package/vsix.mjs';
import { outputOf } from './programs.mjs';

const folder = 'out/release';

/** The VSIX of this version. */
export function vsixPath({ name, version }) {
  return `${folder}/${name}-${version}.vsix`;
}

function lines(text) {
  return text.split(/[\0\r\n]+/).filter((line) => line !== '');
}

async function makeVsix(root, manifest) {
  const file = join(root, vsixPath(manifest));
  mkdirSync(join(root, folder), { recursive: true });
  await packVsix(root, file);
  return readVsix(file);
}

/** The paths in the npm package and its size, unless the project makes none. */
function makeNpmPackage(root, { scripts = {} }) {
  if (!('package:npm' in scripts)) {
    return undefined;
  }
  outputOf(root, 'npm', 'run', 'package:npm');
  const [{ files, size }] = JSON.parse(outputOf(root, 'npm', 'pack', './out/npm', '--dry-run', '--json'));
  return { paths: files.map(({ path }) => path), size };
}

/** All that is looked at before a release. Makes the packages. */
export async function gatherFacts(root) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const manifest = JSON.parse(read('package.json'));
  const packages = await bundledPackages(root);
  return {
    manifest,
    lock: JSON.parse(read('package-lock.json')),
    changelog: read('CHANGELOG.md'),
    changedFiles: lines(outputOf(root, 'git', 'status', '--porcelain')),
    tags: lines(outputOf(root, 'git', 'tag', '--list')),
    trackedFiles: lines(outputOf(root, 'git', 'ls-files', '-z')),
    licences: licenceProblems(packages),
    notices: { written: read('ThirdPartyNotices.txt'), current: noticesText(packages) },
    vsix: await makeVsix(root, manifest),
    npm: makeNpmPackage(root, manifest),
    lists: { vsix: read('scripts/package/vsix-files.txt'), npm: read('scripts/package/npm-files.txt') },
  };
}
