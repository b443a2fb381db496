import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { readSdkSource, sdkCatalog, type SdkSource } from '../service';
import type { Cancellation, Sdk } from './findSdks';

/** Bytes over which no source file is read: fifty times what the largest has. */
const maxBytes = 5_000_000;

/** What an import came to. */
export interface ImportSummary {
  readonly products: number;
  readonly codes: number;
  /** Source files over 5 MB, which were not read. */
  readonly tooLarge: number;
  readonly unreadable: number;
  /** Source files in which no error code was found. */
  readonly empty: number;
  /** The text of the catalog file; absent where no error code was found. */
  readonly text?: string;
}

/**
 * Reads the error codes of an SDK. `report` is told after each file how far it is, from 0 to 1. Undefined where it was
 * cancelled. Files that cannot be read, or hold something else, are counted and stop nothing.
 */
export async function importSdk(
  { language, version, files }: Sdk,
  report: (done: number, product: string) => void = () => undefined,
  cancellation?: Cancellation,
): Promise<ImportSummary | undefined> {
  const sources: SdkSource[] = [];
  const missed = { tooLarge: 0, unreadable: 0, empty: 0 };
  let done = 0;
  for (const { path, product, apiVersion } of files) {
    if (cancellation?.isCancellationRequested) {
      return undefined;
    }
    const text = await textOf(path);
    const codes = readSdkSource(language, text.content ?? '');
    if (codes.size > 0) {
      sources.push({ product, apiVersion, codes });
    } else {
      missed[text.problem ?? 'empty']++;
    }
    report(++done / files.length, product);
  }
  const catalog = sdkCatalog(language, version, sources);
  const products = Object.values(catalog.products);
  return {
    products: products.length,
    codes: products.reduce((sum, { codes }) => sum + Object.keys(codes).length, 0),
    ...missed,
    ...(products.length > 0 ? { text: `${JSON.stringify(catalog, undefined, 2)}\n` } : {}),
  };
}

/** What a file holds, or why it was not read. */
async function textOf(path: string): Promise<{ content?: string; problem?: 'tooLarge' | 'unreadable' }> {
  try {
    return (await stat(path)).size > maxBytes ? { problem: 'tooLarge' } : { content: await readFile(path, 'utf8') };
  } catch {
    return { problem: 'unreadable' };
  }
}

/** Whether a file is the catalog of an earlier import; undefined where there is none. Rejects where it cannot be read. */
export async function isImported(path: string): Promise<boolean | undefined> {
  try {
    const data = JSON.parse(await readFile(path, 'utf8')) as unknown;
    return typeof data === 'object' && data !== null && 'sdk' in data && 'products' in data;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return false;
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Writes a file so that whoever reads it finds either all of the text or what was there before. Rejects where it cannot. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
