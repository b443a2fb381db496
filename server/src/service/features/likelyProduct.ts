import type { Catalog } from '../catalog';
import type { Envelope } from '../envelope';
import type { Sliceable } from '../sources';
import { deniedService } from '../insights/camDenial';
import { endBefore, requestOf } from '../ticket/requestContext';

/** UTF-16 units of a text in which the request of a response is looked for: whoever hovers waits for it. */
const longestText = 200_000;

/**
 * The product that a failure is most likely of: the one that the request beside it names, else the CAM action in its
 * message, else the one that is set; empty where nothing tells. `envelopes` are those of the text. The request is looked
 * for only where a product has its own meaning of the code.
 */
export function likelyProduct(
  catalog: Catalog,
  text: Sliceable & { readonly length: number },
  envelopes: () => readonly Envelope[],
  envelope: Envelope,
  product: string,
): string {
  const code = envelope.code?.value.trim() ?? '';
  if (!catalog.isOfProducts(code)) {
    return product;
  }
  const request =
    text.length <= longestText ? requestOf(text.slice(0, text.length), envelope, endBefore(envelopes(), envelope)) : {};
  return request.product ?? deniedService(envelope.message?.value ?? '') ?? product;
}
