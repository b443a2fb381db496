import { readRegularFileIfAny } from '../../files/regularFile';
import type { ReadFile } from './clientFiles';
import { isOnDisk, pathOf } from './diskCatalogs';
import type { ProjectFileAccess } from './projectFileAccess';

const maxBytes = 5_000_000;

/** The file system of this machine, and `read` for folders elsewhere. */
export function diskProjectFiles(read?: ReadFile): ProjectFileAccess {
  return {
    async read(uri, folder) {
      if (!isOnDisk(uri)) {
        return read?.(uri);
      }
      const [path, within] = [uri, folder].map(pathOf);
      return path === undefined || within === undefined ? undefined : readRegularFileIfAny(path, { maxBytes, within });
    },
  };
}
