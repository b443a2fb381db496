import { memoize } from '../base/memoize';
import type { Catalog } from '../catalog';

/** The codes of a product, and the names of the SDKs' constants for them. */
export interface ProductCodes {
  /** Those that the product itself defines. */
  readonly own: readonly string[];
  /** All that its actions may return, or an SDK raises. */
  readonly all: readonly string[];
  /** From `RESOURCENOTFOUND_INSTANCENOTFOUND` to the code. */
  readonly byConstant: ReadonlyMap<string, string>;
}

const cacheOf = memoize<Catalog, Map<string, ProductCodes>>(() => new Map());

/** What a catalog has of a product's codes. Collected once. */
export function codesOfProduct(product: string, catalog: Catalog): ProductCodes {
  const cache = cacheOf(catalog);
  let known = cache.get(product);
  if (!known) {
    const entries = catalog.codes(product);
    const own = entries.filter((entry) => entry.product === product).map(({ code }) => code);
    const all = entries.map(({ code }) => code);
    known = { own, all, byConstant: new Map(own.map((code) => [constantOf(code), code])) };
    cache.set(product, known);
  }
  return known;
}

/** The name of the SDKs' constant for a code. */
function constantOf(code: string): string {
  return code.replaceAll('.', '_').toUpperCase();
}
