import type { CancellationToken, ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Catalogs } from './catalogs';
import type { Configurations } from './configuration';
import type { Documents, OpenDocument } from './documents';
import { guardRequest, type GuardedRequest } from './guardRequest';
import type { ProjectFiles } from './projectFiles';
import type { Refresh } from './refresh';
import type { Services } from './services';
import type { WorkspaceFolders } from './workspaceFolders';

/** Everything the handlers share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly catalogs: Catalogs;
  readonly configurations: Configurations;
  readonly documents: Documents;
  readonly folders: WorkspaceFolders;
  readonly projectFiles: ProjectFiles;
  readonly services: Services;
  readonly refresh: Refresh;
}

/** Answers a request about an open document, or with the fallback if it is not open. */
export function answerAbout<T>(
  { connection, documents }: ServerContext,
  uri: string,
  request: GuardedRequest<T>,
  answer: (open: OpenDocument) => T | Promise<T>,
): Promise<T> {
  return guardRequest(connection.console, request, async () => {
    const open = await documents.get(uri);
    return open ? answer(open) : request.fallback;
  });
}

/** Registers the handler of a request beyond the Language Server Protocol. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- documents the parameters of the request
export function onCustomRequest<Params, Result>(
  { connection }: ServerContext,
  method: string,
  request: GuardedRequest<Result>,
  handle: (params: Params) => Result | Promise<Result>,
): void {
  connection.onRequest(method, (params: Params, token: CancellationToken) =>
    guardRequest(connection.console, { ...request, token }, () => handle(params)),
  );
}
