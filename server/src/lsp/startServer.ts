import {
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { hover } from '../service';
import { actions, codeActionOptions } from './codeActions';
import { Configurations } from './configuration';
import { diagnose, DiagnosticsPush, type Knowledge } from './diagnostics';
import { Documents } from './documents';
import { Features } from './features';
import { registerImportRequests } from './importRequests';
import { registerRequests } from './requests';
import { safely } from './safely';

/** Wires the service to a connection. */
export function startServer(connection: Connection, knowledge: Knowledge, version: string): void {
  const { catalog } = knowledge;
  const log = connection.console;
  const configurations = new Configurations(connection);
  const documents = new Documents(connection, configurations);
  const features = new Features(connection, documents, knowledge);
  let push: DiagnosticsPush | undefined;
  let canRefresh = false;
  let canRegister = false;
  let hasFolders = false;
  let takesVersions = false;

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders }): InitializeResult => {
    configurations.initialize(capabilities, initializationOptions);
    documents.setFolders(workspaceFolders ?? []);
    const canPull = capabilities.textDocument?.diagnostic !== undefined;
    push = canPull ? undefined : new DiagnosticsPush(connection, documents, knowledge, log);
    canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    hasFolders = capabilities.workspace?.workspaceFolders === true;
    takesVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
    return {
      serverInfo: { name: 'api-response-language-server', version },
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

  connection.onInitialized(() => {
    features.initialized();
    if (canRegister) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'apiResponse' });
    }
    if (hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() =>
        safely(log, 'workspace folders', undefined, async () => {
          documents.setFolders((await connection.workspace.getWorkspaceFolders()) ?? []);
          refresh();
        }),
      );
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    configurations.changed(settings);
    refresh();
  });

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
  if (knowledge.sdks) {
    registerImportRequests(connection, knowledge.sdks, refresh);
  }

  connection.listen();
}
