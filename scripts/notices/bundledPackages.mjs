import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles } from '../../bundles.mjs';

const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const legalFile = /^(?:licen[cs]e|copying|notice)/i;

/** The folders of the packages that have code in the bundles, relative to the project's. */
async function bundledFolders(root) {
  const options = { absWorkingDir: root, minify: true, write: false, metafile: true, logLevel: 'silent' };
  const built = await Promise.all(bundles.map((bundle) => build({ ...bundle, ...options })));
  const inputs = built
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(inputs.flatMap(([path]) => packageFolder.exec(path) ?? []))];
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = readdirSync(folder).filter((file) => legalFile.test(file));
  const texts = names.sort().map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  return { name, version, license, texts };
}

/** Name, version, licence and legal texts of each package that has code in the bundles, in the order of their names. */
export async function bundledPackages(root) {
  const packages = (await bundledFolders(root)).map((folder) => readPackage(join(root, folder)));
  const byId = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
