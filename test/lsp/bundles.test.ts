import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(__dirname, '../../../dist');

/**
 * Modules that a bundle may require, besides the editor. `child_process`, `net`, `os`, `crypto` and `fs` come with
 * vscode-languageclient and vscode-languageserver, which start and watch the server and can talk over pipes and sockets
 * of this machine; docs/security.md says which of that is used. `crypto` also makes RequestIds, digests, and names of
 * temporary files.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'cli.js': [
    './mcp.js',
    'buffer',
    'crypto',
    'events',
    'fs',
    'fs/promises',
    'os',
    'path',
    'tty',
    'url',
    'util',
    'worker_threads',
  ],
  'extension.js': ['vscode', './languageClient.js'],
  'languageClient.js': ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'readline', 'util', 'vscode'],
  'mcp.js': ['events', 'process', 'url'],
  'web/extension.js': ['vscode'],
  'web/server.js': [],
  'server.js': ['buffer', 'child_process', 'crypto', 'fs', 'fs/promises', 'net', 'os', 'path', 'url', 'util'],
};

/** Ways to evaluate code or to open a connection without a module. */
const forbidden = [
  /\beval\s*\(/,
  /\bFunction\s*\(/,
  /\bimport\s*\(/,
  /\b(?:fetch|sendBeacon|importScripts)\s*\(/,
  /\bnew\s+(?:WebSocket|XMLHttpRequest|EventSource)\b/,
  /\bWebAssembly\./,
];

for (const bundle of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  describe(`dist/${bundle}`, () => {
    // Ignore comments, which a bundle has if it is not minified.
    const code = readFileSync(join(dist, bundle), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');

    it('requires only known modules, none of them for the network', () => {
      const required = [...code.matchAll(/\brequire\(\s*["'`](?:node:)?([^"'`]*)["'`]\s*\)/g)].map(([, name]) => name);
      const known = allowed[bundle.replaceAll('\\', '/')] ?? [];
      assert.deepEqual(
        [...new Set(required)].filter((name) => name === undefined || !known.includes(name)),
        [],
      );
      const computed = [...code.matchAll(/(?<![\w$.])require\(\s*[^"'`\s].{0,40}/g)].map(([text]) => text);
      assert.deepEqual(computed, []);
    });

    it('loads no other module at run time', () => assert.doesNotMatch(code, /\bcreateRequire\b/));

    it('evaluates no code and opens no connection', () => {
      for (const pattern of forbidden) {
        assert.doesNotMatch(code, pattern);
      }
    });
  });
}
