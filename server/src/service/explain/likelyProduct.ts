import type { WholeText } from '../base/span';
import type { Catalog } from '../catalog';
import type { Envelope } from '../envelope/envelope';
import { deniedService } from '../insights/camDenial';
import { flatten, type Part } from '../document';
import { requestsOf } from '../request/requests';

/** UTF-16 units of a text in which the requests of responses are looked for: whoever hovers waits for it. */
const longestText = 200_000;

/** What a text has that names the product of a request. Most texts have none of it, and need no walk. */
const nameOfProduct = /tencentcloudapi|product|service|module/i;

/**
 * The products that requests beside responses name, by the responses' offsets. The parts of a document are the same list
 * until it changes, and all that is said of one version needs one walk through its text.
 */
const productsOf = new WeakMap<readonly Part[], ReadonlyMap<number, string | undefined>>();

/**
 * The product that a failure is most likely of: the one that the request beside it names, else the CAM action in its
 * message, else the one that is set; empty where nothing tells. `parts` are those of the text, and the envelope's places
 * count from `base`. The request is looked for only where a product has its own meaning of the code.
 */
export function likelyProduct(
  catalog: Catalog,
  text: WholeText,
  parts: readonly Part[],
  { code, message, span }: Envelope,
  product: string,
  base = 0,
): string {
  if (!catalog.isOfProducts(code?.value.trim() ?? '')) {
    return product;
  }
  return requestedProducts(text, parts).get(base + span.offset) ?? deniedService(message?.value ?? '') ?? product;
}

function requestedProducts(text: WholeText, parts: readonly Part[]): ReadonlyMap<number, string | undefined> {
  let products = productsOf.get(parts);
  if (!products) {
    products = findProducts(text.length > longestText ? '' : text.slice(0, text.length), parts);
    productsOf.set(parts, products);
  }
  return products;
}

function findProducts(text: string, parts: readonly Part[]): ReadonlyMap<number, string | undefined> {
  if (!nameOfProduct.test(text)) {
    return new Map();
  }
  const requests = requestsOf(text, flatten(parts).envelopes);
  return new Map([...requests].map(([{ span }, { product }]) => [span.offset, product]));
}
