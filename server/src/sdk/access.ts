import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findSdks, type Cancellation, type Sdk } from './findSdks';
import { writeAtomically } from './importedFile';
import { importSdk, type ImportSummary } from './importSdk';
import { usualPlaces } from './places';

/** The file system as an import needs it. An entry point without files omits it. */
export interface SdkAccess {
  /** The SDKs in a folder, or else in the usual places, some of which are in the workspace folders. */
  find(folder: string | undefined, workspace: readonly string[], cancellation: Cancellation): Promise<Sdk[]>;
  /** Undefined if cancelled. `report` receives the progress, from 0 to 1. */
  read(
    sdk: Sdk,
    report: (done: number, product: string) => void,
    cancellation: Cancellation,
  ): Promise<ImportSummary | undefined>;
  /** Rejects if the file cannot be written, and leaves an existing one unchanged. */
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
    await writeAtomically(path, text);
  },
};
