import {
  WorkDoneProgress,
  type CancellationToken,
  type Connection,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';
import type { SdkAccess } from '../sdk/access';
import type { Sdk } from '../sdk/findSdks';
import {
  findSdksRequest,
  importCatalogRequest,
  type FindSdksParams,
  type ImportCatalogParams,
  type ImportCatalogResult,
  type SdkSummary,
} from './protocol';
import { safely } from './safely';

/** Wires the import of error codes from SDKs. `catalogsChanged` is called after each that has written its file. */
export function registerImportRequests(connection: Connection, sdks: SdkAccess, catalogsChanged: () => void): void {
  connection.onRequest(findSdksRequest, (params: FindSdksParams, token: CancellationToken) =>
    safely<SdkSummary[]>(
      connection.console,
      'find SDKs',
      [],
      async () => (await sdks.find(params.folder, params.workspace ?? [], token)).map(summaryOf),
      token,
    ),
  );

  connection.onRequest(importCatalogRequest, (params: ImportCatalogParams, token: CancellationToken) =>
    safely<ImportCatalogResult | null>(
      connection.console,
      'import catalog',
      null,
      async () => {
        const report = progressOf(connection, params);
        try {
          const result = await importCatalog(sdks, params, report.next, token);
          if (result?.status === 'imported') {
            catalogsChanged();
          }
          return result;
        } finally {
          report.end();
        }
      },
      token,
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

/** Tells a client that wants to know how far the import is. */
function progressOf(
  connection: Connection,
  { folder, workDoneToken }: ImportCatalogParams,
): { next: (done: number, product: string) => void; end: () => void } {
  if (workDoneToken === undefined) {
    return { next: () => undefined, end: () => undefined };
  }
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void =>
    void connection.sendProgress(WorkDoneProgress.type, workDoneToken, value);
  send({ kind: 'begin', title: folder, percentage: 0 });
  return {
    next: (done, product) => send({ kind: 'report', message: product, percentage: Math.floor(100 * done) }),
    end: () => send({ kind: 'end' }),
  };
}

function summaryOf({ folder, language, version, products }: Sdk): SdkSummary {
  return { folder, language, version, products };
}
