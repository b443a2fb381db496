import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { memoize } from '../base/memoize';
import type { Entry } from '../catalog';
import { productsLine, type Meaning } from './codeProducts';
import { pageOf, wordSpace, type Explanation } from './explanation';

/** The explanation as shown in the editor. `insights` is what the message of this failure adds. */
export function explanationToMarkdown(
  explanation: Explanation,
  l10n: Localizer,
  insights: readonly Markdown[] = [],
): Markdown {
  const { caveat, code, description, elsewhere, entry, facts, misspellings, note, products } = explanation;
  const help = entry && helpIn(l10n)(entry);
  const owners = productsLine(products, l10n);
  return markdown.blocks([
    markdown.line([markdown.strong(markdown.code(code)), markdown.prose(description)], ' — '),
    ...insights,
    facts.length > 0 ? markdown.line(facts.map(markdown.text), ' · ') : undefined,
    owners === undefined ? undefined : markdown.text(owners),
    misspellings.length > 0
      ? markdown.line([markdown.text(l10n.t('Did you mean')), ...misspellings.map(markdown.code)], ' ')
      : undefined,
    caveat ? markdown.prose(caveat) : undefined,
    help?.meaning,
    elsewhere.length > 0 ? markdown.bullets(elsewhere.map((meaning) => meaningToMarkdown(meaning, l10n))) : undefined,
    help?.advice,
    note ? markdown.text(note) : undefined,
    help?.reading,
  ]);
}

/** The help of an entry as Markdown, which is the same for all failures. */
interface Help {
  readonly meaning: Markdown | undefined;
  readonly advice: Markdown;
  readonly reading: Markdown;
}

/** Cached per entry: hovers are requested at every move of the mouse. */
const helpIn = memoize((l10n: Localizer) => memoize((entry: Entry) => makeHelp(entry, l10n)));

function makeHelp(entry: Entry, l10n: Localizer): Help {
  const page = pageOf(entry, l10n);
  return {
    meaning: entry.meaning ? markdown.prose(entry.meaning) : undefined,
    advice: markdown.blocks([
      ...list(l10n.t('Likeliest causes'), entry.causes, markdown.bullets),
      ...list(l10n.t('What to do'), entry.steps, markdown.steps),
    ]),
    reading: markdown.blocks([
      entry.related?.length
        ? markdown.line(
            [markdown.text(l10n.t('Related:')), markdown.line(entry.related.map(markdown.code), ' ')],
            wordSpace(l10n),
          )
        : undefined,
      page ? markdown.link(l10n.t('Documentation'), page) : undefined,
    ]),
  };
}

function meaningToMarkdown({ product, description }: Meaning, l10n: Localizer): Markdown {
  const label = markdown.text(l10n.t('In {0}:', product));
  return markdown.line([label, markdown.prose(description)], wordSpace(l10n));
}

function list(
  title: string,
  items: readonly string[] | undefined,
  render: (items: readonly Markdown[]) => Markdown,
): Markdown[] {
  return items?.length ? [markdown.strong(markdown.text(title)), render(items.map(markdown.prose))] : [];
}
