import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { readRegularFile, UnsuitableFileError } from '../files/regularFile';
import type { SdkCatalog } from '../service';

/** Many times the largest import. */
const maxBytes = 50_000_000;

/** The text of the file of an import. The digest shows later whether somebody changed it. */
export function importedText(catalog: SdkCatalog): string {
  const sdk = { ...catalog.sdk, digest: digestOf(catalog.products) };
  return `${JSON.stringify({ ...catalog, sdk }, undefined, 2)}\n`;
}

/** Whether a file is an import that nobody changed; undefined if it does not exist. Rejects if it cannot be read. */
export async function isImported(path: string): Promise<boolean | undefined> {
  try {
    const data = JSON.parse(await readRegularFile(path, { maxBytes })) as Partial<SdkCatalog> | null;
    return data?.sdk?.digest === digestOf(data?.products);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnsuitableFileError) {
      return false;
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function digestOf(products: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(products ?? null))
    .digest('hex');
}

/**
 * Writes a file atomically: readers see either the old or the new content, with the same permissions. If the path is a link, the link is replaced,
 * not the file that it leads to.
 */
export async function writeAtomically(path: string, content: string | AsyncIterable<string>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const replaced = await stat(path).catch(() => undefined);
  // Fails if there is anything at the path, a link too.
  const file = await open(temporary, 'wx', replaced?.mode);
  try {
    await writeFile(file, content).finally(() => file.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
