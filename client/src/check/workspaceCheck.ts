import {
  Disposable,
  EventEmitter,
  languages,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  type CancellationToken,
  type Tab,
} from 'vscode';
import {
  checkRequest,
  type CheckParams,
  type CheckResult,
  type FailureSummary,
} from '../../../server/src/lsp/protocol';
import type { LazyLanguageClient } from '../client/lazyLanguageClient';
import { readCheckedFile } from './checkedFiles';
import { FileFollower } from './fileFollower';
import { findCheckedFiles } from './findCheckedFiles';

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
  /** Files with too many responses. */
  readonly tooMany: number;
  readonly unreadable: number;
  readonly responses: number;
  readonly failures: number;
  readonly findings: number;
  /** False if there were more folders, or deeper ones, than are searched. */
  readonly isComplete: boolean;
}

/**
 * Checks all files of the workspace and lists the findings as problems, except for those of documents in tabs, which the
 * language server lists. After the first check, files that were checked are checked again when they, the settings or the
 * catalogs change, and followed when they are moved.
 */
export class WorkspaceCheck implements Disposable {
  private readonly files = new Map<string, CheckedFile>();
  private readonly problems = languages.createDiagnosticCollection('api-response');
  private readonly changes = new EventEmitter<void>();
  private readonly subscriptions: Disposable;
  private follower: FileFollower | undefined;
  private refreshes = 0;

  readonly onDidChangeFailures = this.changes.event;

  constructor(private readonly client: LazyLanguageClient) {
    this.subscriptions = Disposable.from(
      this.problems,
      this.changes,
      client.onDidRefresh(() => this.checkAllAgain()),
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        opened.flatMap(uriOf).forEach((uri) => this.problems.delete(uri));
        this.checkAgain(closed.flatMap(uriOf).map(String));
      }),
    );
  }

  /** All known failures, newest first. */
  failures(): FoundFailure[] {
    return this.list(({ failures }) => failures);
  }

  /** All known failures of items inside of responses, newest first. */
  itemFailures(): FoundFailure[] {
    return this.list(({ itemFailures }) => itemFailures);
  }

  /** Checks all files. Calls `onFileChecked` with the total number of files after each one. */
  async run(token: CancellationToken, onFileChecked: (total: number) => void): Promise<CheckSummary> {
    this.files.clear();
    this.problems.clear();
    this.changes.fire();
    this.follower ??= this.follow();
    const { uris, isComplete } = await findCheckedFiles(token);
    const total = uris.length;
    const skipped = { tooLarge: 0, tooMany: 0, unreadable: 0 };
    await forEachConcurrently(uris, async (uri) => {
      if (token.isCancellationRequested) {
        return;
      }
      const outcome = await this.check(uri);
      if (outcome !== 'checked') {
        skipped[outcome]++;
      }
      onFileChecked(total);
    });
    this.changes.fire();
    return { total, isComplete, ...skipped, ...this.summarize() };
  }

  dispose(): void {
    this.follower?.dispose();
    this.subscriptions.dispose();
  }

  private list(failuresOf: (result: CheckResult) => readonly FailureSummary[]): FoundFailure[] {
    const failures = [...this.files].flatMap(([key, { changed, result }]) => {
      const uri = Uri.parse(key, true);
      return failuresOf(result).map((failure) => ({ ...failure, uri, changed }));
    });
    return failures.sort(compareNewestFirst);
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

  private async check(uri: Uri): Promise<'checked' | 'tooLarge' | 'tooMany' | 'unreadable'> {
    const file = await readCheckedFile(uri);
    if (typeof file === 'string') {
      this.forget([uri.toString()]);
      return file;
    }
    const { text, changed } = file;
    const params: CheckParams = { uri: uri.toString(), text };
    const result = await this.client.sendRequest<CheckResult>(checkRequest, params);
    if (result.tooLarge) {
      this.forget([uri.toString()]);
      return result.tooLarge === 'size' ? 'tooLarge' : 'tooMany';
    }
    this.files.set(uri.toString(), { changed, result });
    if (!isShown(uri)) {
      this.problems.set(uri, await this.client.asDiagnostics(result.diagnostics));
    }
    return 'checked';
  }

  private follow(): FileFollower {
    return new FileFollower({
      known: () => this.files.keys(),
      changed: (file) => this.checkAgain([file]),
      gone: (files) => this.forget(files),
      moved: (uris) => this.checkEach(uris, () => true),
    });
  }

  private forget(keys: readonly string[]): void {
    const known = keys.filter((key) => this.files.delete(key));
    known.forEach((key) => this.problems.delete(Uri.parse(key, true)));
    if (known.length > 0) {
      this.changes.fire();
    }
  }

  /** Checks all known files again, since settings or catalogs changed. The next time this starts over. */
  private checkAllAgain(): void {
    const refresh = ++this.refreshes;
    const uris = [...this.files.keys()].map((key) => Uri.parse(key, true));
    this.checkEach(uris, () => refresh === this.refreshes);
  }

  private checkAgain(keys: readonly string[]): void {
    const known = keys.filter((key) => this.files.has(key)).map((key) => Uri.parse(key, true));
    this.checkEach(known, () => true);
  }

  private checkEach(uris: readonly Uri[], isWanted: () => boolean): void {
    if (uris.length > 0) {
      forEachConcurrently(uris, async (uri) => isWanted() && this.check(uri)).then(
        () => this.changes.fire(),
        (error: unknown) => this.client.output.error('Failed to check a changed file.', error),
      );
    }
  }
}

/** Does work for each item, for several at a time. */
async function forEachConcurrently<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  const workThrough = async (): Promise<void> => {
    for (const item of queue) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: maxConcurrentChecks }, workThrough));
}

function compareNewestFirst(a: FoundFailure, b: FoundFailure): number {
  return (
    b.changed - a.changed ||
    a.uri.path.localeCompare(b.uri.path, 'en') ||
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
