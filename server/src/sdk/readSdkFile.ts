import { readRegularFile } from '../files/regularFile';

/** Size limit of a file of an SDK: fifty times the largest one that is read. */
const maxBytes = 5_000_000;

/** Reads a file of the SDK in a folder. Rejects if a link leads out of the folder, see `readRegularFile`. */
export function readSdkFile(path: string, folder: string): Promise<string> {
  return readRegularFile(path, { maxBytes, within: folder });
}
