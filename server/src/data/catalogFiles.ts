import type { CatalogData, CatalogFile } from '../service';

/** The scope of the catalog files that do not belong to a product. */
const scopes: Readonly<Record<string, CatalogFile['scope']>> = {
  'common.json': 'common',
  'families.json': 'family',
  'sdk.json': 'sdk',
};

/** The catalog of a language from its files by name, in the order in which they count. */
export function catalogFiles(files: Readonly<Record<string, CatalogData>>): readonly CatalogFile[] {
  const scopeOf = (name: string): CatalogFile['scope'] => scopes[name] ?? 'product';
  const products = Object.keys(files).filter((name) => scopeOf(name) === 'product');
  return [...Object.keys(scopes), ...products.sort()].flatMap((name) => {
    const data = files[name];
    return data ? [{ scope: scopeOf(name), data }] : [];
  });
}
