const shared = {
  outdir: 'dist',
  bundle: true,
  format: 'cjs',
  // The `main` of jsonc-parser is UMD, which esbuild cannot bundle.
  mainFields: ['module', 'main'],
  // ThirdPartyNotices.txt has the licences of the packages.
  legalComments: 'none',
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
  platform: 'node',
  target: 'node20',
  // The language client is a bundle of its own, loaded on demand.
  external: ['vscode', './languageClient.js'],
  supported: { 'dynamic-import': false },
};

/** What esbuild makes for the packages: whoever must know what is in them asks this list. */
export const bundles = [node];
