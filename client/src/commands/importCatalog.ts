import { l10n, ProgressLocation, Uri, window, type Disposable, type ExtensionContext } from 'vscode';
import {
  importCatalogRequest,
  type ImportCatalogParams,
  type ImportCatalogResult,
} from '../../../server/src/lsp/protocol';
import { importedCatalogPath } from '../client/importedCatalogPath';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { pickProducts } from '../pickers/pickProducts';
import { pickSdk } from '../pickers/pickSdk';
import { escapeForMessage } from '../ui/escape';
import { formatCount } from '../ui/formatCount';
import { showError, showInformation, showWarning } from '../ui/messages';
import { registerCommand } from './registerCommand';

/** If a folder is passed as the argument, a path or a `Uri`, imports all products of the SDK in it without asking. */
export function registerImportCatalog(client: LazyLanguageClient, context: ExtensionContext): Disposable {
  let isRunning = false;
  return registerCommand(client, 'apiResponse.importCatalog', async (argument) => {
    if (isRunning) {
      void showInformation(l10n.t('An import is already running.'));
      return;
    }
    isRunning = true;
    try {
      const given = folderIn(argument);
      const sdk = await pickSdk(client, given);
      const products = given === undefined ? sdk && (await pickProducts(sdk)) : sdk?.products;
      if (sdk && products) {
        const { folder, language } = sdk;
        const params = { folder, language, products, target: importedCatalogPath(context) };
        showResult(folder, await importCatalog(client, params));
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

/** Null if the SDK no longer exists, undefined if the user cancels the import. */
async function importCatalog(
  client: LazyLanguageClient,
  params: ImportCatalogParams,
): Promise<ImportCatalogResult | null | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Importing error codes'),
    cancellable: true,
  };
  return window.withProgress(options, (progress, token) => {
    let last = 0;
    return client.sendRequestWithProgress<ImportCatalogResult | null>(
      importCatalogRequest,
      params,
      token,
      (product = '', percentage) => {
        progress.report({ message: escapeForMessage(product), increment: percentage - last });
        last = percentage;
      },
    );
  });
}

function showResult(folder: string, result: ImportCatalogResult | null | undefined): void {
  switch (result?.status) {
    case 'imported':
      void showInformation(describe(result));
      break;
    case 'nothing':
      showWarning(l10n.t('No error codes were found in {0}.', escapeForMessage(folder)));
      break;
    case 'unwritable':
      void showError(l10n.t("The error codes could not be saved: the extension's storage folder is not writable."));
      break;
    default:
      if (result === null) {
        showWarning(l10n.t('The SDK in {0} no longer exists.', escapeForMessage(folder)));
      }
  }
}

function describe({ version, products, codes, tooLarge, unreadable }: ImportCatalogResult): string {
  return [
    l10n.t(
      'Imported {0} for {1} from SDK {2}.',
      formatCount('error code', codes),
      formatCount('product', products),
      escapeForMessage(version),
    ),
    tooLarge > 0 ? l10n.t('{0} skipped: larger than 5 MB.', formatCount('file', tooLarge)) : '',
    unreadable > 0 ? l10n.t('{0} could not be read.', formatCount('file', unreadable)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
