import { memoize } from '../base/memoize';
import { trimCode, type Catalog } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import type { RequestContext } from '../request';
import { callOf, withDeniedAction } from './callOf';

/** Longer texts, in UTF-16 units, are not searched for requests, since a hover waits for the result. */
const maxTextLength = 200_000;

/** Other failures whose codes are looked at. */
const maxNeighbours = 100;

/** A text that names a product, or whose calls may be denied ones, contains one of these. Most need no search. */
const mayNameProduct = mayContain(/tencentcloud|tccli|sdk request|product|service|module|not authorized to perform/i);

/** A text that names an action but no product. */
const mayNameAction = mayContain(/action|api/i);

/**
 * The most likely product of a failure; empty if unknown. The call is searched for only if some product has its own
 * meaning of the code.
 */
export function likelyProduct(document: ApiResponseDocument, envelope: Envelope, context: ServiceContext): string {
  const { catalog, settings } = context;
  const { code, message } = envelope;
  if (!catalog.isOfProducts(trimCode(code?.value ?? ''))) {
    return settings.product;
  }
  const isSearched = mayNameProduct(document) || (settings.product === '' && mayNameAction(document));
  const request = isSearched ? document.requestOf(envelope) : {};
  return productOfCall(withDeniedAction(request, message?.value), code?.value, context);
}

/**
 * The most likely product of a code that is only being written: that of the call, else the only one that has the codes of
 * all other failures in the document; empty if unknown.
 */
export function productAround(document: ApiResponseDocument, envelope: Envelope, context: ServiceContext): string {
  const call = mayNameProduct(document) || mayNameAction(document) ? callOf(document, envelope) : {};
  return productOfCall(call, '', context) || productOfNeighbours(document, envelope, context.catalog);
}

function productOfNeighbours(document: ApiResponseDocument, { span }: Envelope, catalog: Catalog): string {
  const others = document.envelopes({
    where: ({ code, span: other }) => code !== undefined && other.offset !== span.offset,
    max: maxNeighbours,
  });
  const codes = new Set(others.map(({ code }) => trimCode(code?.value ?? '')));
  const products = [...codes].map((code) => catalog.senders(code)).filter(({ length }) => length > 0);
  const [first = '', ...rest] = (products[0] ?? []).filter((product) =>
    products.every((each) => each.includes(product)),
  );
  return rest.length === 0 ? first : '';
}

/**
 * The product of a call: the one that it names, else that of the settings, else the only one with such an action, or
 * with such a code; empty if unknown.
 */
export function productOfCall(
  { product, action = '' }: RequestContext,
  code = '',
  { catalog, settings }: Pick<ServiceContext, 'catalog' | 'settings'>,
): string {
  const known = product ?? settings.product;
  return known === '' ? inferredProduct(action, trimCode(code), catalog) : known;
}

function inferredProduct(action: string, code: string, catalog: Catalog): string {
  const ofAction = action === '' ? [] : catalog.productsOfAction(action);
  const ofCode = ofAction.length === 1 ? [] : catalog.senders(code);
  const ofBoth = ofCode.filter((product) => ofAction.includes(product));
  const [first = '', ...others] = ofAction.length > 0 && ofCode.length > 0 ? ofBoth : [...ofAction, ...ofCode];
  return others.length === 0 ? first : '';
}

function mayContain(pattern: RegExp): (document: ApiResponseDocument) => boolean {
  return memoize(({ text }) => text.length <= maxTextLength && pattern.test(text.slice(0, text.length)));
}
