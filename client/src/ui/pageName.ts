/**
 * What the address of a page must not have in a name: separators, controls, halves of surrogate pairs, and the sign that
 * stands for them.
 */
const unsafe = /[%/\\?#\p{Cc}\p{Cs}]/gu;

/** A text as a name in the address of a page. Codes stay as they are. */
export function pageName(text: string): string {
  return text.replace(unsafe, (character) => `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text that a name was made of. */
export function textOfPage(name: string): string {
  return name.replace(/%([0-9a-f]{4})/g, (_match, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
