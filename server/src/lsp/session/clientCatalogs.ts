import { URI, Utils } from 'vscode-uri';
import type { CandidateFile, CatalogAccess, CatalogText } from './catalogAccess';
import type { ReadFile } from './clientFiles';

/** A path that is not relative, on whatever system, or in the home directory. */
const elsewhere = /^(?:[a-z]:|~|[\\/])/i;

/** The user's catalogs in folders that only the client can reach. Only relative paths mean something there. */
export function clientCatalogs(read: ReadFile): CatalogAccess {
  return {
    places: (path, folders) => (elsewhere.test(path) ? [] : folders.flatMap((folder) => placesIn(folder, path))),
    async open(places) {
      for (const { uri } of places) {
        const file = await openFile(read, uri);
        if (file) {
          return file;
        }
      }
      return undefined;
    },
    readNow: () => undefined,
  };
}

/** The place of a relative path in a folder, unless it leads out of it. */
function placesIn(folder: string, path: string): CandidateFile[] {
  const root = URI.parse(folder);
  const uri = Utils.joinPath(root, path);
  const isWithin = uri.path.startsWith(root.path) && uri.path !== root.path;
  return isWithin ? [{ path: uri.path, uri: uri.toString(), folder: root.path }] : [];
}

async function openFile(read: ReadFile, uri: string): Promise<CatalogText | undefined> {
  try {
    const text = await read(uri);
    return text === undefined ? undefined : { uri, text };
  } catch {
    return { uri, text: undefined };
  }
}
