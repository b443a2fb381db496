import { close, closeSync, fstat, open, read, readFile, readSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Bytes } from './blockText';
import { readBytes, type Input } from './files';

/** Files up to this length are read at once, in bytes. */
const maxWhole = 1024 * 1024;

/** An input that can be read. */
export interface OpenInput {
  /** The same input, which another thread can open too. */
  readonly input: Input;
  readonly bytes: Bytes;
  /** The content, if it was read at once. */
  readonly whole: Buffer | undefined;
  close(): void;
}

/** `fs/promises` takes a third longer for files of usual size. */
const openFile = promisify(open);
const statFile = promisify(fstat);
const readPart = promisify(read);
const readAll = promisify(readFile);
const closeFile = promisify(close);

/** Opens an input. Most files are read at once; what is not a regular file can be read only once, and is. */
export async function openInput(input: Input): Promise<OpenInput> {
  const { path, bytes, isStandardInput, problem } = input;
  if (bytes) {
    return inMemory(input, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  if (isStandardInput || problem !== undefined) {
    return inMemory(input, await readBytes(input));
  }
  const file = await openFile(path, 'r');
  let isLarge = false;
  try {
    const stats = await statFile(file);
    // Files of the kernel say that they are empty, and are not.
    if (!stats.isFile() || stats.size === 0) {
      return inMemory(input, await readAll(file));
    }
    isLarge = stats.size > maxWhole;
    return isLarge ? large(input, file, stats.size) : inMemory(input, await readWhole(file, stats.size));
  } finally {
    if (!isLarge) {
      await closeFile(file);
    }
  }
}

async function readWhole(file: number, size: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await readPart(file, buffer, length, size - length, length);
    if (bytesRead === 0) {
      break;
    }
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

/** An input with this content. */
export function inMemory({ path, isSource = false, projectFile }: Input, whole: Buffer): OpenInput {
  return {
    input: { path, isSource, projectFile, bytes: whole },
    bytes: { length: whole.length, read: (start, end) => whole.subarray(start, end) },
    whole: whole.length > maxWhole ? undefined : whole,
    close: () => undefined,
  };
}

function large(input: Input, file: number, length: number): OpenInput {
  return {
    input,
    bytes: { length, read: (start, end) => readRange(file, start, end) },
    whole: undefined,
    close: () => closeSync(file),
  };
}

function readRange(file: number, start: number, end: number): Buffer {
  const buffer = Buffer.allocUnsafe(end - start);
  for (let length = 0; length < buffer.length;) {
    const read = readSync(file, buffer, length, buffer.length - length, start + length);
    if (read === 0) {
      throw new Error('it has become shorter while it was read');
    }
    length += read;
  }
  return buffer;
}
