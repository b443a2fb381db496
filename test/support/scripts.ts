import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A module below `scripts`, which are no part of the compiled project. */
export async function importScript(path: string): Promise<unknown> {
  return (await import(pathToFileURL(join(__dirname, '../../../scripts', path)).href)) as unknown;
}
