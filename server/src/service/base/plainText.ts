import { visible } from './markdown';

/**
 * Untrusted text for places that show plain text: on one line, cut after `maxLength` UTF-16 units. Editors render
 * `$(name)` as an icon in some of these places, which a space prevents.
 */
export function plainText(value: string, maxLength: number): string {
  const cut = value.length > maxLength ? `${value.slice(0, maxLength)}…` : value;
  return visible(cut).replace(/\s+/g, ' ').trim().replaceAll('$(', '$ (');
}

/** A message where Markdown is not rendered: what it would show as code is in double quotes, as in messages of VS Code. */
export function quoted(message: string): string {
  return message.replaceAll('`', '"');
}

/** Untrusted text for a message that pops up: VS Code would make a link of `[label](command:…)`, which a space prevents. */
export function messageText(value: string, maxLength: number): string {
  return plainText(value, maxLength).replaceAll('](', '] (');
}
