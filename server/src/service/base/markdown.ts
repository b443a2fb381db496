/**
 * The only place that turns text into Markdown. Text from a document, message, code, catalog or setting is shown
 * verbatim: no link, image, HTML or formatting in it takes effect.
 */

/** Markdown that is safe to show. Only this module creates it. */
export type Markdown = string & { readonly __markdown: unique symbol };

/**
 * The characters of Markdown syntax, and of links that editors detect in plain text; a backslash escapes any ASCII
 * punctuation (CommonMark 2.4). Dots and colons matter only inside a word, lists and headings only at the beginning.
 * The rest is not escaped, for editors that show the source of Markdown.
 */
const active = /[\\`*_[\]<>~|&$@]|[.:](?=\S)|(?<=^ ?)[#+=-]|(?<=^ ?\d{1,9})[.)]/g;

/** Control characters and direction overrides, which make text look different from what it is. */
// eslint-disable-next-line no-control-regex -- control characters are what it matches
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Whitespace other than a single space. Most text has none. */
const gaps = /\s{2,}|[^\S ]/g;

/** Untrusted text, as running text on one line. */
export function text(value: string): Markdown {
  return visible(value).replace(gaps, ' ').replace(active, '\\$&') as Markdown;
}

/** Untrusted text, as a code span: the fence is longer than any run of backticks inside. */
export function code(value: string): Markdown {
  const content = visible(value).replace(gaps, ' ');
  const longest = (content.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(content) || content === '' ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}` as Markdown;
}

/** Catalog text: running text in which pairs of backticks mark code. An unpaired backtick is plain text. */
export function prose(value: string): Markdown {
  const parts = value.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : text(part))).join('') as Markdown;
}

/** A link to a page; only `https` URLs become clickable. */
export function link(label: string, url: string): Markdown {
  if (!/^https:\/\/[\w.-]+(\/[\w./?=&%#~-]*)?$/.test(url)) {
    return text(`${label}: ${url}`);
  }
  return `[${text(label)}](${url})` as Markdown;
}

/** A link that runs a command of the client, for clients that trust it. VS Code decodes the argument once or twice. */
export function command(label: string, id: string, argument: object): Markdown {
  const json = JSON.stringify([argument]).replaceAll('%', '\\u0025');
  const query = encodeURIComponent(json).replace(/[!'()*~]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `[${text(label)}](command:${id}?${query})` as Markdown;
}

/** A link to the page of a code, beside the page that it is on. What does not look like a code is no link. */
export function pageLink(name: string): Markdown {
  const label = code(name);
  return /^[A-Z]\w*(?:\.\w+)*$/.test(name) ? (`[${label}](../code/${name}.md)` as Markdown) : label;
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

export function heading(level: 1 | 2, title: string): Markdown {
  return `${'#'.repeat(level)} ${text(title)}` as Markdown;
}

/** A table of untrusted texts. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): Markdown {
  const row = (cells: readonly string[]): string => `| ${cells.map(text).join(' | ')} |`;
  return [row(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(row)].join('\n') as Markdown;
}

/** A thematic break between blocks. */
export const rule = '---' as Markdown;

/** Blocks, separated by blank lines. */
export function blocks(parts: readonly (Markdown | undefined)[]): Markdown {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n') as Markdown;
}

/** Joins parts of one line. */
export function line(parts: readonly Markdown[], separator: '' | ' ' | ' · ' | ' — ' = ''): Markdown {
  return parts.join(separator) as Markdown;
}

/** What stands for something else in Markdown of this module: an escape, a fence, emphasis, a link. */
const syntax = /\\([!-~])|(`+)|\*\*|\[|\]\(([^)\]]*)\)/g;

/** What a reader of Markdown of this module sees, for clients that do not render it. Links show their address. */
export function toPlainText(content: Markdown): string {
  let plain = '';
  let end = 0;
  syntax.lastIndex = 0;
  for (let match = syntax.exec(content); match; match = syntax.exec(content)) {
    const [, escaped, fence, url] = match;
    plain += content.slice(end, match.index) + (escaped ?? (url === undefined ? '' : `: ${url}`));
    end = syntax.lastIndex;
    if (fence !== undefined) {
      const close = content.indexOf(fence, end);
      plain += content.slice(end, close).replace(/^ (.*) $/, '$1');
      end = syntax.lastIndex = close + fence.length;
    }
  }
  return plain + content.slice(end);
}

/** Makes control characters and direction overrides visible, for places that do not render Markdown. */
export function visible(value: string): string {
  return value.replace(invisible, (character) => {
    const number = character.charCodeAt(0);
    return number === 0x0a || number === 0x0d ? ' ' : `\\u${number.toString(16).padStart(4, '0')}`;
  });
}
