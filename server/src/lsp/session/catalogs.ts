import {
  DidChangeWatchedFilesNotification,
  DiagnosticSeverity,
  MessageType,
  ShowMessageNotification,
  WatchKind,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import {
  Catalog,
  messageText,
  rangeOf,
  readCatalog,
  readSdkCatalog,
  type CatalogFile,
  type CodeNames,
  type DisplayLanguage,
  type Localizer,
} from '../../service';
import type { CandidateFile, CatalogAccess, CatalogText } from './catalogAccess';
import { textsFor } from './encodedText';
import { uriKey } from './uriKey';

/** Problems shown per catalog file. */
const maxProblems = 100;

/** Catalog files of the user that are read. */
const maxFiles = 100;

/** The part of a path that a message shows, in UTF-16 units. */
const maxPathLength = 200;

/** Where catalogs come from, and the language of messages about them. */
export interface CatalogSources {
  /** The files that ship with the product. */
  readonly builtinFiles: (language: DisplayLanguage) => readonly CatalogFile[];
  /** The names of all codes, which ship with the product as well. */
  readonly builtinNames: () => CodeNames;
  /** Reads the user's files. */
  readonly access: CatalogAccess;
  readonly l10n: Localizer;
}

interface Client {
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions: unknown;
}

/** The known error codes: imported from an SDK, shipped with the product, and from the user's files. */
export class Catalogs {
  /** By the files of the user. */
  private catalogs = new WeakMap<readonly CatalogFile[], Map<DisplayLanguage, Catalog>>();
  private imported: CatalogFile[] | undefined;
  private own: readonly CatalogFile[] = [];
  /** The files of the user, including those that do not exist. */
  private places: readonly CandidateFile[] = [];
  private readonly problems = new Map<string, readonly Diagnostic[]>();
  private readonly importedPath: string;
  /** Counts the calls of `read`: only the result of the latest is used. */
  private reads = 0;
  /** Paths whose absence was reported. */
  private readonly missing = new Set<string>();
  private readonly canWatch: boolean;
  private watcher: Disposable | undefined;
  private watched = '';
  /** Settles when the files are watched. */
  private watching = Promise.resolve();

  private readonly access: CatalogAccess;
  private readonly l10n: Localizer;
  private readonly createText: ReturnType<typeof textsFor>;

  constructor(
    private readonly connection: Connection,
    private readonly sources: CatalogSources,
    { capabilities, initializationOptions: options }: Client,
  ) {
    this.access = sources.access;
    this.l10n = sources.l10n;
    this.createText = textsFor(capabilities);
    const { dynamicRegistration, relativePatternSupport } = capabilities.workspace?.didChangeWatchedFiles ?? {};
    this.canWatch = dynamicRegistration === true && relativePatternSupport === true;
    const path: unknown = (options as { readonly importedCatalog?: unknown } | null | undefined)?.importedCatalog;
    this.importedPath = typeof path === 'string' ? path : '';
  }

  /**
   * The catalog in a language, with the files of a project in place of those of the settings, if there are any. Files are
   * read on first use, to keep startup fast.
   */
  get(language: DisplayLanguage, project?: readonly CatalogFile[]): Catalog {
    const own = project ?? this.own;
    let catalogs = this.catalogs.get(own);
    if (!catalogs) {
      catalogs = new Map();
      this.catalogs.set(own, catalogs);
    }
    let catalog = catalogs.get(language);
    if (!catalog) {
      this.imported ??= this.readImported();
      const { builtinFiles, builtinNames } = this.sources;
      catalog = new Catalog([...this.imported, ...builtinFiles(language), ...own], builtinNames);
      catalogs.set(language, catalog);
    }
    return catalog;
  }

  /** Call after the imported file was rewritten. */
  importedChanged(): void {
    this.imported = undefined;
    this.catalogs = new WeakMap();
  }

  /** Reads the user's files again. Returns whether the catalogs may have changed. */
  async read(paths: readonly string[], folders: readonly string[]): Promise<boolean> {
    const read = ++this.reads;
    if (paths.length === 0 && this.problems.size === 0) {
      return false;
    }
    const candidates = paths.slice(0, maxFiles).map((path) => ({ path, places: this.access.places(path, folders) }));
    // Before they are read, so that no change in between goes unnoticed.
    this.places = candidates.flatMap(({ places }) => places);
    await this.watch(this.places);
    const files: CatalogFile[] = [];
    const problems = new Map<string, Diagnostic[]>();
    for (const { path, places } of candidates) {
      const file = await this.access.open(places);
      if (file) {
        problems.set(file.uri, this.readFile(file, files));
      } else {
        this.reportMissing(path);
      }
    }
    if (read !== this.reads) {
      return false;
    }
    this.own = files;
    this.catalogs = new WeakMap();
    this.publish(problems);
    return true;
  }

  /** Whether it matters that a file or folder has changed: a file of the user, or a folder around one. */
  concerns(uri: string): boolean {
    const key = uriKey(uri);
    return this.places.map((place) => uriKey(place.uri)).some((each) => each === key || each.startsWith(`${key}/`));
  }

  /** The problems of a catalog file, to be published with other diagnostics of the same document. */
  problemsOf(uri: string): readonly Diagnostic[] {
    const key = uriKey(uri);
    return [...this.problems].find(([each]) => uriKey(each) === key)?.[1] ?? [];
  }

  /** A damaged file is ignored until the next import. */
  private readImported(): CatalogFile[] {
    const text = this.importedPath === '' ? undefined : this.access.readNow(this.importedPath);
    if (text === undefined) {
      return [];
    }
    const data = readSdkCatalog(text);
    if (!data) {
      this.connection.console.error('catalogs: cannot read the imported error codes; import them again.');
      return [];
    }
    return [{ scope: 'product', data }];
  }

  /** Adds the catalog to `files`, and returns its problems. */
  private readFile({ uri, text }: CatalogText, files: CatalogFile[]): Diagnostic[] {
    if (text === undefined) {
      return [
        problem(
          { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
          this.l10n.t('This catalog cannot be read.'),
        ),
      ];
    }
    const { data, problems } = readCatalog(text, this.l10n);
    if (data) {
      files.push({ scope: 'common', data });
    }
    const document = this.createText({ uri, languageId: 'json', version: 0, text });
    return problems.slice(0, maxProblems).map(({ span, message }) => problem(rangeOf(document, span), message));
  }

  private publish(problems: ReadonlyMap<string, readonly Diagnostic[]>): void {
    const gone = [...this.problems.keys()].filter((uri) => !problems.has(uri));
    this.problems.clear();
    problems.forEach((diagnostics, uri) => this.problems.set(uri, diagnostics));
    for (const uri of [...gone, ...problems.keys()]) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [...this.problemsOf(uri)] });
    }
  }

  /**
   * Watches the files, including those that do not exist yet. If a folder is made together with its file, editors may
   * report the folder alone, so folders are watched too.
   */
  private watch(files: readonly CandidateFile[]): Promise<void> {
    const watched = files.map(({ uri }) => uri).join(' ');
    if (this.canWatch && watched !== this.watched) {
      this.watched = watched;
      this.watcher?.dispose();
      this.watcher = undefined;
      this.watching = files.length === 0 ? Promise.resolve() : this.register(files, watched);
    }
    return this.watching;
  }

  private async register(files: readonly CandidateFile[], watched: string): Promise<void> {
    const folders = new Set(files.flatMap(foldersOf));
    const watchers = [
      ...files.map(({ uri }) => watcherFor(uri)),
      ...[...folders].map((uri) => ({ ...watcherFor(uri), kind: WatchKind.Create })),
    ];
    try {
      const watcher = await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      // The settings may have changed before the client answered.
      if (watched === this.watched) {
        this.watcher = watcher;
      } else {
        watcher.dispose();
      }
    } catch {
      this.connection.console.error('catalogs: the client rejected the file watcher.');
    }
  }

  private reportMissing(path: string): void {
    if (!this.missing.has(path)) {
      this.missing.add(path);
      void this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: this.l10n.t(
          'apiResponse.catalogs: there is no file "{0}" in the workspace. Correct the setting.',
          messageText(path, maxPathLength),
        ),
      });
    }
  }
}

