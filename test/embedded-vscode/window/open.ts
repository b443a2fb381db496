import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser';
import { installVSCode } from '../install';
import { isWeb } from '../pins';
import { installVsix, startServer } from '../server';
import { testSettings } from '../settings';
import { unpackVsix } from '../vsix';
import { startWebServer } from '../web';
import { installWeb } from '../webInstall';
import { whenRestored, Window } from './window';

/** How to open a window. */
export interface WindowOptions {
  /** The folder to open; it is not copied, so hand over a copy if the test changes files. */
  readonly folder: string;
  /** The VSIX to install; without it VS Code is bare. */
  readonly vsix?: string | undefined;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** `false` opens the folder in restricted mode; otherwise it is trusted. */
  readonly trust?: boolean;
  /** A folder with one more extension, which is run as it lies there. */
  readonly extension?: string;
  /** User settings on top of the quiet ones of the tests. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Display language of extensions, such as `zh-cn`; VS Code's own texts stay English. Not in VS Code for the Web. */
  readonly locale?: string;
}

/** What serves a window, and the browser for it. */
interface Served {
  readonly url: string;
  readonly install: { readonly browserFolder: string | undefined };
  stop(): Promise<void>;
}

/**
 * Opens a real VS Code window, without a tests path, so that clipboard, toasts, dialogs and trust are the real ones.
 */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-window-'));
  let served: Served | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await served?.stop();
    fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const settings = { ...testSettings, ...options.settings };
    served = await (isWeb ? serveWeb : serve)({ ...options, settings }, base);
    browser = await launchBrowser(served.install);
    const viewport = options.viewport ?? { width: 1280, height: 900 };
    const context = await browser.newContext({ viewport, locale: options.locale ?? 'en-US' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    // A window of VS Code for the Web goes on loading for as long as it is open.
    await page.goto(served.url, { waitUntil: isWeb ? 'commit' : 'load' });
    await whenRestored(page);
    return new Window(page, { userDataDir: dataIn(base), close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where VS Code keeps settings, state and logs. */
function dataIn(base: string): string {
  return path.join(base, 'data');
}

async function serve(options: WindowOptions, base: string): Promise<Served> {
  const install = await installVSCode();
  const dirs = { extensionsDir: path.join(base, 'extensions'), userDataDir: dataIn(base) };
  fs.mkdirSync(path.join(dirs.userDataDir, 'User'), { recursive: true });
  fs.writeFileSync(path.join(dirs.userDataDir, 'User/settings.json'), JSON.stringify(options.settings, null, 2));
  if (options.vsix !== undefined) {
    await installVsix(install, options.vsix, dirs);
  }
  const server = await startServer({
    install,
    ...dirs,
    workspaceTrust: options.trust === false,
    locale: options.locale,
  });
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (options.extension !== undefined) {
    payload.push(['extensionDevelopmentPath', server.remoteUri(options.extension)]);
  }
  return { url: server.url(options.folder, payload), install, stop: () => server.stop() };
}

async function serveWeb({ folder, vsix, settings, extension, trust }: WindowOptions, base: string): Promise<Served> {
  const install = await installWeb();
  const extensions = vsix === undefined ? [] : [await unpackVsix(vsix, path.join(base, 'vsix'))];
  const restricted = trust === false;
  // Not the folder itself: what lies beside it is none of the window's business.
  const mount = path.join(base, 'mount');
  const name = path.basename(folder);
  fs.cpSync(folder, path.join(mount, name), { recursive: true });
  const server = await startWebServer(install, {
    mount,
    folder: name,
    extensions,
    settings,
    developmentPath: extension,
    restricted,
  });
  return { url: server.url, install, stop: () => server.stop() };
}
