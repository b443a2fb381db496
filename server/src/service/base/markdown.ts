/**
 * The only place that turns text into Markdown. Whatever a document, a message, a code, a catalog or a setting says comes
 * out verbatim: no link, image, HTML or formatting of its own becomes live.
 */

/** Markdown that is safe to show; made here and nowhere else. */
export type Markdown = string & { readonly __markdown: unique symbol };

/**
 * What Markdown, and the links that editors see in plain text, are made of; any ASCII punctuation can be escaped with a
 * backslash (CommonMark 2.4). Dots and colons matter only inside a word, lists and headings only at the beginning: the
 * rest stays as it is, for editors that show Markdown as it is written.
 */
const active = /[\\`*_[\]<>~|&$@]|[.:](?=\S)|(?<=^ ?)[#+=-]|(?<=^ ?\d{1,9})[.)]/g;

/** Control characters and direction overrides: they make text read other than it is. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Whatever is not one blank between two words; most text has none. */
const gaps = /\s{2,}|[^\S ]/g;

/** Text from outside, as running text on one line. */
export function text(value: string): Markdown {
  return visible(value).replace(gaps, ' ').replace(active, '\\$&') as Markdown;
}

/** Text from outside, as code: the fence is longer than any run of backticks inside. */
export function code(value: string): Markdown {
  const content = visible(value).replace(gaps, ' ');
  const longest = (content.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(content) || content === '' ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}` as Markdown;
}

/** Catalog text: running text in which single backticks mark code; those that are no pair are text like any other. */
export function prose(value: string): Markdown {
  const parts = value.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : text(part))).join('') as Markdown;
}

/** A link to a page; only `https` addresses become live. */
export function link(label: string, url: string): Markdown {
  if (!/^https:\/\/[\w.-]+(\/[\w./?=&%#~-]*)?$/.test(url)) {
    return text(`${label}: ${url}`);
  }
  return `[${text(label)}](${url})` as Markdown;
}

export function strong(content: Markdown): Markdown {
  return `**${content}**` as Markdown;
}

export function bullets(items: readonly Markdown[]): Markdown {
  return items.map((item) => `- ${item}`).join('\n') as Markdown;
}

export function steps(items: readonly Markdown[]): Markdown {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n') as Markdown;
}

/** A line between blocks. */
export const rule = '---' as Markdown;

/** Blocks one below the other. */
export function blocks(parts: readonly (Markdown | undefined)[]): Markdown {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n') as Markdown;
}

/** Pieces of one line. */
export function line(parts: readonly Markdown[], separator: '' | ' ' | ' · ' | ' — ' = ''): Markdown {
  return parts.join(separator) as Markdown;
}

/** Text in which control characters and direction overrides can be seen, for places that show no Markdown. */
export function visible(value: string): string {
  return value.replace(invisible, (character) => {
    const number = character.charCodeAt(0);
    return number === 0x0a || number === 0x0d ? ' ' : `\\u${number.toString(16).padStart(4, '0')}`;
  });
}
