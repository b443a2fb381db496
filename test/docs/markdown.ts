import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(__dirname, '..', '..', '..');

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The text of the manifest, with placeholders replaced by the texts of a language. */
export function readManifest(locale: 'en' | 'zh-cn' = 'en'): string {
  const texts = JSON.parse(readText(locale === 'en' ? 'package.nls.json' : `package.nls.${locale}.json`)) as Readonly<
    Record<string, string>
  >;
  return readText('package.json').replace(/"%([^"%]+)%"/g, (_, key: string) => JSON.stringify(texts[key]));
}

/** A section under a heading of the second level. */
export interface Section {
  readonly heading: string;
  readonly text: string;
}

export function sectionsOf(markdown: string): Section[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { heading: part.slice(0, end), text: part.slice(end + 1) };
    });
}

/** The contents of the fenced blocks of a language, in the order of the text. */
export function blocksOf(markdown: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms');
  return [...markdown.matchAll(fence)].map(([, content = '']) => content);
}

/** The code spans in the first column of tables. */
export function firstCells(markdown: string): string[] {
  return [...markdown.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell);
}

/** Targets of broken links and images on a page in a folder: the file or the heading does not exist. */
export function brokenLinks(page: string, folder = root): string[] {
  const prose = readFileSync(join(folder, page), 'utf8').replace(/^```.*?^```$/gms, '');
  const targets = [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !target.startsWith('https://') && !leadsSomewhere(join(folder, page), target));
}

function leadsSomewhere(page: string, target: string): boolean {
  const [file = '', anchor] = target.split('#', 2);
  const path = file === '' ? page : join(dirname(page), file);
  if (!existsSync(path)) {
    return false;
  }
  return anchor === undefined || slugsOf(readFileSync(path, 'utf8')).includes(anchor);
}

/** Anchors of headings, as in GitHub and VS Code. */
function slugsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
