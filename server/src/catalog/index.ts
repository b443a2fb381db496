import { Catalog, type CatalogData } from '../service';
import common from './en/common.json';
import families from './en/families.json';

let catalog: Catalog | undefined;

/** The codes that come with the product. Built when first asked for, so that it costs no start time. */
export function builtinCatalog(): Catalog {
  catalog ??= new Catalog([
    { scope: 'common', data: common as CatalogData },
    { scope: 'family', data: families as CatalogData },
  ]);
  return catalog;
}
