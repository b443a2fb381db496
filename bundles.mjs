const shared = {
  outdir: 'dist',
  bundle: true,
  format: 'cjs',
  // The `main` of jsonc-parser is UMD, which esbuild cannot bundle.
  mainFields: ['module', 'main'],
  // ThirdPartyNotices.txt has the licences of the packages.
  legalComments: 'none',
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

/** The programs that run under Node. */
const node = {
  ...shared,
  entryPoints: {
    extension: 'client/src/extension.ts',
    languageClient: 'client/src/languageClient.ts',
    server: 'server/src/lsp/main.ts',
    cli: 'server/src/cli/main.ts',
    mcp: 'server/src/cli/mcp.ts',
  },
  platform: 'node',
  target: 'node20',
  // The language client and the MCP server are bundles of their own, loaded on demand.
  external: ['vscode', './languageClient.js', './mcp.js'],
  supported: { 'dynamic-import': false },
  plugins: [withoutAjv],
};

/** Those that run in web workers of a browser. A module of Node that they import is an error. */
const browser = {
  ...shared,
  entryPoints: { 'web/extension': 'client/src/extension.web.ts' },
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
};

/** The server is a script: names outside of a function would replace those of the worker, such as `close`. */
const worker = { ...browser, entryPoints: { 'web/server': 'server/src/lsp/main.web.ts' }, format: 'iife' };

/** What esbuild makes for the packages: whoever must know what is in them asks this list. */
export const bundles = [node, browser, worker];
