import { readFileSync } from 'node:fs';
import { addressOf } from '../../data/addresses';
import { builtinPath } from '../../data/builtinData';

/** What docs/rules.md says about a rule. */
export interface RuleHelp {
  readonly text: string;
  readonly markdown: string;
  /** Where it stands on the web, if that is known. */
  readonly uri?: string;
}

const page = 'docs/rules.md';

/** The help for each rule, by its id: the sections of docs/rules.md. */
export function readRuleHelp(): ReadonlyMap<string, RuleHelp> {
  const [, ...sections] = readFileSync(builtinPath(page), 'utf8').split(/^## /m);
  return new Map(
    sections.map((section) => {
      const [id = ''] = section.split(/\r?\n/, 1);
      return [id, helpOf(id, section.slice(id.length).trim())];
    }),
  );
}

function helpOf(id: string, section: string): RuleHelp {
  const address = addressOf(page);
  return {
    text: plain(section),
    markdown: withAbsoluteLinks(section, address),
    ...(address === undefined ? {} : { uri: `${address}#${id}` }),
  };
}

const link = /\[([^[\]]*)\]\(([^()\s]*)\)/g;

/** Links lead to other pages in the same folder; without an address they lead nowhere. */
function withAbsoluteLinks(markdown: string, address: string | undefined): string {
  return markdown.replace(link, (_, label: string, target: string) =>
    address === undefined ? label : `[${label}](${new URL(target, address).href})`,
  );
}

/** The Markdown that the page is written in, without its marks. */
function plain(markdown: string): string {
  return markdown
    .replace(link, '$1')
    .replace(/^```.*\r?\n/gm, '')
    .replace(/\*\*|`/g, '');
}
