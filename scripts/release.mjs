// Says whether a version can be released, and how. Publishes nothing.   npm run release [-- --dry-run]
import { parseArgs } from 'node:util';
import { root } from './generate/files.mjs';
import { checkRelease } from './release/checks.mjs';
import { gatherFacts, vsixPath } from './release/facts.mjs';

/** What whoever may publish has to type, in this order. The same VSIX goes to both marketplaces. */
function commands({ manifest, npm }) {
  return [
    `git tag v${manifest.version}`,
    `git push origin v${manifest.version}`,
    `npx @vscode/vsce publish --packagePath ${vsixPath(manifest)}`,
    `npx ovsx publish ${vsixPath(manifest)}`,
    ...(npm ? ['npm publish ./out/npm'] : []),
  ];
}

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const facts = await gatherFacts(root);
const { passed, lines } = checkRelease(facts);
console.log(lines.join('\n'));
if (!passed) {
  console.log(`${lines.filter((line) => line.startsWith('✖')).length} of ${lines.length} checks failed.`);
  process.exitCode = 1;
} else if (values['dry-run']) {
  console.log('Ready. "npm run release" says how to publish.');
} else {
  console.log(['Nothing has been published yet. To publish, run:', ...commands(facts)].join('\n'));
}
