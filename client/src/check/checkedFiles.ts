import { workspace, type Uri } from 'vscode';
import { checkedExtensions, isProjectFile } from '../../../server/src/lsp/protocol';

/** The files that are checked, of the same kinds as on the command line. */
export const checkedFilesGlob = `**/*{${checkedExtensions.join(',')}}`;

/** The text of a file, and when the file was last changed. */
export interface FileText {
  readonly text: string;
  /** In milliseconds since 1970 UTC. */
  readonly changed: number;
}

/** Whether a file is of a kind that is checked. */
export function isCheckedFile({ path }: Pick<Uri, 'path'>): boolean {
  return checkedExtensions.some((extension) => path.endsWith(extension)) && !isProjectFile(path);
}

/** Reads a file to check, with its unsaved changes. Returns the reason if it cannot be checked. */
export async function readCheckedFile(uri: Uri): Promise<FileText | 'tooLarge' | 'unreadable'> {
  try {
    const { mtime, size } = await workspace.fs.stat(uri);
    if (size > maxBytes(uri)) {
      return 'tooLarge';
    }
    const text = unsavedText(uri) ?? new TextDecoder().decode(await workspace.fs.readFile(uri));
    return { text, changed: mtime };
  } catch {
    return 'unreadable';
  }
}

function unsavedText(uri: Uri): string | undefined {
  return workspace.textDocuments.find((each) => each.isDirty && each.uri.toString() === uri.toString())?.getText();
}

function maxBytes(uri: Uri): number {
  return 1e6 * workspace.getConfiguration('apiResponse', uri).get('maxFileSize', 20);
}
