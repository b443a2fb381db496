import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { fileURLToPath } from 'node:url';

/** Milliseconds to wait for an answer. */
const patience = 10_000;

/** The folders that a client allows to read. It is asked when they are first needed, and again after they changed. */
export class ClientRoots {
  private known: Promise<readonly string[]> | undefined;

  /** `ended`: nobody will answer any more. */
  constructor(
    private readonly server: McpServer,
    private readonly ended: AbortSignal,
  ) {
    server.server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
      this.known = undefined;
    });
  }

  /** None if the client announces none, or does not answer. */
  paths(): Promise<readonly string[]> {
    return (this.known ??= this.ask());
  }

  private async ask(): Promise<readonly string[]> {
    if (!this.server.server.getClientCapabilities()?.roots) {
      return [];
    }
    try {
      const { roots } = await this.server.server.listRoots(undefined, { timeout: patience, signal: this.ended });
      return roots.flatMap(({ uri }) => pathOf(uri));
    } catch {
      this.known = undefined;
      return [];
    }
  }
}

function pathOf(uri: string): string[] {
  try {
    return [fileURLToPath(uri)];
  } catch {
    return [];
  }
}
