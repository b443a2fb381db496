import {
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import type { CatalogAccess } from '../catalogFiles';
import type { SdkAccess } from '../sdk/access';
import { hover, languageOfLocale, speak, type Catalog, type CatalogFile, type Language } from '../service';
import { Catalogs } from './catalogs';
import { actions, codeActionOptions } from './codeActions';
import { Configurations } from './configuration';
import { diagnose, DiagnosticsPush, type Knowledge } from './diagnostics';
import { Documents } from './documents';
import { Features } from './features';
import { registerImportRequests } from './importRequests';
import { registerRequests } from './requests';
import { safely } from './safely';

/** What the server needs of where it runs. */
export interface Environment extends Omit<Knowledge, 'catalog'> {
  readonly version: string;
  /** The catalog that comes with the product, read when it is first asked for. */
  readonly catalogFiles: (language: Language) => readonly CatalogFile[];
  /** Reads the catalogs of the user; absent where there are no files. */
  readonly catalogs?: CatalogAccess;
  /** Reads SDKs on this machine; absent where there are no files. */
  readonly sdks?: SdkAccess;
}

/** Wires the service to a connection. */
export function startServer(connection: Connection, environment: Environment): void {
  const log = connection.console;
  const catalogs = new Catalogs(connection, environment.catalogFiles, environment.catalogs);
  const catalog = (language?: Language): Catalog => catalogs.get(language);
  const knowledge: Knowledge = { ...environment, catalog };
  const configurations = new Configurations(connection);
  const documents = new Documents(connection, configurations);
  const features = new Features(connection, documents, knowledge);
  let push: DiagnosticsPush | undefined;
  let canRefresh = false;
  let canRegister = false;
  let hasFolders = false;
  let takesVersions = false;

  connection.onInitialize(({ capabilities, initializationOptions, locale, workspaceFolders }): InitializeResult => {
    const language = languageOfLocale(locale ?? '');
    speak(language, knowledge.strings(language));
    configurations.initialize(capabilities, initializationOptions);
    catalogs.initialize(capabilities, initializationOptions);
    documents.setFolders(workspaceFolders ?? []);
    const canPull = capabilities.textDocument?.diagnostic !== undefined;
    push = canPull
      ? undefined
      : new DiagnosticsPush(connection, documents, knowledge, (uri) => catalogs.problemsOf(uri));
    canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    hasFolders = capabilities.workspace?.workspaceFolders === true;
    takesVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
    return {
      serverInfo: { name: 'api-response-language-server', version: environment.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        ...codeActionOptions(capabilities),
        ...features.initialize(capabilities, initializationOptions),
        ...(canPull ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        ...(hasFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
      },
    };
  });

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
    if (hasFolders) {
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

  connection.listen();
}
