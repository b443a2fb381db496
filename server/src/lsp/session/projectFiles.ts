import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type Diagnostic,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { isProjectFile, projectFileName, type Localizer } from '../../service';
import type { ClientOptions } from '../protocol';
import { watcherFor } from './catalogs';
import type { Client } from './client';
import { textsFor } from './encodedText';
import { FileProblems } from './fileProblems';
import { readProject, type Project } from './project';
import type { ProjectFileAccess } from './projectFileAccess';
import { uriKey } from './uriKey';
import type { WorkspaceFolders } from './workspaceFolders';

/** Where project files come from, and the language of messages about them. */
export interface ProjectSources {
  readonly access: ProjectFileAccess;
  readonly folders: WorkspaceFolders;
  readonly l10n: Localizer;
}

/**
 * The project files: of those in the folders around a document, up to its workspace folder, the nearest one counts. Each
 * folder is looked at once, and again after a change.
 */
export class ProjectFiles {
  private found = new Map<string, Promise<Project | undefined>>();
  /** All folders around those that were looked at, themselves included. */
  private folders = new Set<string>();
  private readonly problems: FileProblems;
  /** The keys of all catalogs that projects have named. */
  private readonly catalogs = new Set<string>();
  private readonly canWatch: boolean;
  private readonly canWatchCatalogs: boolean;
  /** The client itself reports what a schema can say of a project file. */
  private readonly hasSchema: boolean;
  private readonly createText: ReturnType<typeof textsFor>;

  constructor(
    private readonly connection: Connection,
    private readonly sources: ProjectSources,
    { capabilities, initializationOptions }: Client,
  ) {
    this.problems = new FileProblems(connection);
    this.createText = textsFor(capabilities);
    const { dynamicRegistration, relativePatternSupport } = capabilities.workspace?.didChangeWatchedFiles ?? {};
    this.canWatch = dynamicRegistration === true;
    this.canWatchCatalogs = this.canWatch && relativePatternSupport === true;
    const { projectFileSchema } = (initializationOptions ?? {}) as ClientOptions;
    this.hasSchema = projectFileSchema === true;
  }

  /**
   * Call once the client may be asked for something. If a folder is made or removed together with its files, editors may
   * report the folder alone, so folders are watched too.
   */
  watch(): void {
    if (this.canWatch) {
      const made = { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete };
      this.register({ globPattern: `**/${projectFileName}`, kind: WatchKind.Change }, made);
    }
  }

  /** The project of a document. What is not a file, or no document at all, belongs to the first workspace folder. */
  of(uri: unknown): Promise<Project | undefined> {
    const { folders } = this.sources;
    if (typeof uri !== 'string') {
      return Promise.resolve(undefined);
    }
    const isPlaced = uri !== '' && !uri.startsWith('untitled:');
    const key = uriKey(uri);
    const root = isPlaced ? folders.around(key) : folders.uris[0];
    return root === undefined ? Promise.resolve(undefined) : this.in(isPlaced ? folderOf(key) : root, root);
  }

  /** What is wrong with a file, to be published with other diagnostics of the same document. */
  problemsOf(uri: string): readonly Diagnostic[] {
    return this.problems.of(uri);
  }

  /** Whether it matters that a file or folder has changed: a project file, a catalog of one, a folder that was looked at. */
  concerns(uri: unknown): uri is string {
    if (typeof uri !== 'string') {
      return false;
    }
    const key = uriKey(uri);
    return isProjectFile(uri) || this.catalogs.has(key) || this.folders.has(`${key}/`);
  }

  /** Forgets what was read. Of what has changed and what was found wrong, the problems are published again. */
  async renew(changed: readonly string[]): Promise<void> {
    this.found = new Map();
    this.folders = new Set();
    const files = [...this.problems.sources(), ...changed.filter(isProjectFile).map(uriKey)];
    await Promise.all([...new Set(files)].map((file) => this.publishAgain(file)));
  }

  private async publishAgain(file: string): Promise<void> {
    const project = await this.of(file);
    if (project?.folder !== folderOf(file)) {
      this.problems.replace(file, new Map());
    }
  }

  /** The project that holds in a folder. */
  private in(folder: string, root: string): Promise<Project | undefined> {
    let project = this.found.get(folder);
    if (!project) {
      project = this.read(folder).then((own) => own ?? (folder === root ? undefined : this.in(parentOf(folder), root)));
      this.found.set(folder, project);
      for (let each = folder; each.length > root.length; each = parentOf(each)) {
        this.folders.add(each);
      }
    }
    return project;
  }

  private async read(folder: string): Promise<Project | undefined> {
    const { access, l10n } = this.sources;
    const { createText, found } = this;
    const project = await readProject(folder, {
      access,
      l10n,
      createText,
      isShown: ({ beyondSchema }) => beyondSchema === true || !this.hasSchema,
      onProblems: (problems) => {
        // Unless all is being read again.
        if (found === this.found) {
          this.problems.replace(folder + projectFileName, problems);
        }
      },
    });
    project?.catalogUris.forEach((uri) => this.addCatalog(uri));
    return project;
  }

  private addCatalog(uri: string): void {
    if (!this.catalogs.has(uri)) {
      this.catalogs.add(uri);
      if (this.canWatchCatalogs) {
        this.register(watcherFor(uri));
      }
    }
  }

  private register(...watchers: readonly FileSystemWatcher[]): void {
    this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [...watchers] })
      .catch(() => this.connection.console.error('project files: the client rejected the file watcher.'));
  }
}

/** The folder of a file, with a trailing slash. */
function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

function parentOf(folder: string): string {
  return folderOf(folder.slice(0, -1));
}
