import MarkdownIt from 'markdown-it';

/** Renders Markdown to HTML. */
export type Render = (markdown: string) => string;

/** As lenient as a renderer can be: HTML is let through, and bare addresses become links. */
export function lenientRenderer(): Render {
  const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false });
  return (markdown) => renderer.render(markdown);
}

/** All tags of a page, attributes and all. */
export function tagsOf(html: string): string[] {
  return [...new Set(html.match(/<[^>]*>/g) ?? [])];
}

/** What a reader sees of a page. */
export function visibleText(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '');
}
