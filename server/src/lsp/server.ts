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
import type { ProjectFileAccess } from './session/projectFileAccess';
import { ProjectFiles } from './session/projectFiles';
import { Refresh } from './session/refresh';
import type { ServerContext } from './session/serverContext';
import { hasCommands, Services } from './session/services';
import { WorkspaceFolders } from './session/workspaceFolders';

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
  /** Reads project files and their catalogs. */
  readonly projectFiles: ProjectFileAccess;
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
  listenToFiles(context);
}

function createContext(connection: Connection, params: InitializeParams, environment: Environment): ServerContext {
  const { capabilities, locale } = params;
  const initializationOptions = params.initializationOptions as unknown;
  const language = languageOfLocale(locale ?? '');
  const { builtinFiles, builtinNames, catalogAccess, ...rest } = environment;
  const l10n = environment.localizer(language);
  const client = { capabilities, initializationOptions };
  const catalogs = new Catalogs(connection, { builtinFiles, builtinNames, access: catalogAccess, l10n }, client);
  const folders = new WorkspaceFolders(foldersOf(params));
  const projectFiles = new ProjectFiles(connection, { access: environment.projectFiles, folders, l10n }, client);
  const configurations = new Configurations(connection, client, (uri) => projectFiles.of(uri));
  const services = new Services({ catalogs, language, ...rest, ...client });
  const documents = new Documents(connection, configurations, services, { capabilities, folders });
  const refresh = new Refresh(connection, capabilities);
  return { connection, capabilities, catalogs, configurations, documents, folders, projectFiles, services, refresh };
}

/** The folders that are open. Older clients send a root as a URI, the oldest as a path. */
/* eslint-disable @typescript-eslint/no-deprecated -- the only folder that such clients send */
function foldersOf({ rootPath, rootUri, workspaceFolders }: InitializeParams): readonly WorkspaceFolder[] {
  const root = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
  return workspaceFolders ?? (root ? [{ uri: root, name: '' }] : []);
}
/* eslint-enable @typescript-eslint/no-deprecated */

/** Listens to changes of settings and workspace folders. */
function listenToChanges(context: ServerContext): void {
  const { connection, capabilities, configurations, documents, folders, projectFiles, refresh } = context;
  const log = connection.console;

  connection.onInitialized(() => {
    refresh.registerSymbols();
    projectFiles.watch();
    void readCatalogs(context);
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'apiResponse' })
        .catch(() => log.error('settings: the client rejected the registration for changes.'));
    }
    if (hasFolders(capabilities)) {
      connection.workspace.onDidChangeWorkspaceFolders(() =>
        guardRequest(log, { feature: 'workspace folders', fallback: undefined }, async () => {
          folders.set((await connection.workspace.getWorkspaceFolders()) ?? []);
          documents.parseAgain();
          await readProjects(context, []);
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
}

/** Listens to changes of catalogs and project files. */
function listenToFiles(context: ServerContext): void {
  const { catalogs, connection, documents, projectFiles } = context;
  connection.onDidChangeWatchedFiles(({ changes }) =>
    guardRequest(connection.console, { feature: 'watched files', fallback: undefined }, async () => {
      const uris = changes.map(({ uri }) => uri);
      const ofProjects = uris.filter((uri) => projectFiles.concerns(uri));
      if (ofProjects.length > 0) {
        await readProjects(context, ofProjects);
      }
      if (uris.some((uri) => catalogs.concerns(uri))) {
        await readCatalogs(context);
      }
    }),
  );
  // Not every client watches files.
  documents.texts.onDidSave(({ document: { uri } }) => {
    if (projectFiles.concerns(uri)) {
      void readProjects(context, [uri]);
    }
  });
}

/** Reads project files again, and refreshes the client. */
function readProjects(
  { connection, configurations, projectFiles, refresh }: ServerContext,
  changed: readonly string[],
): Promise<void> {
  return guardRequest(connection.console, { feature: 'project files', fallback: undefined }, async () => {
    await projectFiles.renew(changed);
    configurations.changed(undefined);
    refresh.now();
  });
}

/** Reads the user's catalogs, and refreshes the client if they changed. */
function readCatalogs({
  connection,
  catalogs,
  configurations,
  folders,
  refresh,
  services,
}: ServerContext): Promise<void> {
  return guardRequest(connection.console, { feature: 'catalogs', fallback: undefined }, async () => {
    if (await catalogs.read((await configurations.get()).catalogs, folders.uris)) {
      services.renew();
      refresh.now();
    }
  });
}
