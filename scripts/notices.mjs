// Writes ThirdPartyNotices.txt, the licences of all packages in the bundles.   node scripts/notices.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './generate/files.mjs';
import { bundledPackages } from './notices/bundledPackages.mjs';
import { licenceProblems, noticesText } from './notices/notices.mjs';

const packages = await bundledPackages(root);
const problems = licenceProblems(packages);
if (problems.length === 0) {
  writeFileSync(join(root, 'ThirdPartyNotices.txt'), noticesText(packages));
}
problems.forEach((problem) => console.error(`notices: ${problem}.`));
process.exitCode = problems.length > 0 ? 1 : 0;
