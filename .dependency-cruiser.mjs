// Rules for imports, enforced by `npm run lint`. docs/architecture.md explains them.
import { builtinModules } from 'node:module';

/** The folders of the service. Each may import those before it, not those after it. */
const serviceFolders = [
  'base',
  'envelope',
  'languages',
  'parser',
  'redaction',
  'incremental',
  'request',
  'insights',
  'nameReading',
  'catalog',
  'sourceCode',
  'fixes',
  'rules',
  'context',
  'itemCodes',
  'validation',
  'projectFile',
  'document',
  'explain',
  'features',
  'assistant',
  'ticket',
  'report',
];

const service = 'server/src/service';

/** Packages without side effects. */
const purePackages = [
  'fastest-levenshtein',
  'js-base64',
  'jsonc-parser',
  'mustache',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
];

const nodeModules = `^(?:node:)?(?:${builtinModules.join('|')})$`;

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other cannot be understood separately.',
      severity: 'error',
      from: { path: '^(?:server|client)/' },
      to: { circular: true },
    },
    {
      name: 'no-folder-circles',
      comment: 'Folders that import each other, types included, are really one folder.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(?:server|client)/' },
      to: { circular: true },
    },
    ...['[^/]+/', '[^/]+/[^/]+/'].map((inner) => ({
      name: 'no-import-from-around',
      comment: 'A folder must not import the files of its parent folder: these import it.',
      severity: 'error',
      from: { path: `^((?:server|client)/.+)/${inner}[^/]+$` },
      to: { path: '^$1/[^/]+$' },
    })),
    ...serviceFolders.map((folder, index) => ({
      name: `service-order-${folder}`,
      comment: `${folder}/ may only import the folders before it, see .dependency-cruiser.mjs.`,
      severity: 'error',
      from: { path: `^${service}/${folder}/` },
      to: { path: `^${service}/(?!(?:${serviceFolders.slice(0, index + 1).join('|')})/)` },
    })),
    {
      name: 'service-is-pure',
      comment: 'The service is pure: text in, answers out. It must not import Node or editor modules.',
      severity: 'error',
      from: { path: `^${service}/` },
      to: { path: `^(?!${service}/|node_modules/(?:@types/)?(?:${purePackages.join('|')})/)` },
    },
    {
      name: 'service-by-its-facade',
      comment:
        'Import the service through service/index.ts. The protocol may also take the tables that the client needs.',
      severity: 'error',
      from: { path: '^(?:server|client)/', pathNot: `^(?:${service}/|server/src/lsp/protocol/index\\.ts$)` },
      to: { path: `^${service}/(?!index\\.ts$)` },
    },
    {
      name: 'incremental-by-its-facade',
      comment: 'Import the incremental engine through incremental/index.ts.',
      severity: 'error',
      from: { path: '^(?:server|client)/', pathNot: `^${service}/incremental/` },
      to: { path: `^${service}/incremental/(?!index\\.ts$)` },
    },
    {
      name: 'programs-apart',
      comment: 'Language server and command line are independent, and shared code depends on neither.',
      severity: 'error',
      from: { path: '^server/src/(lsp|cli|sdk|data|files)/' },
      to: { path: '^server/src/(?:lsp|cli)/', pathNot: '^server/src/$1/' },
    },
    {
      name: 'server-knows-no-editor',
      comment: 'The server works with any editor.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(?:client/|vscode$|node_modules/(?:@types/vscode|vscode-languageclient)/)' },
    },
    {
      name: 'client-knows-the-protocol',
      comment: 'The client may only import lsp/protocol from the server.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/lsp/protocol/index\\.ts$' },
    },
    {
      name: 'client-runs-in-browsers',
      comment: 'The client also runs in browsers. Only the language client for Node may use Node.',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/src/client/createLanguageClient\\.ts$' },
      to: { path: `^node_modules/vscode-languageclient/lib/node/|${nodeModules}` },
    },
    {
      name: 'server-runs-in-browsers',
      comment: 'The language server also runs in browsers. Only what is never loaded there may use Node.',
      severity: 'error',
      from: {
        path: '^server/src/(?:lsp/|data/loadedData|data/catalogFiles)',
        pathNot: '^server/src/lsp/(?:main|nodeServer|stdio|session/disk(?:Catalogs|ProjectFiles))\\.ts$',
      },
      to: { path: `^node_modules/vscode-languageserver/lib/node/|^server/src/files/|${nodeModules}` },
    },
    {
      name: 'embedded-vscode-by-its-index',
      comment: 'Import the embedded VS Code through test/embedded-vscode/index.ts.',
      severity: 'error',
      from: { pathNot: '^test/embedded-vscode/' },
      to: { path: '^test/embedded-vscode/(?!index\\.ts$)' },
    },
    {
      name: 'embedded-vscode-alone',
      comment: 'The embedded VS Code must not import anything outside its folder.',
      severity: 'error',
      from: { path: '^test/embedded-vscode/' },
      to: { path: '^(?!test/embedded-vscode/|node_modules/|[^/]+$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types'] },
  },
};
