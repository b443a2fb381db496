import { Disposable, Uri, workspace } from 'vscode';
import { checkedFilesGlob, isCheckedFile } from './checkedFiles';

/** The files that are known, as URIs in text, and who wants to know what becomes of them. */
export interface FollowedFiles {
  known(): Iterable<string>;
  changed(file: string): void;
  gone(files: readonly string[]): void;
  /** Called after `gone`: where they are now. */
  moved(uris: readonly Uri[]): void;
}

/** Follows known files that change, are deleted, or are moved in VS Code, alone or with a folder around them. */
export class FileFollower implements Disposable {
  private readonly subscriptions: Disposable;
  /** Files and folders that were deleted, and are about to be reported. */
  private readonly deleted = new Set<string>();
  /** The known files of what is about to be moved. A watcher may say first that they went. */
  private readonly moving = new Map<string, readonly string[]>();

  constructor(private readonly files: FollowedFiles) {
    const changes = workspace.createFileSystemWatcher(checkedFilesGlob, true, false, true);
    // A folder that goes is reported without its files.
    const deletions = workspace.createFileSystemWatcher('**', true, true, false);
    this.subscriptions = Disposable.from(
      changes,
      deletions,
      changes.onDidChange((uri) => files.changed(uri.toString())),
      deletions.onDidDelete((uri) => this.reportSoon(uri)),
      workspace.onWillRenameFiles((event) =>
        event.files.forEach(({ oldUri }) => this.moving.set(oldUri.toString(), this.within(oldUri))),
      ),
      workspace.onDidRenameFiles((event) => event.files.forEach(({ oldUri, newUri }) => this.move(oldUri, newUri))),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Many files may go at once, such as those of `node_modules`. */
  private reportSoon(uri: Uri): void {
    if (this.deleted.size === 0) {
      queueMicrotask(() => {
        this.files.gone(filesWithin(this.files.known(), this.deleted));
        this.deleted.clear();
      });
    }
    this.deleted.add(uri.toString());
  }

  private move(from: Uri, to: Uri): void {
    const old = this.moving.get(from.toString()) ?? this.within(from);
    this.moving.delete(from.toString());
    this.files.gone(old);
    const moved = old
      .map((file) => Uri.parse(file, true))
      .map((uri) => uri.with({ path: to.path + uri.path.slice(from.path.length) }))
      .filter(isCheckedFile);
    this.files.moved(moved);
  }

  /** The known files at a place, or in a folder there. */
  private within(place: Uri): string[] {
    return filesWithin(this.files.known(), new Set([place.toString()]));
  }
}

/** Those of the files that are at one of the places, or in a folder there. All are URIs as text. */
function filesWithin(files: Iterable<string>, places: ReadonlySet<string>): string[] {
  return [...files].filter((file) => {
    for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1)) {
      if (places.has(file.slice(0, end))) {
        return true;
      }
    }
    return false;
  });
}
