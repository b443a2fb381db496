import { visible } from './markdown';

/**
 * Text from outside for places that show plain text, on one line and at most `longest` UTF-16 units long, but for a mark
 * where it is cut. Editors make an icon of `$(name)` in some of these places, so that a blank goes between.
 */
export function plainText(value: string, longest: number): string {
  const cut = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return visible(cut).replace(/\s+/g, ' ').trim().replaceAll('$(', '$ (');
}
