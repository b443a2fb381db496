import type { Catalog } from '../catalog';
import type { Envelope } from '../envelope';
import { flatten, shiftEnvelope, type LocatedEnvelope, type Part, type WholeText } from '../sources';
import { deniedService } from '../insights/camDenial';
import { endBefore, requestOf } from '../ticket/requestContext';

/** UTF-16 units of a text in which the request of a response is looked for: whoever hovers waits for it. */
const longestText = 200_000;

/** UTF-16 units that are walked through for the requests of many failures: the text, once for each of them. */
const longestWalk = 1_000_000;

/**
 * The products that requests beside responses name, by the responses' offsets. The parts of a document are the same list
 * until it changes: to look again at every move of the mouse would cost a millisecond each.
 */
const productsOf = new WeakMap<readonly Part[], Map<number, string | undefined>>();

/**
 * The product that a failure is most likely of: the one that the request beside it names, else the CAM action in its
 * message, else the one that is set; empty where nothing tells. `parts` are those of the text. The request is looked for
 * only where a product has its own meaning of the code.
 */
export function likelyProduct(
  catalog: Catalog,
  text: WholeText,
  parts: readonly Part[],
  envelope: Envelope,
  product: string,
): string {
  return isOfProducts(catalog, envelope)
    ? (requestedProduct(text, parts, envelope) ?? deniedService(envelope.message?.value ?? '') ?? product)
    : product;
}

/** The same of each failure of a list. Where looking for their requests would take long, none of them is looked for. */
export function likelyProducts(
  catalog: Catalog,
  text: WholeText,
  parts: readonly Part[],
  failures: readonly LocatedEnvelope[],
  product: string,
): (failure: LocatedEnvelope) => string {
  const unclear = new Set(failures.filter(({ envelope }) => isOfProducts(catalog, envelope)));
  return (failure) => {
    const { envelope, base } = failure;
    if (!unclear.has(failure)) {
      return product;
    }
    return unclear.size * text.length <= longestWalk
      ? likelyProduct(catalog, text, parts, shiftEnvelope(envelope, base), product)
      : (deniedService(envelope.message?.value ?? '') ?? product);
  };
}

function isOfProducts(catalog: Catalog, { code }: Envelope): boolean {
  return catalog.isOfProducts(code?.value.trim() ?? '');
}

function requestedProduct(text: WholeText, parts: readonly Part[], envelope: Envelope): string | undefined {
  if (text.length > longestText) {
    return undefined;
  }
  const known = productsOf.get(parts) ?? new Map<number, string | undefined>();
  productsOf.set(parts, known);
  const { offset } = envelope.span;
  if (!known.has(offset)) {
    const previousEnd = endBefore(flatten(parts).envelopes, envelope);
    known.set(offset, requestOf(text.slice(0, text.length), envelope, previousEnd).product);
  }
  return known.get(offset);
}
