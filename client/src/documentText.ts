/** Control characters and direction overrides: they make text read other than it is. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const longest = 200;

/** Text from a document for a notification, which would make a live link of `[label](address)`. */
export function inMessage(text: string): string {
  // What cannot be seen between the brackets keeps them apart, and the text reads as it is.
  return visible(text).replace(/\](?=\()/g, ']\u200b');
}

/** Text from a document for the label of a pick, which would make an icon of `$(name)`. */
export function inLabel(text: string): string {
  return visible(text).replace(/\$(?=\()/g, '\\$');
}

function visible(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
