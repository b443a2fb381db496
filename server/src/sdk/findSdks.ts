import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { compareVersions, sdkSourcePlace, type SdkLanguage, type SdkSourcePlace } from '../service';
import { sdkVersion } from './version';

/** Says whether somebody still waits; whoever works for long asks it again and again. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** A source file of an SDK that has the error codes of one version of a product's API. */
export interface SdkFile extends SdkSourcePlace {
  readonly path: string;
}

/** An SDK on this machine. */
export interface Sdk {
  /** The folder that holds its products. */
  readonly folder: string;
  readonly language: SdkLanguage;
  /** Such as `1.3.166`, or `unknown`. */
  readonly version: string;
  /** By the first label of their API host, in the order of the alphabet. */
  readonly products: readonly string[];
  readonly files: readonly SdkFile[];
}

/** Folders that are read in one search, and how deep: more than any SDK has, and less than a disk. */
const maxFolders = 50_000;
const deepest = 20;

/** Folders in which no SDK is. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '__pycache__']);

/**
 * The SDKs in some folders, at any depth, newest first. Links are not followed. Folders that cannot be read, and those
 * beyond the limits, are left out.
 */
export async function findSdks(folders: readonly string[], cancellation?: Cancellation): Promise<Sdk[]> {
  const found = new Map<string, Map<string, SdkFile>>();
  for (const folder of folders) {
    for await (const path of filesBelow(resolve(folder), cancellation)) {
      const place = sdkSourcePlace(path.split(sep).join('/'));
      if (place) {
        const key = `${place.language} ${place.sdk}`;
        const files = found.get(key) ?? new Map<string, SdkFile>();
        // Folders may lie in each other.
        found.set(key, files.set(path, { ...place, path }));
      }
    }
  }
  const sdks = await Promise.all(
    [...found.values()].map((files) => describe(newestModules([...files.values()].sort(byPath)))),
  );
  return sdks.sort((one, other) => compareVersions(other.version, one.version) || (one.folder < other.folder ? -1 : 1));
}

/** The files in a folder and all below it, in no particular order. */
async function* filesBelow(folder: string, cancellation: Cancellation | undefined): AsyncGenerator<string> {
  const waiting = [{ path: folder, depth: 0 }];
  let read = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (cancellation?.isCancellationRequested || ++read > maxFolders) {
      return;
    }
    const { path, depth } = next;
    const entries = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
    for (const entry of entries) {
      if (entry.isFile()) {
        yield join(path, entry.name);
      } else if (entry.isDirectory() && depth < deepest && !skipped.has(entry.name)) {
        waiting.push({ path: join(path, entry.name), depth: depth + 1 });
      }
    }
  }
}

/** Of a product of which Go has several modules only the newest. */
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
