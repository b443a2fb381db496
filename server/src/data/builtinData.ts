import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Catalog, CodeNames, Localizer, type CatalogData, type CatalogFile, type DisplayLanguage } from '../service';
import type { Translations } from '../service';
import { catalogFiles } from './catalogFiles';

/** The folder of the package, which contains the catalog. It is above this file, whether bundled or compiled. */
const root = findRoot(__dirname);

/** Reads the catalog that ships with the product, in a language. Takes a few milliseconds. */
export function readBuiltinFiles(language: DisplayLanguage): readonly CatalogFile[] {
  return catalogFiles(readCatalogFolder(language));
}

/** The files of a language by name. Bundles have them in one file beside them; see esbuild.mjs. */
function readCatalogFolder(language: DisplayLanguage): Readonly<Record<string, CatalogData>> {
  const packed = join(__dirname, 'catalog', `${language}.json`);
  if (existsSync(packed)) {
    return readJson(packed) as Readonly<Record<string, CatalogData>>;
  }
  const folder = join(root, 'server/catalog', language);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(names.map((name) => [name.replaceAll('\\', '/'), readCatalogData(join(folder, name))]));
}

let names: CodeNames | undefined;

/** The names of all codes and actions, read on first use. They are the same in all languages. */
export function builtinNames(): CodeNames {
  const read = (name: string): string => readFileSync(join(root, 'server/catalog/names', name), 'utf8');
  return (names ??= new CodeNames(read('product-codes.txt'), read('product-actions.txt')));
}

const catalogs = new Map<DisplayLanguage, Catalog>();

/** The catalog that ships with the product, read on first use. */
export function builtinCatalog(language: DisplayLanguage = 'en'): Catalog {
  let catalog = catalogs.get(language);
  if (!catalog) {
    catalog = new Catalog(readBuiltinFiles(language), builtinNames);
    catalogs.set(language, catalog);
  }
  return catalog;
}

const localizers = new Map<DisplayLanguage, Localizer>();

/** The localizer for a language. The extension uses the same bundles. */
export function builtinLocalizer(language: DisplayLanguage): Localizer {
  let localizer = localizers.get(language);
  if (!localizer) {
    const translations =
      language === 'en' ? {} : (readJson(join(root, `l10n/bundle.l10n.${language}.json`)) as Translations);
    localizer = new Localizer(language, translations);
    localizers.set(language, localizer);
  }
  return localizer;
}

/** The path of a file that ships with the product, such as `docs/rules.md`. */
export function builtinPath(path: string): string {
  return join(root, path);
}

function readCatalogData(path: string): CatalogData {
  return readJson(path) as CatalogData;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'server/catalog/error-codes.schema.json')) || folder === dirname(folder)) {
      return folder;
    }
  }
}
