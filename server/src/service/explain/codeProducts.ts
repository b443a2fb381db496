import type { Localizer } from '../base/localizer';
import type { Catalog, CodeMatch, Entry } from '../catalog';

/** The meaning of a code in one product. */
export interface Meaning {
  readonly product: string;
  readonly description: string;
}

/** What is said of the products that have a code. */
export interface CodeProducts {
  /** What products other than that of the explanation mean by the code, at most five. */
  readonly elsewhere: readonly Meaning[];
  /** All products that have the code. Empty if it is common, or if no other product than that of the explanation has it. */
  readonly products: readonly string[];
}

/** This many meanings in other products are shown, and this many names of products. */
const maxMeanings = 5;
const maxNames = 10;

/** The products that have a code, which is explained for `product`. */
export function productsOf(match: CodeMatch, catalog: Catalog, product: string): CodeProducts {
  // What a parent means in other products says nothing about this code.
  if (match.kind === 'none' || match.kind === 'parent') {
    return { elsewhere: [], products: [] };
  }
  const { entry } = match;
  const own = entry.nameOnly ? product : entry.product;
  const all = entry.scope === 'product' ? catalog.productsWith(entry.code) : [];
  return {
    elsewhere: meanings(catalog, entry, product),
    products: all.some((each) => each !== own) ? all : [],
  };
}

function meanings(catalog: Catalog, { code, product = '', description }: Entry, likely: string): Meaning[] {
  const others = catalog.ofProducts(code, likely).filter((each) => each.product !== product && !each.nameOnly);
  const seen = new Set([description, '']);
  return others
    .flatMap((other): Meaning[] => {
      const isNew = !seen.has(other.description);
      seen.add(other.description);
      return isNew ? [{ product: other.product ?? '', description: other.description }] : [];
    })
    .slice(0, maxMeanings);
}

/** The products that have a code, in one line; undefined if there are none. */
export function productsLine(products: readonly string[], l10n: Localizer): string | undefined {
  if (products.length === 0) {
    return undefined;
  }
  const names = products.slice(0, maxNames).join(l10n.t(', '));
  const more = products.length - maxNames;
  return more > 0
    ? l10n.t('Products with this code: {0} and {1} more', names, more)
    : l10n.t('Products with this code: {0}', names);
}