/** Watches one file. */
export function watcherFor(uri: string): FileSystemWatcher {
  const end = uri.lastIndexOf('/');
  // Characters with a meaning in glob patterns.
  const pattern = decodeURIComponent(uri.slice(end + 1)).replace(/[*{}[\]]/g, '?');
  const folder = uri.slice(0, end);
  // The root of a file system has a slash for a path.
  const baseUri = /^[^/]+:\/\/[^/]*$/.test(folder) ? `${folder}/` : folder;
  return { globPattern: { baseUri, pattern } };
}

/** The folders of a file up to its workspace folder; of a file elsewhere, only the innermost. */
function foldersOf({ path, uri, folder }: CandidateFile): string[] {
  const depth = folder === undefined ? 1 : path.slice(folder.length).split(/[\\/]/).filter(Boolean).length - 1;
  const folders: string[] = [];
  for (let at = uri.lastIndexOf('/'); folders.length < depth; at = uri.lastIndexOf('/', at - 1)) {
    folders.push(uri.slice(0, at));
  }
  // The root cannot be made.
  return folders.filter((each) => !each.endsWith('/'));
}

function problem(range: Diagnostic['range'], message: string): Diagnostic {
  return { range, severity: DiagnosticSeverity.Error, source: 'api-response', code: 'invalid-catalog', message };
}
