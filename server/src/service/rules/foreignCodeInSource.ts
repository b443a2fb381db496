import type { SourceRule } from './rule';

/** Products that a message names. */
const maxNamed = 5;

export const foreignCodeInSource: SourceRule = {
  meta: {
    id: 'foreign-code-in-source',
    severity: 'hint',
    description: 'A code in source code belongs to a product that the file does not import.',
  },
  *checkSource({ code, span }, { standing, products, l10n }) {
    if (standing.kind === 'foreign') {
      const list = (names: readonly string[]): string => names.slice(0, maxNamed).join(l10n.t(', '));
      const message = l10n.t(
        '`{0}` is a code of {1}, but this file imports {2}.',
        code,
        list(standing.owners),
        list(products),
      );
      yield { span, message };
    }
  },
};
