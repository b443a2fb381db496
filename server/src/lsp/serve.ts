import {
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import type { CatalogAccess } from '../catalogFiles';
import type { SdkAccess } from '../sdk/access';
import { hover, languageOfLocale, speak, type Catalog, type CatalogFile, type Language } from '../service';
import { canPull, hasFolders } from './capabilities';
import { Catalogs } from './catalogs';
import { actions } from './codeActions';
import { Configurations } from './configuration';
import { diagnose, DiagnosticsPush, type Knowledge } from './diagnostics';
import { Documents } from './documents';
import { Features } from './features';
import { registerImportRequests } from './importRequests';
import { registerRequests } from './requests';
import { safely } from './safely';

/** What the server needs of where it runs. */
export interface Environment extends Omit<Knowledge, 'catalog'> {
  /** The catalog that comes with the product, read when it is first asked for. */
  readonly catalogFiles: (language: Language) => readonly CatalogFile[];
  /** Reads the catalogs of the user; absent where there are no files. */
  readonly catalogs?: CatalogAccess;
  /** Reads SDKs on this machine; absent where there are no files. */
  readonly sdks?: SdkAccess;
}

/** Wires the service to a connection whose client has been told what the server can do. */
export function serve(
  connection: Connection,
  { capabilities, initializationOptions, locale, workspaceFolders }: InitializeParams,
  environment: Environment,
): void {
  const log = connection.console;
  const language = languageOfLocale(locale ?? '');
  speak(language, environment.strings(language));
  const { catalogFiles, catalogs: access } = environment;
  const catalogs = new Catalogs(connection, catalogFiles, access, capabilities, initializationOptions);
  const catalog = (language?: Language): Catalog => catalogs.get(language);
  const knowledge: Knowledge = { ...environment, catalog };
  const configurations = new Configurations(connection, capabilities, initializationOptions);
  const documents = new Documents(connection, configurations, workspaceFolders ?? []);
  const features = new Features(connection, documents, knowledge, capabilities, initializationOptions);
  const push = canPull(capabilities)
    ? undefined
    : new DiagnosticsPush(connection, documents, knowledge, (uri) => catalogs.problemsOf(uri));
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  const takesVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;

  const refresh = (): void => {
    features.refresh();
    push?.all();
    if (!push && canRefresh) {
      connection.languages.diagnostics.refresh().catch(() => log.error('diagnostics: the client refused to refresh.'));
    }
  };

  /** Reads the user's catalogs, and says everything again where that has changed what is known. */
  const readCatalogs = (): Promise<void> =>
    safely(log, 'catalogs', undefined, async () => {
      if (await catalogs.read((await configurations.of()).catalogs, documents.folderUris)) {
        refresh();
      }
    });

  connection.onInitialized(() => {
    features.initialized();
    void readCatalogs();
    if (canRegister) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'apiResponse' })
        .catch(() => log.error('settings: the client refused to tell of changes.'));
    }
    if (hasFolders(capabilities)) {
      connection.workspace.onDidChangeWorkspaceFolders(() =>
        safely(log, 'workspace folders', undefined, async () => {
          documents.setFolders((await connection.workspace.getWorkspaceFolders()) ?? []);
          refresh();
          await readCatalogs();
        }),
      );
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    configurations.changed(settings);
    refresh();
    void readCatalogs();
  });

  connection.onDidChangeWatchedFiles(() => readCatalogs());

  connection.onHover(({ textDocument, position }, token) =>
    safely(
      log,
      'hover',
      null,
      async () => {
        const open = await documents.read(textDocument.uri);
        return open?.configuration.hover
          ? hover(open.document, open.parts, open.document.offsetAt(position), catalog(), open.configuration)
          : null;
      },
      token,
    ),
  );

  connection.onCodeAction((params, token) =>
    safely(
      log,
      'code actions',
      [],
      async () => actions(await documents.read(params.textDocument.uri), params, knowledge, takesVersions),
      token,
    ),
  );

  connection.languages.diagnostics.on(({ textDocument }, token) =>
    safely(
      log,
      'diagnostics',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      async () => {
        const open = await documents.read(textDocument.uri);
        return { kind: DocumentDiagnosticReportKind.Full, items: open ? diagnose(open, knowledge) : [] };
      },
      token,
    ),
  );

  registerRequests(connection, documents, configurations, knowledge, refresh);
  if (environment.sdks) {
    registerImportRequests(connection, environment.sdks, () => {
      catalogs.importedChanged();
      refresh();
    });
  }
}
