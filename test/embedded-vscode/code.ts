// Takes the arguments of VS Code's own program and does the same in the embedded one: runs an extension's tests, or
// installs an extension. The exit code is that of the tests.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { installVSCode, type Install } from './install';
import { downloads } from './paths';
import { installVsix, startServer, type Server } from './server';
import { printLog, runTestsAt } from './testPage';

interface Arguments {
  readonly folder: string;
  readonly developmentPaths: readonly string[];
  readonly testsPath: string | undefined;
  readonly vsixes: readonly string[];
  readonly extensionsDir: string;
  readonly userDataDir: string;
  readonly locale: string | undefined;
}

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  const install = await installVSCode();
  for (const vsix of args.vsixes) {
    await installVsix(install, vsix, args);
  }
  if (args.testsPath !== undefined) {
    return await runTestsIn(install, args, args.testsPath);
  }
  if (args.vsixes.length === 0) {
    throw new Error('Nothing to do: pass --extensionTestsPath=FILE or --install-extension=VSIX.');
  }
  return 0;
}

function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    // VS Code has many more arguments, which are let pass.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'install-extension': { type: 'string', multiple: true },
      'extensions-dir': { type: 'string' },
      'user-data-dir': { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const one = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const many = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  return {
    folder: path.resolve(positionals[0] ?? '.'),
    developmentPaths: many(values.extensionDevelopmentPath),
    testsPath: one(values.extensionTestsPath),
    vsixes: many(values['install-extension']),
    extensionsDir: path.resolve(one(values['extensions-dir']) ?? path.join(downloads, 'extensions')),
    userDataDir: path.resolve(one(values['user-data-dir']) ?? path.join(downloads, 'user-data')),
    locale: one(values.locale),
  };
}

async function runTestsIn(install: Install, args: Arguments, testsPath: string): Promise<number> {
  const server = await startServer({ install, ...args });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser(install);
    const url = server.url(args.folder, payload(server, args, testsPath));
    return await runTestsAt(url, { browser, locale: args.locale, print: printLog });
  } finally {
    await browser?.close();
    await server.stop();
  }
}

function payload(server: Server, args: Arguments, testsPath: string): [string, string][] {
  const main =
    fs.existsSync(testsPath) && fs.statSync(testsPath).isDirectory() ? path.join(testsPath, 'index.js') : testsPath;
  return [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...args.developmentPaths.map((folder): [string, string] => ['extensionDevelopmentPath', server.remoteUri(folder)]),
    ['extensionTestsPath', server.remoteUri(main)],
  ];
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
