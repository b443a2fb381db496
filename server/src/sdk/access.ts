import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findSdks, type Cancellation, type Sdk } from './findSdks';
import { importSdk, writeWhole, type ImportSummary } from './importSdk';
import { usualPlaces } from './places';

/** What the language server needs of the machine to import. An entry without files leaves it out. */
export interface SdkAccess {
  /** The SDKs in a folder, or in the usual places; of these some lie in the folders of the workspace. */
  find(folder: string | undefined, workspace: readonly string[], cancellation: Cancellation): Promise<Sdk[]>;
  /** Undefined where it was cancelled. `report` is told how far it is, from 0 to 1. */
  read(
    sdk: Sdk,
    report: (done: number, product: string) => void,
    cancellation: Cancellation,
  ): Promise<ImportSummary | undefined>;
  /** Rejects where the file cannot be written; it then is as it was. */
  write(path: string, text: string): Promise<void>;
}

/** The SDKs on this machine, for the language server. */
export const sdkAccess: SdkAccess = {
  async find(folder, workspace, cancellation) {
    return findSdks(folder === undefined ? await usualPlaces(workspace, process.env) : [folder], cancellation);
  },
  read: importSdk,
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, text);
  },
};
