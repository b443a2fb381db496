import MarkdownIt from 'markdown-it';
import assert from 'node:assert/strict';

/** Renders Markdown to HTML. */
export type Render = (markdown: string) => string;

/** The most lenient renderer: it passes HTML through, and turns bare URLs into links. */
export function lenientRenderer(): Render {
  const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false });
  return (markdown) => renderer.render(markdown);
}

/** All tags of a page, with attributes. */
export function tagsOf(html: string): string[] {
  return [...new Set(html.match(/<[^>]*>/g) ?? [])];
}

/** The visible text of a page. */
export function visibleText(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '');
}

/**
 * The command that the only command link of a text runs, and its argument, as VS Code reads them: an address is decoded when
 * it is parsed, and its query once more where that is possible.
 */
export function commandIn(markdown: string): [command: string, argument: unknown] | undefined {
  const links = [...lenientRenderer()(markdown).matchAll(/<a href="command:([^"?]*)\?([^"]*)"/g)];
  assert.ok(links.length <= 1, markdown);
  const [, command, query] = links[0] ?? [];
  if (command === undefined || query === undefined) {
    return undefined;
  }
  const [argument, ...others] = JSON.parse(decodedIfPossible(decodeURIComponent(query))) as unknown[];
  assert.deepEqual(others, []);
  return [command, argument];
}

function decodedIfPossible(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
