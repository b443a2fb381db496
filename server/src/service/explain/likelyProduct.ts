import { memoize } from '../base/memoize';
import type { ServiceContext } from '../context/serviceContext';
import type { ApiResponseDocument } from '../document';
import type { Envelope } from '../envelope/envelope';
import { deniedService } from '../insights/camDenial';

/** UTF-16 units of a text in which the requests of responses are looked for: whoever hovers waits for it. */
const maxTextLength = 200_000;

/** What a text has that names the product of a request. Most texts have none of it, and need no search. */
const productName = /tencentcloudapi|product|service|module/i;

const mayNameProduct = memoize(
  ({ text }: ApiResponseDocument) => text.length <= maxTextLength && productName.test(text.slice(0, text.length)),
);

/**
 * The product that a failure is most likely of: the one that the request beside it names, else the CAM action in its
 * message, else the one that is set; empty where nothing tells. The request is looked for only where a product has its own
 * meaning of the code.
 */
export function likelyProduct(document: ApiResponseDocument, envelope: Envelope, context: ServiceContext): string {
  const { catalog, settings } = context;
  const { code, message } = envelope;
  if (!catalog.isOfProducts(code?.value.trim() ?? '')) {
    return settings.product;
  }
  const requested = mayNameProduct(document) ? document.requestOf(envelope).product : undefined;
  return requested ?? deniedService(message?.value ?? '') ?? settings.product;
}
