/** What esbuild makes for a package: whoever must know what is in it asks this list. */
export const bundles = [
  {
    entryPoints: {
      extension: 'client/src/extension.ts',
      languageClient: 'client/src/languageClient.ts',
      server: 'server/src/lsp/main.ts',
      cli: 'server/src/cli/main.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The language client is a bundle of its own, loaded on demand.
    external: ['vscode', './languageClient.js'],
    supported: { 'dynamic-import': false },
    // The `main` of jsonc-parser is UMD, which esbuild cannot bundle.
    mainFields: ['module', 'main'],
    // ThirdPartyNotices.txt has the licences of the packages.
    legalComments: 'none',
  },
];
