import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { readSdkSource, sdkCatalog, type SdkSource } from '../service';
import type { Cancellation, Sdk } from './findSdks';

/** Size limit of a source file: fifty times the largest one. */
const maxBytes = 5_000_000;

/** The result of an import. */
export interface ImportSummary {
  readonly products: number;
  readonly codes: number;
  /** Source files over 5 MB, which were not read. */
  readonly tooLarge: number;
  readonly unreadable: number;
  /** Source files without error codes. */
  readonly empty: number;
  /** The text of the catalog file; absent if no error codes were found. */
  readonly text?: string;
}

/**
 * Reads the error codes of an SDK. `report` receives the progress after each file, from 0 to 1. Files without codes and
 * files that cannot be read are only counted. Undefined if cancelled.
 */
export async function importSdk(
  { language, version, files }: Sdk,
  report: (done: number, product: string) => void = () => undefined,
  cancellation?: Cancellation,
): Promise<ImportSummary | undefined> {
  const sources: SdkSource[] = [];
  const skipped = { tooLarge: 0, unreadable: 0, empty: 0 };
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
      skipped[text.problem ?? 'empty']++;
    }
    report(++done / files.length, product);
  }
  const catalog = sdkCatalog(language, version, sources);
  const products = Object.values(catalog.products);
  return {
    products: products.length,
    codes: products.reduce((sum, { codes }) => sum + Object.keys(codes).length, 0),
    ...skipped,
    ...(products.length > 0 ? { text: `${JSON.stringify(catalog, undefined, 2)}\n` } : {}),
  };
}

/** The content of a file, or why it was not read. */
async function textOf(path: string): Promise<{ content?: string; problem?: 'tooLarge' | 'unreadable' }> {
  try {
    return (await stat(path)).size > maxBytes ? { problem: 'tooLarge' } : { content: await readFile(path, 'utf8') };
  } catch {
    return { problem: 'unreadable' };
  }
}

/** Whether a file is the catalog of an earlier import; undefined if it does not exist. Rejects if it cannot be read. */
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

/** Writes a file atomically: readers see either the old or the new content. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
