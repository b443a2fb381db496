// Bundles the extension, the server and the command line into dist/.   node esbuild.mjs [--minify] [--watch]
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

/** The SDK of MCP validates what clients fill in with a package that evaluates code. Nothing is asked of clients. */
const withoutAjv = {
  name: 'without-ajv',
  setup(build) {
    build.onResolve({ filter: /\/ajv-provider\.js$/ }, () => ({ path: 'ajv', namespace: 'left-out' }));
    build.onLoad({ filter: /^/, namespace: 'left-out' }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }));
  },
};

/** A package has the many files of the catalog as one for each language. During development they are read themselves. */
function packCatalog() {
  rmSync('dist/catalog', { recursive: true, force: true });
  for (const language of minify ? ['en', 'zh-cn'] : []) {
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
const build = await context({
  entryPoints: {
    extension: 'client/src/extension.ts',
    languageClient: 'client/src/languageClient.ts',
    server: 'server/src/lsp/main.ts',
    cli: 'server/src/cli/main.ts',
    mcp: 'server/src/cli/mcp.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The language client and the MCP server are bundles of their own, loaded on demand.
  external: ['vscode', './languageClient.js', './mcp.js'],
  supported: { 'dynamic-import': false },
  // The `main` of jsonc-parser is UMD, which esbuild cannot bundle.
  mainFields: ['module', 'main'],
  minify,
  // The licences of the packages are in their own repositories, named in package-lock.json.
  legalComments: 'none',
  sourcemap: !minify,
  logLevel: watch ? 'silent' : 'info',
  plugins: watch ? [withoutAjv, reporter] : [withoutAjv],
});

if (watch) {
  await build.watch();
} else {
  await build.rebuild();
  await build.dispose();
}
