import eslint from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** What no file of the pure service may import: the editor, the connection, the machine. */
const impure = {
  group: [
    'vscode',
    'vscode-languageserver',
    'vscode-languageserver/*',
    'vscode-languageclient',
    'vscode-languageclient/*',
    'node:*',
    'fs',
    'path',
    'os',
    'child_process',
  ],
  message: 'The service is pure: text in, answers out.',
};

const fence = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', '.vscode-test/', 'test/fixtures/'] },
  eslint.configs.recommended,
  { files: ['**/*.ts'], extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked] },
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `||` and `&&` read well where an empty text stands for none.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      // An interface that only names a type is what the protocol files consist of.
      '@typescript-eslint/no-empty-object-type': 'off',
    },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.json'] })],
    },
  },
  {
    files: ['server/src/service/**/*.ts'],
    rules: {
      ...fence(impure, {
        regex: '^(\\.\\./)+(lsp|cli|catalog/(?:en|zh-cn)|strings|version)',
        message: 'The service imports nothing above it.',
      }),
      'no-restricted-globals': ['error', 'process', 'console', 'setTimeout', 'fetch', 'require'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The service has no randomness.' },
        { object: 'Date', property: 'now', message: 'The service has no clock.' },
      ],
    },
  },
  {
    files: ['server/src/{lsp,cli,sdk,catalog,strings}/**/*.ts'],
    rules: fence(
      {
        group: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*', '**/client/**'],
        message: 'The server knows no editor.',
      },
      { regex: '/service/.+', message: 'Import the service through its façade, service/index.ts.' },
    ),
  },
  {
    files: ['client/**/*.ts'],
    rules: fence({
      regex: '/server/src/(?!lsp/protocol$)',
      message: 'The client knows the server by its protocol only.',
    }),
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // node:test and mocha hand back promises that nobody awaits.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/embedded-vscode/**'],
    rules: fence({ regex: '/embedded-vscode/.+', message: 'Import the embedded VS Code by its index.ts.' }),
  },
  {
    files: ['test/embedded-vscode/*.ts'],
    rules: fence({ regex: '^\\.\\./', message: 'The embedded VS Code knows nothing outside of its folder.' }),
  },
  {
    files: ['test/embedded-vscode/window/*.ts'],
    rules: fence({ regex: '^\\.\\./\\.\\./', message: 'The embedded VS Code knows nothing outside of its folder.' }),
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
