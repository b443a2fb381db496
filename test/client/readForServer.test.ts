import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { URI } from 'vscode-uri';
import { readForServer } from '../../client/src/client/readForServer';

/** As in VS Code. */
const types = { File: 1, Directory: 2 };
const link = 64;

// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- VS Code's own class is the same one
const uriOf = (uri: string): Uri => URI.parse(uri, true);

describe('what the client reads for the server', () => {
  /** By URI: the type, the size that the file system states, and the content. */
  const entries: Readonly<Record<string, readonly [type: number, size: number, content?: string | Uint8Array]>> = {
    'memory:/w/a.json': [types.File, 1, 'a'],
    'memory:/w/bom.json': [types.File, 1, '\ufeffa'],
    'memory:/w/sub': [types.Directory, 0],
    'memory:/w/sub/b.json': [types.File, 1, 'b'],
    'memory:/w/link.json': [types.File | link, 1, 'x'],
    'memory:/w/linked': [types.Directory | link, 0],
    'memory:/w/linked/c.json': [types.File, 1, 'x'],
    'memory:/w/large.json': [types.File, 5_000_001, ''],
    'memory:/w/unsized.json': [types.File, 0, new Uint8Array(5_000_001)],
    'memory:/w/unreadable.json': [types.File, 1],
    'memory:/other/a.json': [types.File, 1, 'x'],
    'memory:/w2/a.json': [types.File, 1, 'x'],
    'memory://host/w/a.json': [types.File, 1, 'x'],
    'file:///w/a.json': [types.File, 1, 'x'],
    // Served by a file system that knows files only.
    'https://host/extension/dist/en.json': [types.File, 0, 'ours'],
    'https://host/secret.json': [types.File, 0, 'x'],
  };

  const entryAt = (uri: Uri): Promise<readonly [number, number, (string | Uint8Array)?]> => {
    const entry = entries[uri.toString()];
    return entry ? Promise.resolve(entry) : Promise.reject(new Error('not found'));
  };

  const read = (uri: string): Promise<string | null> =>
    readForServer(uriOf(uri), {
      types,
      extension: uriOf('https://host/extension'),
      folders: [uriOf('memory:/w'), uriOf('memory:/root/')],
      fs: {
        stat: async (file) => {
          const [type, size] = await entryAt(file);
          return { type, size };
        },
        readFile: async (file) => {
          const [, , content] = await entryAt(file);
          if (content === undefined) {
            throw new Error('no permission');
          }
          return typeof content === 'string' ? new TextEncoder().encode(content) : content;
        },
      },
    });

  for (const [uri, text] of [
    ['memory:/w/a.json', 'a'],
    ['memory:/w/bom.json', 'a'],
    ['memory:/w/sub/b.json', 'b'],
    ['https://host/extension/dist/en.json', 'ours'],
  ] as const) {
    it(`is ${uri}`, async () => assert.equal(await read(uri), text));
  }

  for (const uri of [
    'memory:/w/missing.json',
    'memory:/w/sub',
    'memory:/w/link.json',
    'memory:/w/linked/c.json',
    'memory:/w/../other/a.json',
    'memory:/w/sub\\..\\..\\other\\a.json',
    'memory:/other/a.json',
    'memory:/w2/a.json',
    'memory:/w',
    'memory://host/w/a.json',
    'file:///w/a.json',
    'https://host/secret.json',
    'https://host/extension/../secret.json',
  ]) {
    it(`is not ${uri}`, async () => assert.equal(await read(uri), null));
  }

  for (const uri of ['memory:/w/large.json', 'memory:/w/unsized.json', 'memory:/w/unreadable.json']) {
    it(`is an error for ${uri}`, () => assert.rejects(read(uri)));
  }
});
