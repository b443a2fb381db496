// Makes what bundles.mjs lists.  node esbuild.mjs [--minify] [--watch]
import { context } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles } from './bundles.mjs';

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
const options = { minify, sourcemap: !minify, logLevel: watch ? 'silent' : 'info' };
const builds = await Promise.all(
  bundles.map(({ plugins = [], ...bundle }) =>
    context({ ...bundle, ...options, plugins: watch ? [...plugins, reporter] : plugins }),
  ),
);
if (watch) {
  await Promise.all(builds.map((build) => build.watch()));
} else {
  await Promise.all(builds.map((build) => build.rebuild()));
  await Promise.all(builds.map((build) => build.dispose()));
}
