import { l10n, ProgressLocation, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import {
  findSdksRequest,
  importCatalogRequest,
  type FindSdksParams,
  type ImportCatalogParams,
  type ImportCatalogResult,
  type SdkSummary,
} from '../../../server/src/lsp/protocol';
import { inMessage } from '../documentText';
import { importedCatalogPath } from '../client/importedCatalogPath';
import { pickProducts, pickSdk } from '../pickSdk';
import { register } from './register';

/** With a folder as its argument, a path or a `Uri`, the command imports all products of the SDK in it without asking. */
export function registerImportCatalog(client: LazyLanguageClient, context: ExtensionContext): Disposable {
  let isRunning = false;
  return register(client, 'apiResponse.importCatalog', async (argument) => {
    if (isRunning) {
      void window.showInformationMessage(l10n.t('The import is still running.'));
      return;
    }
    isRunning = true;
    try {
      const folder = folderIn(argument);
      const sdk = await chooseSdk(client, folder);
      const products = folder === undefined ? sdk && (await pickProducts(sdk)) : sdk?.products;
      if (sdk && products) {
        tell(sdk, await importCatalog(client, sdk, products, importedCatalogPath(context)));
      }
    } finally {
      isRunning = false;
    }
  });
}

function folderIn(argument: unknown): string | undefined {
  if (argument instanceof Uri) {
    return argument.fsPath;
  }
  return typeof argument === 'string' && argument !== '' ? argument : undefined;
}

/** An SDK of those that are found, or of a folder that the user picks. */
async function chooseSdk(client: LazyLanguageClient, given: string | undefined): Promise<SdkSummary | undefined> {
  let folder = given;
  for (;;) {
    const found = await findSdks(client, folder);
    if (found?.length === 1 && folder !== undefined) {
      return found[0];
    }
    if (found?.length === 0 && folder !== undefined) {
      void window.showWarningMessage(
        l10n.t('There is no Tencent Cloud SDK for Go or Python in {0}.', inMessage(folder)),
      );
      return undefined;
    }
    const picked = found && (await pickSdk(found));
    if (picked !== 'folder') {
      return picked;
    }
    const [other] = (await window.showOpenDialog(folderDialog())) ?? [];
    if (!other) {
      return undefined;
    }
    folder = other.fsPath;
  }
}

function folderDialog(): Parameters<typeof window.showOpenDialog>[0] {
  return {
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Folder of a Tencent Cloud SDK'),
    openLabel: l10n.t('Look for SDKs'),
  };
}

/** Undefined where the user has ended the search. */
async function findSdks(client: LazyLanguageClient, folder: string | undefined): Promise<SdkSummary[] | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Looking for Tencent Cloud SDKs'),
    cancellable: true,
  };
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const params: FindSdksParams = {
    workspace: folders.map(({ uri }) => uri.fsPath),
    ...(folder === undefined ? {} : { folder }),
  };
  return window.withProgress(options, (_progress, token) =>
    client.sendRequestWithProgress<SdkSummary[]>(findSdksRequest, params, token, () => undefined),
  );
}

/** Undefined where the user has ended the import. */
async function importCatalog(
  client: LazyLanguageClient,
  { folder, language }: SdkSummary,
  products: readonly string[],
  target: string,
): Promise<ImportCatalogResult | null | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Importing error codes'),
    cancellable: true,
  };
  const params: ImportCatalogParams = { folder, language, products, target };
  return window.withProgress(options, (progress, token) => {
    let last = 0;
    return client.sendRequestWithProgress<ImportCatalogResult | null>(
      importCatalogRequest,
      params,
      token,
      (product = '', percentage) => {
        progress.report({ message: product, increment: percentage - last });
        last = percentage;
      },
    );
  });
}

function tell({ folder }: SdkSummary, result: ImportCatalogResult | null | undefined): void {
  switch (result?.status) {
    case 'imported':
      void window.showInformationMessage(describe(result));
      break;
    case 'nothing':
      void window.showWarningMessage(l10n.t('No error codes can be read in {0}.', inMessage(folder)));
      break;
    case 'unwritable':
      void window.showErrorMessage(
        l10n.t('The error codes could not be kept: the storage of the extension cannot be written.'),
      );
      break;
    default:
      if (result === null) {
        void window.showWarningMessage(l10n.t('The SDK in {0} is gone.', inMessage(folder)));
      }
  }
}

function describe({ version, products, codes, tooLarge, unreadable }: ImportCatalogResult): string {
  return [
    l10n.t('Error codes imported from SDK {0}: {1}, of products: {2}.', version, codes, products),
    tooLarge > 0 ? l10n.t('Files over 5 MB, not read: {0}.', tooLarge) : '',
    unreadable > 0 ? l10n.t('Files not readable: {0}.', unreadable) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
