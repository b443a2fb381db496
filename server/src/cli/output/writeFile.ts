import { lstatSync } from 'node:fs';
import { isImported, writeAtomically } from '../../sdk/importedFile';
import type { Localizer } from '../../service';
import { reasonOf } from '../input/files';
import { UsageError } from '../usage/exit';

/** A file to write. */
export interface Target {
  readonly path: string;
  /** What may be there and is replaced: any regular file, or only an earlier import that nobody changed. */
  readonly replaces: 'file' | 'import';
}

/** Writes a file as a whole or not at all. The content is not asked for if the file cannot be written. */
export async function writeFile(
  target: Target,
  content: string | AsyncIterable<string>,
  l10n: Localizer,
): Promise<void> {
  const { path } = target;
  try {
    if (!(await isReplaceable(target))) {
      throw new UsageError(
        target.replaces === 'import'
          ? l10n.t('{0} exists and is not an unchanged import; remove it, or choose another file.', path)
          : l10n.t('{0} exists and is not a regular file; choose another file.', path),
      );
    }
    await writeAtomically(path, content);
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(l10n.t('cannot write {0}: {1}.', path, reasonOf(error, l10n)));
  }
}

/** Whether there is nothing at a path, or what may be replaced: never a folder, a device or a link. */
async function isReplaceable({ path, replaces }: Target): Promise<boolean> {
  return replaces === 'import'
    ? (await isImported(path)) !== false
    : lstatSync(path, { throwIfNoEntry: false })?.isFile() !== false;
}
