import type { Localizer } from '../base/localizer';
import type { FileProblem } from '../base/treeReader';
import { readCatalog, type ReadCatalog } from '../catalog/readCatalog';
import type { ProjectPath, ProjectSettings } from './projectSettings';

/**
 * Reads a file by its names below the folder of the project file. Resolves to undefined if there is none; rejects if it
 * cannot be read, is over 5 MB, or is elsewhere once links are followed.
 */
export type ReadFile = (names: readonly string[]) => Promise<string | undefined>;

/** A catalog that a project file names, or what is wrong with its name there. */
export type ProjectCatalog =
  (ReadCatalog & { readonly names: readonly string[]; readonly text: string }) | { readonly problem: FileProblem };

/** Reads the catalogs that a project file names, in their order, one at a time. */
export async function* readProjectCatalogs(
  { catalogs = [] }: ProjectSettings,
  read: ReadFile,
  l10n: Localizer,
): AsyncGenerator<ProjectCatalog, void, undefined> {
  for (const path of catalogs) {
    yield await readProjectCatalog(path, read, l10n);
  }
}

async function readProjectCatalog(
  { names, span }: ProjectPath,
  read: ReadFile,
  l10n: Localizer,
): Promise<ProjectCatalog> {
  let text: string | undefined;
  try {
    text = await read(names);
  } catch {
    const message = l10n.t(
      'This catalog cannot be read. It must be a file of up to 5 MB, and not a link to another place.',
    );
    return { problem: { span, message } };
  }
  return text === undefined
    ? { problem: { span, message: l10n.t('There is no file "{0}".', names.join('/')) } }
    : { names, text, ...readCatalog(text, l10n) };
}
