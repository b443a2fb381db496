import {
  WorkDoneProgress,
  type CancellationToken,
  type Connection,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';
import type { SdkAccess } from '../../sdk/access';
import type { Sdk } from '../../sdk/findSdks';
import {
  findSdksRequest,
  importCatalogRequest,
  type FindSdksParams,
  type ImportCatalogParams,
  type ImportCatalogResult,
  type SdkSummary,
} from '../protocol';
import { guardRequest } from '../session/guardRequest';
import type { ServerContext } from '../session/serverContext';

/** Finds SDKs on the server's machine, and imports their error codes. */
export function registerImportCatalog(
  { catalogs, connection, refresh, services }: ServerContext,
  sdks: SdkAccess,
): void {
  connection.onRequest(findSdksRequest, (params: FindSdksParams, token: CancellationToken) =>
    guardRequest<SdkSummary[]>(connection.console, { feature: 'find SDKs', fallback: [], token }, async () =>
      (await sdks.find(params.folder, params.workspace ?? [], token)).map(summaryOf),
    ),
  );

  connection.onRequest(importCatalogRequest, (params: ImportCatalogParams, token: CancellationToken) =>
    guardRequest<ImportCatalogResult | null>(
      connection.console,
      { feature: 'import catalog', fallback: null, token },
      async () => {
        const progress = progressOf(connection, params);
        try {
          const result = await importCatalog(sdks, params, progress.report, token);
          if (result?.status === 'imported') {
            catalogs.importedChanged();
            services.renew();
            refresh.now();
          }
          return result;
        } finally {
          progress.end();
        }
      },
    ),
  );
}

async function importCatalog(
  sdks: SdkAccess,
  { folder, language, products, target }: ImportCatalogParams,
  report: (done: number, product: string) => void,
  token: CancellationToken,
): Promise<ImportCatalogResult | null> {
  const found = await sdks.find(folder, [], token);
  const sdk = found.find((each) => each.folder === folder && each.language === language);
  if (!sdk) {
    return null;
  }
  const wanted = new Set(products ?? sdk.products);
  const files = sdk.files.filter(({ product }) => wanted.has(product));
  const summary = await sdks.read({ ...sdk, files }, report, token);
  if (!summary || token.isCancellationRequested) {
    return null;
  }
  const { text, ...counts } = summary;
  return { status: await write(sdks, target, text), version: sdk.version, ...counts };
}

async function write(
  sdks: SdkAccess,
  target: string,
  text: string | undefined,
): Promise<ImportCatalogResult['status']> {
  if (text === undefined) {
    return 'nothing';
  }
  return sdks.write(target, text).then(
    () => 'imported',
    () => 'unwritable',
  );
}

/** Reports the progress of the import, if the client asked for it. */
function progressOf(
  connection: Connection,
  { folder, workDoneToken }: ImportCatalogParams,
): { report: (done: number, product: string) => void; end: () => void } {
  if (workDoneToken === undefined) {
    return { report: () => undefined, end: () => undefined };
  }
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void =>
    void connection.sendProgress(WorkDoneProgress.type, workDoneToken, value);
  send({ kind: 'begin', title: folder, percentage: 0 });
  return {
    report: (done, product) => send({ kind: 'report', message: product, percentage: Math.floor(100 * done) }),
    end: () => send({ kind: 'end' }),
  };
}

function summaryOf({ folder, language, version, products }: Sdk): SdkSummary {
  return { folder, language, version, products };
}
