import {
  DidChangeConfigurationNotification,
  type Connection,
  type InitializeParams,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { SdkAccess } from '../sdk/access';
import { languageOfLocale, type CatalogFile, type CodeNames, type DisplayLanguage, type Localizer } from '../service';
import { registerHandlers } from './handlers';
import { registerImportCatalog } from './handlers/importCatalog';
import { registerDiagnosticsPush } from './handlers/pushDiagnostics';
import { refreshNotification } from './protocol';
import { canPull, hasFolders } from './session/capabilities';
import type { CatalogAccess } from './session/catalogAccess';
import { Catalogs } from './session/catalogs';
import { Configurations } from './session/configuration';
import { Documents } from './session/documents';
import { guardRequest } from './session/guardRequest';
import { Refresh } from './session/refresh';
import type { ServerContext } from './session/serverContext';
import { hasCommands, Services } from './session/services';

/** What the server needs from its environment. */
export interface Environment {
  /** The catalog that ships with the product, read on first use. */
  readonly builtinFiles: (language: DisplayLanguage) => readonly CatalogFile[];
  /** The names of all codes, read on first use. */
  readonly builtinNames: () => CodeNames;
  readonly localizer: (language: DisplayLanguage) => Localizer;
  /** Loads the data of a language, before it is asked for; absent where it is read on first use. */
  readonly loadLanguage?: (language: DisplayLanguage) => Promise<void>;
  /** Address of docs/rules.md. */
  readonly rulesPage: string;
  /** A RequestId that belongs to no call. */
  readonly newRequestId: () => string;
  /** Reads the user's catalogs. */
  readonly catalogAccess: CatalogAccess;
  /** Reads SDKs on this machine; absent without a file system. */
  readonly sdkAccess?: SdkAccess;
}

/** Registers all handlers on a connection, after the initialize request was answered. */
export function serve(connection: Connection, params: InitializeParams, environment: Environment): void {
  const context = createContext(connection, params, environment);
  registerHandlers(context);
  if (!canPull(params.capabilities)) {
    registerDiagnosticsPush(context);
  }
  if (environment.sdkAccess) {
    registerImportCatalog(context, environment.sdkAccess);
  }
  if (hasCommands(params.initializationOptions)) {
    context.refresh.onRefresh(() => void connection.sendNotification(refreshNotification));
  }
  listenToChanges(context);
}

function createContext(connection: Connection, params: InitializeParams, environment: Environment): ServerContext {
  const { capabilities, locale } = params;
  const initializationOptions = params.initializationOptions as unknown;
  const language = languageOfLocale(locale ?? '');
  const { builtinFiles, builtinNames, catalogAccess, ...rest } = environment;
  const l10n = environment.localizer(language);
  const client = { capabilities, initializationOptions };
  const catalogs = new Catalogs(connection, { builtinFiles, builtinNames, access: catalogAccess, l10n }, client);
  const configurations = new Configurations(connection, capabilities, initializationOptions);
  const services = new Services({ catalogs, language, ...rest, ...client });
  const documents = new Documents(connection, configurations, services, { capabilities, folders: foldersOf(params) });
  const refresh = new Refresh(connection, capabilities);
  return { connection, capabilities, catalogs, configurations, documents, services, refresh };
}

/** The folders that are open. Older clients send a root as a URI, the oldest as a path. */
/* eslint-disable @typescript-eslint/no-deprecated -- the only folder that such clients send */
function foldersOf({ rootPath, rootUri, workspaceFolders }: InitializeParams): readonly WorkspaceFolder[] {
  const root = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
  return workspaceFolders ?? (root ? [{ uri: root, name: '' }] : []);
}
/* eslint-enable @typescript-eslint/no-deprecated */

/** Listens to changes of settings, workspace folders and catalog files. */
function listenToChanges(context: ServerContext): void {
  const { connection, capabilities, configurations, documents, refresh } = context;
  const log = connection.console;

  connection.onInitialized(() => {
    refresh.registerSymbols();
    void readCatalogs(context);
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'apiResponse' })
        .catch(() => log.error('settings: the client rejected the registration for changes.'));
    }
    if (hasFolders(capabilities)) {
      connection.workspace.onDidChangeWorkspaceFolders(() =>
        guardRequest(log, { feature: 'workspace folders', fallback: undefined }, async () => {
          documents.setFolders((await connection.workspace.getWorkspaceFolders()) ?? []);
          refresh.now();
          await readCatalogs(context);
        }),
      );
    }
  });

  const applySettings = (): void => {
    refresh.now();
    void readCatalogs(context);
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    configurations.changed(settings);
    applySettings();
  });
  configurations.onLateAnswer(applySettings);

  connection.onDidChangeWatchedFiles(() => readCatalogs(context));
}

/** Reads the user's catalogs, and refreshes the client if they changed. */
function readCatalogs({
  connection,
  catalogs,
  configurations,
  documents,
  refresh,
  services,
}: ServerContext): Promise<void> {
  return guardRequest(connection.console, { feature: 'catalogs', fallback: undefined }, async () => {
    if (await catalogs.read((await configurations.get()).catalogs, documents.folderUris)) {
      services.renew();
      refresh.now();
    }
  });
}
