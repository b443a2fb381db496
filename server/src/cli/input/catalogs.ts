import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtinCatalog, builtinNames, readBuiltinFiles } from '../../data/builtinData';
import { readRegularFile, UnsuitableFileError } from '../../files/regularFile';
import { Catalog, readCatalog, type CatalogFile, type DisplayLanguage, type Localizer } from '../../service';
import { UsageError } from '../usage/exit';
import { reasonOf } from './files';

/** The catalog files of the user, as plain data that can be sent to a thread. */
export interface UserCatalogs {
  /** What was imported from SDKs: the built-in catalog takes precedence over it. */
  readonly imported: readonly CatalogFile[];
  /** These take precedence over the built-in catalog. */
  readonly own: readonly CatalogFile[];
}

/** As for the user's catalogs in the editor. */
const maxBytes = 5_000_000;

/** Reads the files of `--catalog`; undefined if there are none. Throws a `UsageError` for the first that cannot be used as a whole. */
export async function readCatalogs(paths: readonly string[], l10n: Localizer): Promise<UserCatalogs | undefined> {
  const imported: CatalogFile[] = [];
  const own: CatalogFile[] = [];
  for (const path of paths) {
    const text = await readText(path, l10n);
    const file = parse(path, text, l10n);
    (isImport(text) ? imported : own).push(file);
  }
  return paths.length === 0 ? undefined : { imported, own };
}

/** The built-in catalog together with the user's. */
export function catalogWith(language: DisplayLanguage, catalogs: UserCatalogs | undefined): Catalog {
  return catalogs
    ? new Catalog([...catalogs.imported, ...readBuiltinFiles(language), ...catalogs.own], builtinNames)
    : builtinCatalog(language);
}

async function readText(path: string, l10n: Localizer): Promise<string> {
  try {
    return await readRegularFile(path, { maxBytes });
  } catch (error) {
    const reason =
      error instanceof UnsuitableFileError ? l10n.t('it must be a file of up to 5 MB') : reasonOf(error, l10n);
    throw new UsageError(l10n.t('--catalog cannot read {0}: {1}.', path, reason));
  }
}

function parse(path: string, text: string, l10n: Localizer): CatalogFile {
  const { data, problems } = readCatalog(text, l10n);
  const [problem] = problems;
  if (data && !problem) {
    return { scope: 'common', data };
  }
  const { line, character } = TextDocument.create('', 'json', 0, text).positionAt(problem?.span.offset ?? 0);
  throw new UsageError(
    l10n.t(
      '--catalog {0} cannot be used, see line {1}, column {2}: {3} Correct the file; docs/catalog.md describes its form.',
      path,
      line + 1,
      character + 1,
      problem?.message ?? '',
    ),
  );
}

/** Whether `catalog import` wrote a file that has been read already. */
export function isImport(text: string): boolean {
  return 'sdk' in (JSON.parse(text) as object);
}
