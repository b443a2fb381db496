import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { compareVersions, sdkSourcePlace, type SdkLanguage, type SdkSourcePlace } from '../service';
import { sdkVersion } from './version';

/** Polled by long-running work. A `CancellationToken` of the protocol is one. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** A source file of an SDK with the error codes of one version of a product's API. */
export interface SdkFile extends SdkSourcePlace {
  readonly path: string;
}

/** An SDK on this machine. */
export interface Sdk {
  /** The folder with its products. */
  readonly folder: string;
  readonly language: SdkLanguage;
  /** For example `1.3.166`, or `unknown`. */
  readonly version: string;
  /** Named after the first label of their API host, in alphabetical order. */
  readonly products: readonly string[];
  readonly files: readonly SdkFile[];
}

/** Limits of one search: more than any SDK needs, and less than a whole disk. */
const maxFolders = 50_000;
const maxDepth = 20;

/** Folders without SDKs. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '__pycache__']);

/**
 * Finds the SDKs below some folders, newest first. Symbolic links are not followed. Folders that cannot be read, and
 * those beyond the limits, are skipped.
 */
export async function findSdks(folders: readonly string[], cancellation?: Cancellation): Promise<Sdk[]> {
  const found = new Map<string, Map<string, SdkFile>>();
  for (const folder of folders) {
    for await (const path of filesBelow(resolve(folder), cancellation)) {
      const place = sdkSourcePlace(path.split(sep).join('/'));
      if (place) {
        const key = `${place.language} ${place.sdk}`;
        const files = found.get(key) ?? new Map<string, SdkFile>();
        // The folders may be nested, and find a file twice.
        found.set(key, files.set(path, { ...place, path }));
      }
    }
  }
  const sdks = await Promise.all(
    [...found.values()].map((files) => describe(newestModules([...files.values()].sort(byPath)))),
  );
  return sdks.sort((one, other) => compareVersions(other.version, one.version) || (one.folder < other.folder ? -1 : 1));
}

/** The files below a folder, in no particular order. */
async function* filesBelow(folder: string, cancellation: Cancellation | undefined): AsyncGenerator<string> {
  const pending = [{ path: folder, depth: 0 }];
  let count = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (cancellation?.isCancellationRequested || ++count > maxFolders) {
      return;
    }
    const { path, depth } = next;
    const entries = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
    for (const entry of entries) {
      if (entry.isFile()) {
        yield join(path, entry.name);
      } else if (entry.isDirectory() && depth < maxDepth && !skipped.has(entry.name)) {
        pending.push({ path: join(path, entry.name), depth: depth + 1 });
      }
    }
  }
}

/** Keeps only the newest module of each product: Go may have several installed. */
function newestModules(files: readonly SdkFile[]): SdkFile[] {
  const newest = new Map<string, string>();
  for (const { product, moduleVersion } of files) {
    const known = newest.get(product);
    if (known === undefined || compareVersions(known, moduleVersion) < 0) {
      newest.set(product, moduleVersion);
    }
  }
  return files.filter(({ product, moduleVersion }) => newest.get(product) === moduleVersion);
}

function byPath(one: SdkFile, other: SdkFile): number {
  return one.path < other.path ? -1 : 1;
}

async function describe(files: readonly SdkFile[]): Promise<Sdk> {
  const { sdk: folder = '', language = 'go' } = files[0] ?? {};
  const products = [...new Set(files.map(({ product }) => product))].sort();
  return { folder, language, version: await sdkVersion(folder, files), products, files };
}
