// Serves VS Code for the Web on a free port of this machine. Started by web.ts with a channel, over which it says the
// port and with which it ends.
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import type { WebServerConfig } from './web';

/** What is used of the server's framework. */
interface Context {
  readonly path: string;
  body: unknown;
}
interface App {
  readonly middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[];
  listen(port: number, host: string): Server;
}

async function main(config: WebServerConfig): Promise<void> {
  const load = createRequire(path.join(config.serverPackage, 'package.json'));
  const { default: createApp } = load('./out/server/app.js') as { default: (serve: object) => Promise<App> };
  const app = await createApp(config.serve);
  app.middleware.unshift(async (context, next) => {
    await next();
    if (context.path === '/' && typeof context.body === 'string') {
      context.body = withOptions(context.body, config.workbenchOptions);
    }
  });
  // The workbench's frames have addresses below localhost, so that this name is needed.
  const server = app.listen(0, 'localhost');
  server.on('listening', () => process.send?.((server.address() as AddressInfo).port));
}

/** Adds options of the workbench to those in its page. */
function withOptions(page: string, options: object): string {
  return page.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_all, start: string, quoted: string) => {
      const given = JSON.parse(quoted.replaceAll('&quot;', '"')) as { developmentOptions?: object };
      const developmentOptions = { ...given.developmentOptions, enableSmokeTestDriver: true };
      const all = JSON.stringify({ ...given, ...options, developmentOptions });
      return `${start}${all.replaceAll('"', '&quot;')}"`;
    },
  );
}

process.on('disconnect', () => process.exit());
void main(JSON.parse(process.argv[2] ?? '{}') as WebServerConfig);
