import {
  DidChangeWatchedFilesNotification,
  DiagnosticSeverity,
  MessageType,
  ShowMessageNotification,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type Disposable,
} from 'vscode-languageserver';
import {
  Catalog,
  ChunkedText,
  rangeOf,
  readCatalog,
  type CatalogData,
  type CatalogFile,
  type DisplayLanguage,
  type Localizer,
} from '../../service';
import type { CatalogAccess, LocatedFile } from './catalogAccess';

/** Problems of one catalog file that are shown. */
const maxProblems = 100;

/** How many of the user's catalog files are read. */
const maxFiles = 100;

/** Where catalogs come from, and what is said about them. */
export interface CatalogSources {
  /** The files that come with the product. */
  readonly builtinFiles: (language: DisplayLanguage) => readonly CatalogFile[];
  /** Reads the files of the user; undefined where there are no files. */
  readonly access: CatalogAccess | undefined;
  readonly l10n: Localizer;
}

interface Client {
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions: unknown;
}

/** What is known of error codes: what was imported from an SDK, what comes with the product, and what the user's files say. */
export class Catalogs {
  private readonly built = new Map<DisplayLanguage, Catalog>();
  private imported: CatalogFile[] | undefined;
  private own: readonly CatalogFile[] = [];
  private readonly problems = new Map<string, readonly Diagnostic[]>();
  private readonly importedPath: string;
  /** How often files were read: only the last reading counts. */
  private readings = 0;
  private readonly missing = new Set<string>();
  private readonly canWatch: boolean;
  private watcher: Disposable | undefined;
  private watched = '';

  private readonly access: CatalogAccess | undefined;
  private readonly l10n: Localizer;

  constructor(
    private readonly connection: Connection,
    private readonly sources: CatalogSources,
    { capabilities: { workspace }, initializationOptions: options }: Client,
  ) {
    this.access = sources.access;
    this.l10n = sources.l10n;
    const { dynamicRegistration, relativePatternSupport } = workspace?.didChangeWatchedFiles ?? {};
    this.canWatch = dynamicRegistration === true && relativePatternSupport === true;
    const path: unknown = (options as { readonly importedCatalog?: unknown } | null | undefined)?.importedCatalog;
    this.importedPath = typeof path === 'string' ? path : '';
  }

  /** The catalog in a language. Files are read when it is first asked for, so that they cost no start time. */
  get(language: DisplayLanguage): Catalog {
    let catalog = this.built.get(language);
    if (!catalog) {
      this.imported ??= this.readImported();
      catalog = new Catalog([...this.imported, ...this.sources.builtinFiles(language), ...this.own]);
      this.built.set(language, catalog);
    }
    return catalog;
  }

  /** The imported file has been written anew. */
  importedChanged(): void {
    this.imported = undefined;
    this.built.clear();
  }

  /** Reads the user's files again. Says whether anything may be known now that was not, or no longer. */
  async read(paths: readonly string[], folders: readonly string[]): Promise<boolean> {
    const reading = ++this.readings;
    if (!this.access || (paths.length === 0 && this.problems.size === 0)) {
      return false;
    }
    const files: CatalogFile[] = [];
    const places: LocatedFile[] = [];
    const problems = new Map<string, Diagnostic[]>();
    for (const path of paths.slice(0, maxFiles)) {
      const candidates = this.access.places(path, folders);
      places.push(...candidates);
      const file = await this.access.locate(candidates);
      if (file) {
        problems.set(file.uri, await this.readFile(this.access, file, files));
      } else {
        this.tellMissing(path);
      }
    }
    if (reading !== this.readings) {
      return false;
    }
    this.own = files;
    this.built.clear();
    this.publish(problems);
    this.watch(places);
    return true;
  }

  /** What is wrong with a catalog file, for whoever publishes other findings of the same document. */
  problemsOf(uri: string): readonly Diagnostic[] {
    return this.problems.get(uri) ?? [];
  }

  /** We have written it ourselves; what is no longer as it was is left alone until the next import. */
  private readImported(): CatalogFile[] {
    const text = this.importedPath === '' ? undefined : this.access?.readNow(this.importedPath);
    try {
      const data = JSON.parse(text ?? '{}') as CatalogData;
      return data.products ? [{ scope: 'product', data: { schemaVersion: 1, products: data.products } }] : [];
    } catch {
      this.connection.console.error('catalogs: the imported error codes cannot be read; import them again.');
      return [];
    }
  }

  private async readFile(
    access: CatalogAccess,
    { path, uri }: LocatedFile,
    files: CatalogFile[],
  ): Promise<Diagnostic[]> {
    let text: string;
    try {
      text = await access.read(path);
    } catch {
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
    const document = new ChunkedText(uri, 'json', 0, text);
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

  /** Has the client tell when one of the files changes, comes or goes, also of those that are not there now. */
  private watch(files: readonly LocatedFile[]): void {
    const watched = files.map(({ uri }) => uri).join(' ');
    if (!this.canWatch || watched === this.watched) {
      return;
    }
    this.watched = watched;
    this.watcher?.dispose();
    this.watcher = undefined;
    if (files.length === 0) {
      return;
    }
    const watchers = files.map(({ uri }) => {
      const end = uri.lastIndexOf('/');
      // A name may have what a pattern reads otherwise.
      const pattern = decodeURIComponent(uri.slice(end + 1)).replace(/[*{}[\]]/g, '?');
      return { globPattern: { baseUri: uri.slice(0, end), pattern } };
    });
    void this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .then((watcher) => {
        // Other files may have been named while the client made up its mind.
        if (watched === this.watched) {
          this.watcher = watcher;
        } else {
          watcher.dispose();
        }
      })
      .catch(() => this.connection.console.error('catalogs: the client refused to watch them.'));
  }

  private tellMissing(path: string): void {
    if (!this.missing.has(path)) {
      this.missing.add(path);
      void this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: this.l10n.t(
          'apiResponse.catalogs: there is no file "{0}" in the workspace. Correct the setting.',
          path,
        ),
      });
    }
  }
}

function problem(range: Diagnostic['range'], message: string): Diagnostic {
  return { range, severity: DiagnosticSeverity.Error, source: 'api-response', code: 'invalid-catalog', message };
}
