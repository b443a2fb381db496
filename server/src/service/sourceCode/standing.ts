import type { Catalog } from '../catalog';
import { nearestSpellings } from '../catalog/nearestSpellings';
import { codesOfProduct } from './codesOfProducts';
import { isShared, type CodeUse, type SourceFile } from './sourceFile';

/** What the lists of codes say of a code that a file uses. */
export type Standing =
  /** It is right, or nothing can be said: the file imports no product, or one whose codes are not known. */
  | { readonly kind: 'unremarkable' }
  /** It is in no list. */
  | {
      readonly kind: 'unlisted';
      /** Listed codes that it may be meant for, nearest first. */ readonly spellings: readonly string[];
    }
  /** Only products have it that the file neither imports nor mentions. */
  | { readonly kind: 'foreign'; readonly owners: readonly string[] };

const unremarkable: Standing = { kind: 'unremarkable' };

/** Letters by which a spelling may differ from that of a listed code: a dot may have moved. */
const maxDistance = 2;

/** Judges a code by the products that its file imports. */
export function standingOf(
  { code, kind, product }: CodeUse,
  { products, mentions }: SourceFile,
  catalog: Catalog,
): Standing {
  const isDecidable = products.length > 0 && products.every((each) => codesOfProduct(each, catalog).own.length > 0);
  if (kind === 'constant' || product !== '' || !isDecidable || isShared(code, catalog)) {
    return unremarkable;
  }
  const owners = catalog.productsWith(code);
  if (owners.length === 0) {
    return { kind: 'unlisted', spellings: spellingsOf(code, products, catalog) };
  }
  // A product may be called by way of another file, or a client of one's own.
  return owners.some(mentions) ? unremarkable : { kind: 'foreign', owners };
}

function spellingsOf(code: string, products: readonly string[], catalog: Catalog): string[] {
  return nearestSpellings(code, new Set(products.flatMap((each) => codesOfProduct(each, catalog).all)), maxDistance);
}
