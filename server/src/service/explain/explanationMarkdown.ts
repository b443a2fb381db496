import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import { memoize } from '../base/memoize';
import type { Entry } from '../catalog';
import { productsLine, type Meaning } from './codeProducts';
import { descriptionAfterSlip, pageOf, wordSpace, type Explanation } from './explanation';
import { firstSentences } from './firstSentences';

/** Where an explanation is shown: in a hover, which has little room, on a page of the client, or as a whole elsewhere. */
export type Form = keyof typeof forms;

const forms = {
  hover: { maxSentences: 2, maxItems: 3, relatedItem: markdown.code },
  page: { maxSentences: Infinity, maxItems: Infinity, relatedItem: markdown.pageLink },
  whole: { maxSentences: Infinity, maxItems: Infinity, relatedItem: markdown.code },
} as const;

/** How an explanation is shown. */
export interface Shown {
  /** What the message of this failure adds. */
  readonly insights?: readonly Markdown[];
  readonly form?: Form | undefined;
  /** A link to what the form leaves out. */
  readonly more?: Markdown | undefined;
}

/** The explanation as shown in the editor: what it is and what to do, before why and how that is known. */
export function explanationToMarkdown(
  explanation: Explanation,
  l10n: Localizer,
  { insights = [], form = 'whole', more }: Shown = {},
): Markdown {
  const { caveat, code, description, elsewhere, entry, facts, note, products, slip } = explanation;
  const help = entry && helpIn(l10n)(forms[form])(entry);
  const owners = productsLine(products, l10n);
  const page = pageOf(entry, l10n);
  return markdown.blocks([
    markdown.line([markdown.strong(markdown.code(code)), markdown.prose(slip ?? description)], ' — '),
    ...insights,
    markdown.prose(descriptionAfterSlip(explanation)),
    markdown.line(facts.map(markdown.text), ' · '),
    caveat ? markdown.prose(caveat) : undefined,
    help?.advice,
    note ? markdown.text(note) : undefined,
    owners === undefined ? undefined : markdown.text(owners),
    markdown.bullets(elsewhere.map((meaning) => meaningToMarkdown(meaning, l10n))),
    help?.related,
    markdown.line([...(more ? [more] : []), ...(page ? [markdown.link(l10n.t('Documentation'), page)] : [])], ' · '),
  ]);
}

/** The help of an entry as Markdown, which is the same for all failures. */
interface Help {
  readonly advice: Markdown;
  readonly related: Markdown | undefined;
}

type Limits = (typeof forms)[Form];

/** Cached per entry: hovers are requested at every move of the mouse. */
const helpIn = memoize((l10n: Localizer) =>
  memoize((limits: Limits) => memoize((entry: Entry) => makeHelp(entry, limits, l10n))),
);

function makeHelp(
  { meaning, steps, causes, related }: Entry,
  { maxSentences, maxItems, relatedItem }: Limits,
  l10n: Localizer,
): Help {
  return {
    advice: markdown.blocks([
      meaning ? markdown.prose(firstSentences(meaning, maxSentences)) : undefined,
      ...list(l10n.t('What to do'), steps?.slice(0, maxItems), markdown.steps),
      ...list(l10n.t('Likeliest causes'), causes?.slice(0, maxItems), markdown.bullets),
    ]),
    related: related?.length
      ? markdown.line(
          [markdown.text(l10n.t('Related:')), markdown.line(related.map(relatedItem), ' ')],
          wordSpace(l10n),
        )
      : undefined,
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
