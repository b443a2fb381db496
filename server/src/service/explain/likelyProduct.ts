import { memoize } from '../base/memoize';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { withDeniedAction } from './callOf';

/** Longer texts, in UTF-16 units, are not searched for requests, since a hover waits for the result. */
const maxTextLength = 200_000;

/** A text that names a product, or whose calls may be denied ones, contains one of these. Most need no search. */
const productName = /tencentcloud|tccli|sdk request|product|service|module|not authorized to perform/i;

const mayNameProduct = memoize(
  ({ text }: ApiResponseDocument) => text.length <= maxTextLength && productName.test(text.slice(0, text.length)),
);

/**
 * The most likely product of a failure: that of its call, else that of the settings; empty if unknown. The call is
 * searched for only if some product has its own meaning of the code.
 */
export function likelyProduct(document: ApiResponseDocument, envelope: Envelope, context: ServiceContext): string {
  const { catalog, settings } = context;
  const { code, message } = envelope;
  if (!catalog.isOfProducts(code?.value.trim() ?? '')) {
    return settings.product;
  }
  const request = mayNameProduct(document) ? document.requestOf(envelope) : {};
  return withDeniedAction(request, message?.value).product ?? settings.product;
}
