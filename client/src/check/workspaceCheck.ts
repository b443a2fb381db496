import {
  Disposable,
  EventEmitter,
  languages,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type FileSystemWatcher,
  type Tab,
} from 'vscode';
import {
  checkRequest,
  type CheckParams,
  type CheckResult,
  type FailureSummary,
} from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { checkedFilesGlob, findCheckedFiles, readCheckedFile } from './checkedFiles';

const maxConcurrentChecks = 4;

/** A failure, and where it is. */
export interface FoundFailure extends FailureSummary {
  readonly uri: Uri;
  /** When its file was last changed, in milliseconds since 1970 UTC. */
  readonly changed: number;
}

interface CheckedFile {
  readonly changed: number;
  readonly result: CheckResult;
}

/** The result of a check, as far as it got if it was cancelled. */
export interface CheckSummary {
  readonly total: number;
  readonly checked: number;
  readonly tooLarge: number;
  readonly unreadable: number;
  readonly responses: number;
  readonly failures: number;
  readonly findings: number;
}

/**
 * Checks all files of the workspace and lists the findings as problems, except for those of documents in tabs, which the
 * language server lists. After the first check, files that were checked are checked again when they change.
 */
export class WorkspaceCheck implements Disposable {
  private readonly files = new Map<string, CheckedFile>();
  private readonly problems = languages.createDiagnosticCollection('api-response');
  private readonly changes = new EventEmitter<void>();
  private readonly subscriptions: Disposable;
  private watcher: FileSystemWatcher | undefined;

  readonly onDidChangeFailures = this.changes.event;

  constructor(private readonly client: LazyLanguageClient) {
    this.subscriptions = Disposable.from(
      this.problems,
      this.changes,
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        opened.flatMap(uriOf).forEach((uri) => this.problems.delete(uri));
        closed.flatMap(uriOf).forEach((uri) => this.recheck(uri));
      }),
    );
  }

  /** All known failures, newest first. */
  failures(): FoundFailure[] {
    const failures = [...this.files].flatMap(([key, { changed, result }]) => {
      const uri = Uri.parse(key, true);
      return result.failures.map((failure) => ({ ...failure, uri, changed }));
    });
    return failures.sort(compareNewestFirst);
  }

  /** Checks all files. Calls `onFileChecked` with the total number of files after each one. */
  async run(token: CancellationToken, onFileChecked: (total: number) => void): Promise<CheckSummary> {
    this.files.clear();
    this.problems.clear();
    this.changes.fire();
    this.watcher ??= this.watch();
    const uris = await findCheckedFiles(token);
    const total = uris.length;
    const skipped = { tooLarge: 0, unreadable: 0 };
    const queue = uris.values();
    const work = async (): Promise<void> => {
      for (const uri of queue) {
        if (token.isCancellationRequested) {
          break;
        }
        const outcome = await this.check(uri);
        if (outcome !== 'checked') {
          skipped[outcome]++;
        }
        onFileChecked(total);
      }
    };
    await Promise.all(Array.from({ length: maxConcurrentChecks }, work));
    this.changes.fire();
    return { total, ...skipped, ...this.summarize() };
  }

  dispose(): void {
    this.watcher?.dispose();
    this.subscriptions.dispose();
  }

  private summarize(): Pick<CheckSummary, 'checked' | 'responses' | 'failures' | 'findings'> {
    const results = [...this.files.values()].map(({ result }) => result);
    const sum = (of: (result: CheckResult) => number): number => results.reduce((all, each) => all + of(each), 0);
    return {
      checked: results.length,
      responses: sum(({ responses }) => responses),
      failures: sum(({ failures }) => failures.length),
      findings: sum(({ diagnostics }) => diagnostics.length),
    };
  }

  private async check(uri: Uri): Promise<'checked' | 'tooLarge' | 'unreadable'> {
    const file = await readCheckedFile(uri);
    if (typeof file === 'string') {
      return file;
    }
    const { text, changed } = file;
    const params: CheckParams = { uri: uri.toString(), text };
    const result = await this.client.sendRequest<CheckResult>(checkRequest, params);
    this.files.set(uri.toString(), { changed, result });
    if (!isShown(uri)) {
      this.problems.set(uri, await this.client.asDiagnostics(result.diagnostics));
    }
    return 'checked';
  }

  private watch(): FileSystemWatcher {
    const watcher = workspace.createFileSystemWatcher(checkedFilesGlob, true);
    watcher.onDidChange((uri) => this.recheck(uri));
    watcher.onDidDelete((uri) => {
      if (this.files.delete(uri.toString())) {
        this.problems.delete(uri);
        this.changes.fire();
      }
    });
    return watcher;
  }

  private recheck(uri: Uri): void {
    if (this.files.has(uri.toString())) {
      void this.check(uri).then(
        () => this.changes.fire(),
        (error: unknown) => this.client.output.error('Failed to check a changed file.', error),
      );
    }
  }
}

function compareNewestFirst(a: FoundFailure, b: FoundFailure): number {
  return (
    b.changed - a.changed ||
    a.uri.path.localeCompare(b.uri.path) ||
    // Further down in a file is newer.
    b.range.start.line - a.range.start.line ||
    b.range.start.character - a.range.start.character
  );
}

/** Whether the server lists the findings of a document: it does for those in tabs and in editors without a tab. */
function isShown(uri: Uri): boolean {
  const inTabs = window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(uriOf));
  const inEditors = window.visibleTextEditors.map(({ document }) => document.uri);
  return [...inTabs, ...inEditors].some((each) => each.toString() === uri.toString());
}

function uriOf({ input }: Tab): Uri[] {
  if (input instanceof TabInputTextDiff) {
    return [input.modified];
  }
  return input instanceof TabInputText || input instanceof TabInputCustom ? [input.uri] : [];
}
