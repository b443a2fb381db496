import { build } from 'esbuild';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repoRoot } from '../../embedded-vscode';

const sources = path.join(repoRoot, 'test/vscode');

/** Bundles the suites, but for those that only Node can run, for the web worker extension host into one file. */
export async function bundleSuites(outfile: string): Promise<void> {
  const suites = fs.readdirSync(path.join(sources, 'suite')).filter((name) => name.endsWith('.test.ts'));
  const loads = suites.filter((name) => !name.endsWith('.node.test.ts')).map((name) => `require('./suite/${name}');`);
  const grep = JSON.stringify(process.env.VSCODE_TEST_GREP ?? '');
  await build({
    stdin: {
      // Not an ES module: mocha takes the `module` of the bundle for its own, so that ours must be set after it.
      contents: `const { runInWorker } = require('./web/index');
        module.exports = { run: () => runInWorker(() => { ${loads.join('\n')} }, ${grep}) };`,
      resolveDir: sources,
    },
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': path.join(sources, 'web/assert.ts') },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
