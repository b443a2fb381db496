// Bundles the extension, the server and the command line into dist/.
//   node esbuild.mjs [--minify] [--watch]
import { context } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

/** Prints the messages that VS Code's background task waits for. */
const reporter = {
  name: 'reporter',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`✘ [ERROR] ${text}\n    ${location?.file}:${location?.line}:${location?.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

/** Makes one file of the many of the catalog in each language. Only programs that are not bundled read those. */
function packCatalog() {
  rmSync('dist/catalog', { recursive: true, force: true });
  for (const language of ['en', 'zh-cn']) {
    const folder = join('server/catalog', language);
    const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
    const files = names.map((name) => [
      name.replaceAll('\\', '/'),
      JSON.parse(readFileSync(join(folder, name), 'utf8')),
    ]);
    mkdirSync('dist/catalog', { recursive: true });
    writeFileSync(`dist/catalog/${language}.json`, JSON.stringify(Object.fromEntries(files)));
  }
}

packCatalog();

const shared = {
  bundle: true,
  // The `main` of jsonc-parser is UMD, which esbuild cannot bundle.
  mainFields: ['module', 'main'],
  minify,
  // The licences of the packages are in their own repositories, named in package-lock.json.
  legalComments: 'none',
  sourcemap: !minify,
  logLevel: watch ? 'silent' : 'info',
  plugins: watch ? [reporter] : [],
};

/** The programs that run under Node. */
const node = {
  ...shared,
  entryPoints: {
    extension: 'client/src/extension.ts',
    languageClient: 'client/src/languageClient.ts',
    server: 'server/src/lsp/main.ts',
    cli: 'server/src/cli/main.ts',
  },
  outdir: 'dist',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The language client is a bundle of its own, loaded on demand.
  external: ['vscode', './languageClient.js'],
  supported: { 'dynamic-import': false },
};

/** Those that run in web workers of a browser. A module of Node that they import is an error. */
const browser = {
  ...shared,
  entryPoints: {
    'web/extension': 'client/src/extension.web.ts',
    'web/server': 'server/src/lsp/main.web.ts',
  },
  outdir: 'dist',
  platform: 'browser',
  target: 'es2022',
  format: 'cjs',
  external: ['vscode'],
};

const builds = await Promise.all([node, browser].map((options) => context(options)));
if (watch) {
  await Promise.all(builds.map((build) => build.watch()));
} else {
  await Promise.all(builds.map((build) => build.rebuild()));
  await Promise.all(builds.map((build) => build.dispose()));
}
