import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isWithin, readRegularFile, UnsuitableFileError } from '../../files/regularFile';
import type { Localizer } from '../../service';
import { reasonOf } from '../input/files';
import { UsageError } from '../usage/exit';

/** As in the editor, unless the user sets another size there. */
const maxMegabytes = 20;

/** A file that the client allows to read. */
export interface ClientFile {
  /** Its path in the folder that the client announced. */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a file that a model names by a path or a `file:` URI. Throws a `UsageError` if it is not in one of the folders, links
 * resolved. Nothing is said of other files, not even whether they exist.
 */
export async function readClientFile(file: string, roots: readonly string[], l10n: Localizer): Promise<ClientFile> {
  let reason: string | undefined;
  for (const root of roots) {
    const path = pathIn(root, file);
    for (const folder of path === undefined ? [] : [root, await realpath(root).catch(() => root)]) {
      if (path !== undefined && isWithin(path, folder)) {
        try {
          const text = await readRegularFile(path, { maxBytes: maxMegabytes * 1e6, within: folder });
          return { name: relative(folder, path), text };
        } catch (error) {
          reason ??= reasonFor(error, l10n);
        }
      }
    }
  }
  throw new UsageError(
    reason === undefined
      ? l10n.t('{0} is not in a folder that the client allows to read. Pass its text.', file)
      : l10n.t('cannot read {0}: {1}.', file, reason),
  );
}

/** The path that a name stands for, if it is relative in this folder; undefined if it is the URI of something else. */
function pathIn(root: string, file: string): string | undefined {
  if (/^file:/i.test(file)) {
    try {
      return fileURLToPath(file);
    } catch {
      return undefined;
    }
  }
  return isAbsolute(file) ? resolve(file) : join(root, file);
}

function reasonFor(error: unknown, l10n: Localizer): string {
  if (!(error instanceof UnsuitableFileError)) {
    return reasonOf(error, l10n);
  }
  switch (error.reason) {
    case 'outside':
      return l10n.t('a link leads out of the folder');
    case 'not-regular':
      return l10n.t('it is not a regular file');
    case 'too-large':
      return l10n.t('it is over {0} MB', maxMegabytes);
  }
}
