import { endOf, touches, type Span } from '../base/span';
import type { Catalog, Scope } from '../catalog';
import { findCodePlaces, type CodePlace } from './codePlaces';
import { codesOfProduct } from './codesOfProducts';
import { sourceLanguageWithId } from './languages';
import { namesSdk, productsNamedIn } from './sdkNames';
import { isSnapshot } from './snapshots';

/** An error code in source code. */
export interface CodeUse {
  readonly code: string;
  /** Of a literal its contents, of a constant its name. */
  readonly span: Span;
  readonly kind: CodePlace['kind'];
  /** The product whose constant it is, or the first imported one that defines the code; empty if there is none. */
  readonly product: string;
}

/** What is known of a source file that uses a Tencent Cloud SDK or calls the API. */
export interface SourceFile {
  /** The products whose packages or hosts it names. */
  readonly products: readonly string[];
  /** In the order of the text. */
  readonly uses: readonly CodeUse[];
  /** Whether the path or a word of the text has the name of a product in it: `CvmClient`, `tke_service.go`. */
  readonly mentions: (product: string) => boolean;
}

/** What a source file is, besides its text. */
export interface SourceIdentity {
  readonly languageId: string;
  /** Its path or URI. */
  readonly path: string;
}

/** Longer files, in UTF-16 units, are generated: nobody edits the codes in them. */
const maxLength = 1_000_000;

const sharedScopes: ReadonlySet<Scope> = new Set(['common', 'family', 'sdk']);

/** A name as in the lists of the SDKs. */
const codeName = /^[A-Z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+)*$/;

/**
 * Finds the error codes in source code. Undefined if it is in another language, is long or the recorded result of a test, or
 * does not name the SDK: then nothing in it is a code of Tencent Cloud.
 */
export function readSource(
  text: string,
  { languageId, path }: SourceIdentity,
  catalog: Catalog,
): SourceFile | undefined {
  const language = sourceLanguageWithId(languageId);
  if (!language || text.length > maxLength || isSnapshot(path) || !namesSdk(text)) {
    return undefined;
  }
  const products = productsNamedIn(text);
  const uses = findCodePlaces(text, language).flatMap((place) => useOf(place, products, catalog) ?? []);
  let words: ReadonlySet<string> | undefined;
  const mentions = (product: string): boolean =>
    (words ??= wordsIn(`${path}\n${textBetween(text, uses)}`)).has(product);
  return { products, uses, mentions };
}

/** A text without the codes in it. */
function textBetween(text: string, uses: readonly CodeUse[]): string {
  const ends = [0, ...uses.map(({ span }) => endOf(span))];
  return ends.map((end, index) => text.slice(end, uses[index]?.span.offset)).join(' ');
}

/** The words that names are made of, in lower case. Of several capitals the last may begin the next: `TKECluster`. */
function wordsIn(text: string): ReadonlySet<string> {
  const words = text.match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? [];
  const shorter = words.flatMap((word) => (word === word.toUpperCase() ? [word.slice(0, -1)] : []));
  return new Set([...words, ...shorter].map((word) => word.toLowerCase()));
}

/** The string literal around an offset of source code. */
export function literalAt(text: string, languageId: string, offset: number): CodePlace | undefined {
  const language = sourceLanguageWithId(languageId);
  const places = language ? findCodePlaces(text, language) : [];
  return places.find(({ kind, span }) => kind === 'literal' && touches(span, offset));
}

/** Whether all products may return a code, or an SDK raises it. */
export function isShared(code: string, catalog: Catalog): boolean {
  const entry = catalog.get(code);
  return entry !== undefined && sharedScopes.has(entry.scope);
}

/** Whether a text begins like a code: with a known one that many products use, and a dot. */
export function beginsLikeCode(text: string, catalog: Catalog): boolean {
  const end = text.indexOf('.');
  return end > 0 && isShared(text.slice(0, end), catalog);
}

function useOf(place: CodePlace, products: readonly string[], catalog: Catalog): CodeUse | undefined {
  const { kind, text, span } = place;
  if (kind === 'constant') {
    const product = productOfConstant(place, products, catalog);
    const code = product === undefined ? undefined : codesOfProduct(product, catalog).byConstant.get(text);
    return product === undefined || code === undefined ? undefined : { code, span, kind, product };
  }
  if (!codeName.test(text)) {
    return undefined;
  }
  const product = products.find((each) => catalog.get(text, each)?.product === each) ?? '';
  const isUse = text.includes('.')
    ? place.isCode || beginsLikeCode(text, catalog) || catalog.get(text) !== undefined
    : // A single word is an ordinary one elsewhere.
      place.isCode && (product !== '' || isShared(text, catalog));
  return isUse ? { code: text, span, kind, product } : undefined;
}

/** The imported product that has a constant: that after which its package is called, else the first. */
function productOfConstant(
  { text, qualifier }: CodePlace,
  products: readonly string[],
  catalog: Catalog,
): string | undefined {
  const owners = products.filter((product) => codesOfProduct(product, catalog).byConstant.has(text));
  const name = qualifier.toLowerCase();
  return owners.find((product) => name === product) ?? owners.find((product) => name.includes(product)) ?? owners[0];
}
