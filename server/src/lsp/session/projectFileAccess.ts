import { readRegularFile } from '../../files/regularFile';
import { pathOf } from './catalogAccess';

/** Files as project files need them. */
export interface ProjectFileAccess {
  /**
   * The text of a file; undefined if there is none, or none that can be reached. Rejects if there is one that cannot be
   * read, is over 5 MB, or is not in the folder once links are followed.
   */
  read(uri: string, folder: string): Promise<string | undefined>;
}

const maxBytes = 5_000_000;

/** The file system of this machine. */
export const projectFileAccess: ProjectFileAccess = {
  async read(uri, folder) {
    const [path, within] = [uri, folder].map(pathOf);
    if (path === undefined || within === undefined) {
      return undefined;
    }
    try {
      const text = await readRegularFile(path, { maxBytes, within });
      return text.startsWith('\ufeff') ? text.slice(1) : text;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') {
        return undefined;
      }
      throw error;
    }
  },
};
