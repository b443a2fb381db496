import { commands, type Disposable } from 'vscode';
import type { Server } from '../server';

export function registerShowOutput(server: Server): Disposable {
  return commands.registerCommand('apiResponse.showOutput', () => server.output.show());
}
