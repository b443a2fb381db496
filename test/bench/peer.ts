import { build, type Plugin } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchServer } from './client';
import { envelopeSchema } from './envelopeSchema';

/** VS Code's own JSON language server, from npm. */
export const peerPackage = 'vscode-langservers-extracted@4.10.0';

/** Installs the peer if necessary. It is not a dependency of the project, since only the bench needs it. */
export async function peerServer(root: string): Promise<BenchServer> {
  const folder = join(root, '.vscode-test', 'bench-peer');
  const module = join(folder, 'server.js');
  if (!existsSync(module)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', peerPackage];
    // On Windows, npm is a script that needs a shell.
    execFileSync('npm', args, {
      cwd: folder,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await bundle(folder, module);
  }
  const schemas = [{ fileMatch: ['*.json'], url: 'bench://envelope.schema.json', schema: envelopeSchema() }];
  const settings = { http: {}, json: { validate: { enable: true }, resultLimit: 5000, schemas } };
  return { name: 'peer', module, settings };
}

/** Bundles the peer into one minified file, as VS Code ships it; otherwise its start would be slow. */
async function bundle(folder: string, module: string): Promise<void> {
  const withoutPolyfills: Plugin = {
    name: 'without polyfills',
    setup(plugin) {
      plugin.onResolve({ filter: /^core-js\// }, ({ path }) => ({ path, namespace: 'empty' }));
      plugin.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }));
    },
  };
  const lib = join(folder, 'node_modules', 'vscode-langservers-extracted', 'lib');
  await build({
    entryPoints: [join(lib, 'json-language-server', 'node', 'jsonServerMain.js')],
    outfile: module,
    bundle: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: 'error',
    plugins: [withoutPolyfills],
  });
}
