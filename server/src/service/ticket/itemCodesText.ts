import type { Sliceable } from '../base/span';
import type { ServiceContext } from '../context/serviceContext';
import { knownDescription } from '../explain';
import { itemFailure, type ItemCodes } from '../itemCodes';

/** Only this many codes are in a ticket; the others are counted. */
const maxCodes = 5;

/** The codes of the items of a response, each once, with its description, its number and the first message. */
export function itemCodesText(
  text: Sliceable,
  { codes, envelope }: ItemCodes,
  product: string,
  { catalog, l10n }: ServiceContext,
): string {
  const distinct = [...new Set(codes.map(({ value }) => value))];
  const told = distinct.slice(0, maxCodes).map((value) => {
    const same = codes.filter((code) => code.value === value);
    const [first] = same;
    const description = knownDescription(catalog.match(value, product), product, l10n);
    const message = first && itemFailure(text, envelope, first).message?.value.trim();
    const counted = same.length > 1 ? `${same.length} × ${value}` : value;
    const described = description === '' ? counted : l10n.t('{0} ({1})', counted, description);
    return message ? l10n.t('{0}: {1}', described, message) : described;
  });
  const more = distinct.length - told.length;
  return [...told, ...(more > 0 ? [l10n.t('{0} more codes', more)] : [])].join(l10n.t('; '));
}
