import { mkdtempSync, openSync, closeSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder among those for temporary files, by its real path: that of macOS leads through a link. */
export function temporaryFolder(prefix = 'api-response-'): string {
  return realpathSync.native(mkdtempSync(join(tmpdir(), prefix)));
}

/** Whether a file can be read by whoever runs the tests. The superuser and Windows know no file that cannot. */
export function isReadable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r'));
    return true;
  } catch {
    return false;
  }
}

/** On Windows only some users may make symbolic links. */
function canMakeLinks(): boolean {
  const folder = temporaryFolder();
  try {
    symlinkSync('target', join(folder, 'link'));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** For tests that make symbolic links. */
export const itWithLinks = canMakeLinks() ? it : it.skip;

/** For tests whose files have names that Windows forbids. */
export const itWithAnyNames = process.platform === 'win32' ? it.skip : it;
