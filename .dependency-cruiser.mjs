// What may import what: `npm run lint` holds the sources against this. docs/architecture.md says why.

/** The rooms of the service. Each may import those before it, and nothing after it. */
const rooms = [
  'base',
  'envelope',
  'languages',
  'parser',
  'incremental',
  'request',
  'insights',
  'catalog',
  'fixes',
  'rules',
  'context',
  'validation',
  'document',
  'explain',
  'features',
  'ticket',
];

const service = 'server/src/service';

/** Packages that are pure too. */
const purePackages = [
  'fastest-levenshtein',
  'js-base64',
  'jsonc-parser',
  'mustache',
  'picomatch',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
];

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other cannot be understood one after the other.',
      severity: 'error',
      from: { path: '^(?:server|client)/' },
      to: { circular: true },
    },
    {
      name: 'no-folder-circles',
      comment: 'Folders that import each other, types included, are one folder in truth.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(?:server|client)/' },
      to: { circular: true },
    },
    ...['[^/]+/', '[^/]+/[^/]+/'].map((inner) => ({
      name: 'no-import-from-around',
      comment: 'A folder may import those beside it, not the files of the folder that it lies in: these import it.',
      severity: 'error',
      from: { path: `^((?:server|client)/.+)/${inner}[^/]+$` },
      to: { path: '^$1/[^/]+$' },
    })),
    ...rooms.map((room, index) => ({
      name: `service-order-${room}`,
      comment: `${room}/ may import the rooms of the service before it only, see .dependency-cruiser.mjs.`,
      severity: 'error',
      from: { path: `^${service}/${room}/` },
      to: { path: `^${service}/(?!(?:${rooms.slice(0, index + 1).join('|')})/)` },
    })),
    {
      name: 'service-is-pure',
      comment: 'The service is pure: text in, answers out. It imports neither the machine nor the editor.',
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
      comment: 'Nobody looks inside the incremental engine: import incremental/index.ts.',
      severity: 'error',
      from: { path: '^(?:server|client)/', pathNot: `^${service}/incremental/` },
      to: { path: `^${service}/incremental/(?!index\\.ts$)` },
    },
    {
      name: 'programs-apart',
      comment: 'Language server and command line do not know each other, and what they share knows neither.',
      severity: 'error',
      from: { path: '^server/src/(lsp|cli|sdk|data)/' },
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
      comment: 'The client knows the server by lsp/protocol only.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/lsp/protocol/index\\.ts$' },
    },
    {
      name: 'embedded-vscode-by-its-index',
      comment: 'Import the embedded VS Code by test/embedded-vscode/index.ts.',
      severity: 'error',
      from: { pathNot: '^test/embedded-vscode/' },
      to: { path: '^test/embedded-vscode/(?!index\\.ts$)' },
    },
    {
      name: 'embedded-vscode-alone',
      comment: 'The embedded VS Code knows nothing outside of its folder.',
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
