import { isImported, writeAtomically } from '../../sdk/importedFile';
import type { Localizer } from '../../service';
import { reasonOf } from '../input/files';
import { UsageError } from '../usage/exit';

/** A file to write. */
export interface Target {
  readonly path: string;
  /** Whether an earlier import that nobody changed may be replaced; no other file is. */
  readonly replacesImport: boolean;
}

/** Writes a file as a whole or not at all. The content is not asked for if the file cannot be written. */
export async function writeFile(
  { path, replacesImport }: Target,
  content: string | AsyncIterable<string>,
  l10n: Localizer,
): Promise<void> {
  try {
    const isImport = await isImported(path);
    if (isImport !== undefined && !(isImport && replacesImport)) {
      throw new UsageError(
        replacesImport
          ? l10n.t('{0} exists and is not an unchanged import; remove it, or choose another file.', path)
          : l10n.t('{0} exists; remove it, or choose another file.', path),
      );
    }
    await writeAtomically(path, content);
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(l10n.t('cannot write {0}: {1}.', path, reasonOf(error, l10n)));
  }
}
