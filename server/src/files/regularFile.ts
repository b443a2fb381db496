import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { textOf } from './encoding';

/** Why a file that exists is not read. */
export class UnsuitableFileError extends Error {
  constructor(readonly reason: 'not-regular' | 'outside' | 'too-large') {
    super(`The file is ${reason}.`);
  }
}

export interface ReadLimits {
  readonly maxBytes: number;
  /** The folder that the file must really be in, links resolved. */
  readonly within?: string;
}

/** Opening a pipe would otherwise wait for somebody to write to it. Windows has no such flag. */
const withoutWaiting = constants.O_RDONLY | ((constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

/**
 * Reads a file of somebody else: UTF-8, or UTF-16 with a byte order mark, which is dropped. Rejects with an
 * `UnsuitableFileError` unless it is a regular file, not too large, and in its folder; with the error of the system if it
 * cannot be read.
 */
export async function readRegularFile(path: string, { maxBytes, within }: ReadLimits): Promise<string> {
  if (within !== undefined && !(await isReallyWithin(path, within))) {
    throw new UnsuitableFileError('outside');
  }
  const file = await open(path, withoutWaiting);
  try {
    if (!(await file.stat()).isFile()) {
      throw new UnsuitableFileError('not-regular');
    }
    return textOf(await readBytes(file, maxBytes));
  } finally {
    await file.close();
  }
}

/** The same, but undefined if there is no such file. */
export async function readRegularFileIfAny(path: string, limits: ReadLimits): Promise<string | undefined> {
  try {
    return await readRegularFile(path, limits);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  }
}

/** Some files have a size of 0 and hold more, so the limit counts what was read. */
async function readBytes(file: FileHandle, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(64 * 1024));
    if (bytesRead === 0) {
      return Buffer.concat(chunks);
    }
    length += bytesRead;
    if (length > maxBytes) {
      throw new UnsuitableFileError('too-large');
    }
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

/** Whether a path is inside a folder once all links are followed. Rejects if one of them does not exist. */
export async function isReallyWithin(path: string, folder: string): Promise<boolean> {
  const [file, root] = await Promise.all([realpath(path), realpath(folder)]);
  return isWithin(file, root);
}

/** Whether a path is inside a folder, by its name. */
export function isWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
