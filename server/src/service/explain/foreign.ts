import type { Localizer } from '../base/localizer';
import type { Entry } from '../catalog';

/**
 * The product whose meaning of a code an entry gives, unless it is the product of the call. That may be unknown, and then
 * another product may have sent the code.
 */
export function foreignProduct({ scope, product: owner = '', nameOnly }: Entry, product: string): string | undefined {
  return scope === 'product' && owner !== product && !nameOnly ? owner : undefined;
}

/** The description of an entry, which says whose it is if that is not the product of the call. */
export function descriptionFor(entry: Entry, product: string, l10n: Localizer): string {
  const owner = foreignProduct(entry, product);
  return owner === undefined || entry.description === ''
    ? entry.description
    : l10n.t('In {0}: {1}', owner, entry.description);
}
