import type { Connection } from 'vscode-languageserver';
import { readFileRequest, type ReadFileParams } from '../protocol';

/**
 * The text of the file at a URI; undefined if there is none, or none that may be read. Rejects if there is one and it
 * cannot be read, or is over 5 MB.
 */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** Reads files that only the client can reach. */
export function clientFiles(connection: Connection): ReadFile {
  return async (uri) => {
    const params: ReadFileParams = { uri };
    return (await connection.sendRequest<string | null>(readFileRequest, params)) ?? undefined;
  };
}
