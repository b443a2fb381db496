import { readFile as readFileCallback, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { checkedExtensions, type Localizer } from '../../service';
import { decodeUtf8 } from './decodeUtf8';

/** Extensions of the files that are read in a folder. */
const extensions: ReadonlySet<string> = new Set(checkedExtensions);

/** A file to check, or why it cannot be read. For standard input the path is just a name. */
export interface Input {
  readonly path: string;
  readonly isStandardInput?: boolean;
  /** It is source code. */
  readonly isSource?: boolean;
  /** The path of the project file that holds for it. */
  readonly projectFile?: string | undefined;
  /** The content, if it has been read already. */
  readonly bytes?: Uint8Array;
  readonly problem?: string;
}

/** The file at a path, or all files below a folder, except in hidden folders and node_modules. */
export async function* filesOf(path: string, l10n: Localizer): AsyncGenerator<Input> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield { path, problem: reasonOf(error, l10n) };
    return;
  }
  if (isFolder) {
    yield* filesBelow(path, l10n);
  } else {
    yield { path };
  }
}

async function* filesBelow(folder: string, l10n: Localizer): AsyncGenerator<Input> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, problem: reasonOf(error, l10n) };
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isDirectory()) {
      if (!name.startsWith('.') && name !== 'node_modules') {
        yield* filesBelow(join(folder, name), l10n);
      }
    } else if (entry.isFile() && extensions.has(extname(name).toLowerCase())) {
      yield { path: join(folder, name) };
    }
  }
}

/** `fs/promises` takes a third longer for files of usual size. */
const readFile = promisify(readFileCallback);

/** The content of an input, not decoded. */
export async function readBytes({ path, isStandardInput, problem }: Input): Promise<Buffer> {
  if (problem !== undefined) {
    throw new Error(problem);
  }
  return isStandardInput ? (standardInput ??= readStandardInput()) : readFile(path);
}

let standardInput: Promise<Buffer> | undefined;

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Decodes UTF-8 and drops a byte order mark. Invalid bytes become U+FFFD. */
export function textOf(bytes: Buffer): string {
  const text = decodeUtf8(bytes);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Why a file cannot be read, as a phrase for the user. */
export function reasonOf(error: unknown, l10n: Localizer): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return l10n.t('there is no such file');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('permission denied');
    case 'ENOSPC':
      return l10n.t('no space is left on the device');
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return l10n.t('the file is too large');
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
