// Writes the npm package to out/npm, from the minified bundles in dist/.   npm run package:npm
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = join(root, 'out/npm');

/** The bundles of the programs. The others belong to the extension. */
const bundles = ['cli.js', 'mcp.js', 'server.js'];

/** Pages about the code and about the extension. */
const leftOut = ['architecture.md', 'features.md'];

/** What the programs read, and what they or the README refer to. */
const copied = [
  ...bundles.map((name) => `dist/${name}`),
  'dist/catalog',
  'l10n',
  'server/catalog/error-codes.schema.json',
  'server/catalog/names',
  'server/project-file.schema.json',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && !leftOut.includes(name))
    .map((name) => `docs/${name}`),
  'CHANGELOG.md',
  'LICENSE',
  'SECURITY.md',
  'ThirdPartyNotices.txt',
];

/** Bundles for development have source maps. */
function isMinified(path) {
  return existsSync(path) && !readFileSync(path, 'utf8').includes('//# sourceMappingURL=');
}

function readText(path) {
  return readFileSync(join(root, path), 'utf8');
}

/** The manifest of the package. It needs no other package, since the bundles have everything in them. */
function manifest() {
  const { name, version, license, author, homepage, repository, bugs, bin, keywords } = JSON.parse(
    readText('package.json'),
  );
  return {
    name,
    version,
    description: 'Explains and checks Tencent Cloud API responses: a command line and a language server.',
    license,
    author,
    homepage,
    repository,
    bugs,
    keywords,
    bin,
    engines: { node: '>=20' },
  };
}

/** The README of the package, with the sections of the main one that it names in comments. */
function readme() {
  const main = readText('README.md');
  return readText('scripts/npmPackage/README.md').replace(/^<!-- (.+) -->$/gm, (_, heading) => {
    const start = main.indexOf(`\n## ${heading}\n`) + 1;
    if (start === 0) {
      throw new Error(`README.md has no section "${heading}".`);
    }
    return main.slice(start, main.indexOf('\n## ', start)).trimEnd();
  });
}

const unfinished = bundles.filter((name) => !isMinified(join(root, 'dist', name)));
if (unfinished.length > 0) {
  console.error(`package:npm: dist/ has no minified ${unfinished.join(', ')}; run node esbuild.mjs --minify first.`);
  process.exit(1);
}
rmSync(target, { recursive: true, force: true });
for (const path of copied) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  cpSync(join(root, path), join(target, path), { recursive: true });
}
writeFileSync(join(target, 'README.md'), readme());
writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
