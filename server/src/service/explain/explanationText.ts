import type { Localizer } from '../base/localizer';
import { productsLine } from './codeProducts';
import { descriptionAfterSlip, pageOf, wordSpace, type Explanation } from './explanation';

/** The explanation as plain text, for terminals. `insights` is what the message adds. Ends with a line break. */
export function explanationToText(explanation: Explanation, l10n: Localizer, insights: readonly string[] = []): string {
  const { caveat, code, description, elsewhere, entry, facts, note, products, slip } = explanation;
  const page = pageOf(entry, l10n);
  const space = wordSpace(l10n);
  const paragraphs = [
    `${code}: ${slip ?? description}`,
    ...insights,
    descriptionAfterSlip(explanation),
    facts.join(' · '),
    caveat ?? '',
    entry?.meaning ?? '',
    entry?.steps?.length
      ? [l10n.t('What to do:'), ...entry.steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n')
      : '',
    entry?.causes?.length
      ? [l10n.t('Likeliest causes:'), ...entry.causes.map((cause) => `  - ${cause}`)].join('\n')
      : '',
    note ?? '',
    productsLine(products, l10n) ?? '',
    elsewhere.map(({ product, description: other }) => `${l10n.t('In {0}:', product)}${space}${other}`).join('\n'),
    entry?.related?.length ? `${l10n.t('Related:')}${space}${entry.related.join(l10n.t(', '))}` : '',
    page ? l10n.t('Documentation: {0}', page) : '',
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') + '\n';
}
