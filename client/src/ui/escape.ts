/** Control characters and direction overrides, which can make text look like other text. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const maxLength = 200;

/** Escapes text for a message or a progress report. */
export function escapeForMessage(text: string): string {
  return withoutLinks(truncateAndReveal(text));
}

/** Text for a message, where `[label](address)` would become a link. */
export function withoutLinks(text: string): string {
  // A zero-width space between the brackets prevents the link and leaves the text as it looks.
  return text.replace(/\](?=\()/g, ']\u200b');
}

/** Escapes text for the label of a quick pick item, where `$(name)` would become an icon. */
export function escapeForLabel(text: string): string {
  return withoutIcons(truncateAndReveal(text));
}

/** Text for a label or the status bar, where `$(name)` would become an icon. */
export function withoutIcons(text: string): string {
  return text.replace(/\$(?=\()/g, '\\$');
}

function truncateAndReveal(text: string): string {
  const truncated = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return truncated.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
