import { UnsuitableFileError } from '../files/regularFile';
import { readSdkSource, sdkCatalog, type SdkSource } from '../service';
import type { Cancellation, Sdk } from './findSdks';
import { importedText } from './importedFile';
import { readSdkFile } from './readSdkFile';

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
  { folder, language, version, files }: Sdk,
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
    const text = await textOf(path, folder);
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
    ...(products.length > 0 ? { text: importedText(catalog) } : {}),
  };
}

/** The content of a file, or why it was not read. */
async function textOf(
  path: string,
  folder: string,
): Promise<{ content?: string; problem?: 'tooLarge' | 'unreadable' }> {
  try {
    return { content: await readSdkFile(path, folder) };
  } catch (error) {
    const isTooLarge = error instanceof UnsuitableFileError && error.reason === 'too-large';
    return { problem: isTooLarge ? 'tooLarge' : 'unreadable' };
  }
}
