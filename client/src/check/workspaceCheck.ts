import {
  Disposable,
  EventEmitter,
  languages,
  TabInputText,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type FileSystemWatcher,
  type Tab,
} from 'vscode';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import {
  checkRequest,
  type CheckParams,
  type CheckResult,
  type FailureSummary,
} from '../../../server/src/lsp/protocol';
import { IgnoredFiles } from './gitignore';

/** The kinds of files that are checked, as on the command line. */
const checkedFiles = '**/*.{json,jsonc,jsonl,ndjson,har,http,log}';

/** Files that are read while others are checked. */
const atOnce = 4;

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

/** What a check came to, or had come to when it was cancelled. */
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
 * The last check of all files of the workspace. Findings are listed as problems as they come; of documents in tabs the
 * language server itself lists them. Files that change or go afterwards are kept up to date.
 */
export class WorkspaceCheck implements Disposable {
  private readonly files = new Map<string, CheckedFile>();
  private readonly problems = languages.createDiagnosticCollection('api-response');
  private readonly changes = new EventEmitter<void>();
  private readonly subscriptions: Disposable;
  private watcher: FileSystemWatcher | undefined;

  /** Fires when the failures have changed. */
  readonly onDidChange = this.changes.event;

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

  /** All failures that are known, newest first. */
  failures(): FoundFailure[] {
    const failures = [...this.files].flatMap(([address, { changed, result }]) => {
      const uri = Uri.parse(address, true);
      return result.failures.map((failure) => ({ ...failure, uri, changed }));
    });
    return failures.sort(newestFirst);
  }

  /** Checks all files anew; `report` is told after each how many there are. */
  async run(token: CancellationToken, report: (total: number) => void): Promise<CheckSummary> {
    this.files.clear();
    this.problems.clear();
    this.changes.fire();
    this.watcher ??= this.watch();
    const waiting = await filesToCheck(token);
    const total = waiting.length;
    const missed = { tooLarge: 0, unreadable: 0 };
    const work = async (): Promise<void> => {
      for (let uri = waiting.pop(); uri && !token.isCancellationRequested; uri = waiting.pop()) {
        const problem = await this.check(uri);
        if (problem) {
          missed[problem]++;
        }
        report(total);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    this.changes.fire();
    const results = [...this.files.values()].map(({ result }) => result);
    const sum = (of: (result: CheckResult) => number): number => results.reduce((all, each) => all + of(each), 0);
    return {
      ...missed,
      total,
      checked: results.length,
      responses: sum(({ responses }) => responses),
      failures: sum(({ failures }) => failures.length),
      findings: sum(({ diagnostics }) => diagnostics.length),
    };
  }

  dispose(): void {
    this.watcher?.dispose();
    this.subscriptions.dispose();
  }

  /** Checks a file; says why where it could not be. */
  private async check(uri: Uri): Promise<'tooLarge' | 'unreadable' | undefined> {
    let text: string;
    let changed: number;
    try {
      const { mtime, size } = await workspace.fs.stat(uri);
      if (size > mostBytes(uri)) {
        return 'tooLarge';
      }
      changed = mtime;
      text = unsavedText(uri) ?? new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch {
      return 'unreadable';
    }
    const params: CheckParams = { uri: uri.toString(), text };
    const result = await this.client.sendRequest<CheckResult>(checkRequest, params);
    this.files.set(uri.toString(), { changed, result });
    if (!isInTab(uri)) {
      this.problems.set(uri, await this.client.asDiagnostics(result.diagnostics));
    }
    return undefined;
  }

  private watch(): FileSystemWatcher {
    const watcher = workspace.createFileSystemWatcher(checkedFiles, true);
    watcher.onDidChange((uri) => this.recheck(uri));
    watcher.onDidDelete((uri) => {
      if (this.files.delete(uri.toString())) {
        this.problems.delete(uri);
        this.changes.fire();
      }
    });
    return watcher;
  }

  /** Checks a file again, if it was one of those that were checked. */
  private recheck(uri: Uri): void {
    if (this.files.has(uri.toString())) {
      void this.check(uri).then(
        () => this.changes.fire(),
        (error: unknown) => this.client.output.error('A file that has changed could not be checked.', error),
      );
    }
  }
}

function newestFirst(one: FoundFailure, other: FoundFailure): number {
  return (
    other.changed - one.changed ||
    one.uri.path.localeCompare(other.uri.path) ||
    // What stands further down in a file happened later.
    other.range.start.line - one.range.start.line ||
    other.range.start.character - one.range.start.character
  );
}

/** All files of the workspace that are checked: not those of `files.exclude` and `.gitignore`. */
async function filesToCheck(token: CancellationToken): Promise<Uri[]> {
  const folders = await Promise.all((workspace.workspaceFolders ?? []).map((folder) => IgnoredFiles.of(folder)));
  const found = await workspace.findFiles(checkedFiles, '**/node_modules/**', undefined, token);
  // The last is checked first.
  return found.filter((uri) => !folders.some((ignored) => ignored.has(uri))).sort(byAddress);
}

function byAddress(one: Uri, other: Uri): number {
  return one.toString() < other.toString() ? 1 : -1;
}

function unsavedText(uri: Uri): string | undefined {
  return workspace.textDocuments.find((each) => each.isDirty && each.uri.toString() === uri.toString())?.getText();
}

/** Of what is in a tab the language server lists the findings; documents themselves stay open long after their tab. */
function isInTab(uri: Uri): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.flatMap(uriOf).some((each) => each.toString() === uri.toString()),
  );
}

function uriOf({ input }: Tab): Uri[] {
  return input instanceof TabInputText ? [input.uri] : [];
}

function mostBytes(uri: Uri): number {
  return 1e6 * workspace.getConfiguration('apiResponse', uri).get('maxFileSize', 20);
}
