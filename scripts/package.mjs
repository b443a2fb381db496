// Makes the VSIX, and checks what is in it.   node scripts/package.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './generate/files.mjs';
import { contentsProblems, listedPaths } from './package/contents.mjs';
import { packVsix, readVsix } from './package/vsix.mjs';

const list = 'scripts/package/vsix-files.txt';
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsix = join(root, `${name}-${version}.vsix`);
await packVsix(root, vsix);
const { size, files } = await readVsix(vsix);
const problems = contentsProblems(
  { paths: Object.keys(files), size },
  listedPaths(readFileSync(join(root, list), 'utf8')),
);
problems.forEach((problem) => console.error(`package: ${vsix}: ${problem}.`));
if (problems.length > 0) {
  console.error(`package: if that is meant, change ${list}; if not, .vscodeignore.`);
  process.exitCode = 1;
}
