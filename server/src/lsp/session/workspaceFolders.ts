import type { WorkspaceFolder } from 'vscode-languageserver';
import { uriKey } from './uriKey';

/** The workspace folders that are open, by their keys, each with a trailing slash. */
export class WorkspaceFolders {
  private keys: readonly string[];

  constructor(folders: unknown) {
    this.keys = keysOf(folders);
  }

  set(folders: unknown): void {
    this.keys = keysOf(folders);
  }

  get uris(): readonly string[] {
    return this.keys;
  }

  /** The innermost folder that holds a file, by the key of the file. */
  around(key: string): string | undefined {
    return this.keys.filter((each) => key.startsWith(each)).sort((one, other) => other.length - one.length)[0];
  }
}

/** The keys of the folders that a client sent; invalid ones are dropped. */
function keysOf(folders: unknown): string[] {
  const uris = Array.isArray(folders) ? folders.map((folder: Partial<WorkspaceFolder> | null) => folder?.uri) : [];
  return uris
    .filter((uri) => typeof uri === 'string')
    .map(uriKey)
    .map((uri) => (uri.endsWith('/') ? uri : `${uri}/`));
}
