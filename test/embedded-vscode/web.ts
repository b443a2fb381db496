import { fork } from 'node:child_process';
import * as path from 'node:path';
import { launchBrowser } from './browser';
import { bareVersion } from './pins';
import { runTestsAt, type TestPageOptions } from './testPage';
import { installWeb, type WebInstall } from './webInstall';

/** What a window of VS Code for the Web shows. */
export interface WebOptions {
  /** The folder that is `vscode-test-web://mount/`; what the window writes stays in its memory. */
  readonly mount: string;
  /** The name of the folder in it that is opened. */
  readonly folder: string;
  /** Folders with extensions that count as installed. */
  readonly extensions?: readonly string[];
  /** Whether the folder is not trusted. */
  readonly restricted?: boolean;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** A folder with an extension in development, and a file in it that runs its tests. */
  readonly developmentPath?: string | undefined;
  readonly testsPath?: string | undefined;
}

/** A running server. */
export interface WebServer {
  /** The address that opens the folder. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What webServer.ts is started with. */
export interface WebServerConfig {
  readonly serverPackage: string;
  /** The configuration of `@vscode/test-web`. */
  readonly serve: object;
  /** Options of the workbench on top of those. */
  readonly workbenchOptions: object;
}

/** Serves VS Code for the Web, and waits until it answers. */
export function startWebServer(install: WebInstall, options: WebOptions): Promise<WebServer> {
  const config: WebServerConfig = {
    serverPackage: install.server,
    serve: {
      build: { type: 'static', location: install.workbench, quality: 'stable', version: bareVersion },
      esm: true,
      folderMountPath: options.mount,
      extensionPaths: options.extensions,
      extensionDevelopmentPath: options.developmentPath,
      extensionTestsPath: options.testsPath,
    },
    workbenchOptions: { configurationDefaults: options.settings, enableWorkspaceTrust: options.restricted === true },
  };
  const child = fork(path.join(__dirname, 'webServer.js'), [JSON.stringify(config)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Kept for a failure only: it complains of every request that a closing window breaks off.
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = (): Promise<void> => {
    if (child.connected) {
      child.disconnect();
    }
    return ended;
  };
  const query = new URLSearchParams({ folder: `vscode-test-web://mount/${options.folder}` });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The server of VS Code for the Web ended with exit code ${code}.\n${said}`)),
    );
    child.once('message', (port) => resolve({ url: `http://localhost:${Number(port)}/?${query.toString()}`, stop }));
  });
}

/** Runs an extension's tests in the web worker extension host of VS Code for the Web, and returns their exit code. */
export async function runWebTests(
  options: WebOptions & { readonly developmentPath: string; readonly testsPath: string },
  print: TestPageOptions['print'],
): Promise<number> {
  const install = await installWeb();
  const server = await startWebServer(install, options);
  try {
    const browser = await launchBrowser(install);
    try {
      return await runTestsAt(server.url, { browser, print });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
