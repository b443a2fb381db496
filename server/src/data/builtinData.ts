import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Catalog, CodeNames, Localizer, type CatalogData, type CatalogFile, type DisplayLanguage } from '../service';
import type { Translations } from '../service';

/** The folder of the package, which contains the catalog. It is above this file, whether bundled or compiled. */
const root = findRoot(__dirname);

/** The scope of the catalog files that do not belong to a product. */
const scopes: Readonly<Record<string, CatalogFile['scope']>> = {
  'common.json': 'common',
  'families.json': 'family',
  'sdk.json': 'sdk',
};

/**
 * Reads the catalog that ships with the product, in a language. Takes a few milliseconds. The bundles have it as one
 * file beside them (esbuild.mjs).
 */
export function readBuiltinFiles(language: DisplayLanguage): readonly CatalogFile[] {
  const packed = join(__dirname, 'catalog', `${language}.json`);
  return existsSync(packed) ? (readJson(packed) as readonly CatalogFile[]) : readSourceFiles(language);
}

/** Reads the files that the catalog is written in. */
export function readSourceFiles(language: DisplayLanguage): readonly CatalogFile[] {
  const folder = join(root, 'server/catalog', language);
  const products = readdirSync(join(folder, 'products')).sort();
  return [
    ...Object.entries(scopes).map(([name, scope]): CatalogFile => ({
      scope,
      data: readCatalogData(join(folder, name)),
    })),
    ...products.map((name): CatalogFile => ({
      scope: 'product',
      data: readCatalogData(join(folder, 'products', name)),
    })),
  ];
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
