import { createRequire } from 'node:module';
import { Catalog, type CatalogFile, type Language, type Strings } from './service';

type CatalogModule = typeof import('./catalog/en');
type StringsModule = typeof import('./strings/zh-cn');

const catalogs = new Map<Language, Catalog>();

/** The files of the catalog that comes with the product, loaded when first asked for, so that they cost no start time. */
export function builtinFiles(language: Language): readonly CatalogFile[] {
  // Beside this file lies `catalog/`, compiled or bundled; the bundler shall not look inside.
  const module: unknown =
    language === 'en' ? createRequire(__filename)('./catalog/en') : createRequire(__filename)('./catalog/zh-cn');
  return (module as CatalogModule).catalogFiles;
}

/** The codes that come with the product. */
export function builtinCatalog(language: Language = 'en'): Catalog {
  let catalog = catalogs.get(language);
  if (!catalog) {
    catalog = new Catalog(builtinFiles(language));
    catalogs.set(language, catalog);
  }
  return catalog;
}

/** What stands for the English texts, which are the keys. */
export function builtinStrings(language: Language): Strings {
  return language === 'en' ? {} : (createRequire(__filename)('./strings/zh-cn') as StringsModule).strings;
}
