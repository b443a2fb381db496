import { memoize } from '../base/memoize';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { deniedAction } from '../insights/camDenial';

/** Longer texts, in UTF-16 units, are not searched for requests, since a hover waits for the result. */
const maxTextLength = 200_000;

/** A text that names a product contains one of these. Most texts contain none, and need no search. */
const productName = /tencentcloud|tccli|sdk request|product|service|module/i;

const mayNameProduct = memoize(
  ({ text }: ApiResponseDocument) => text.length <= maxTextLength && productName.test(text.slice(0, text.length)),
);

/**
 * The most likely product of a failure: from the request near it, else from the CAM action in its message, else from
 * the settings; empty if unknown. The request is searched for only if some product has its own meaning of the code.
 */
export function likelyProduct(document: ApiResponseDocument, envelope: Envelope, context: ServiceContext): string {
  const { catalog, settings } = context;
  const { code, message } = envelope;
  if (!catalog.isOfProducts(code?.value.trim() ?? '')) {
    return settings.product;
  }
  const requested = mayNameProduct(document) ? document.requestOf(envelope).product : undefined;
  return requested ?? deniedAction(message?.value ?? '')?.split(':')[0] ?? settings.product;
}
