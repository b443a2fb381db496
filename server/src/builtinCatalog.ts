import { createRequire } from 'node:module';
import { Catalog } from './service';

type CatalogModule = typeof import('./catalog');

let catalog: Catalog | undefined;

/** The codes that come with the product. Loaded when first asked for, so that they cost no start time. */
export function builtinCatalog(): Catalog {
  // Beside this file lies `catalog/` when compiled, and `catalog.js` when bundled; the bundler shall not look inside.
  catalog ??= new Catalog((createRequire(__filename)('./catalog') as CatalogModule).catalogFiles);
  return catalog;
}
