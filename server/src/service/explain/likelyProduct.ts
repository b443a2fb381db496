import { memoize } from '../base/memoize';
import { trimCode, type Catalog } from '../catalog';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import type { RequestContext } from '../request';
import { withDeniedAction } from './callOf';

/** Longer texts, in UTF-16 units, are not searched for requests, since a hover waits for the result. */
const maxTextLength = 200_000;

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
