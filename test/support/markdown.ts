import MarkdownIt from 'markdown-it';

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
