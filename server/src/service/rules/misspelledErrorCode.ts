import { inTitle, replace } from '../fixes/fix';
import type { ContentRule } from './rule';

export const misspelledErrorCode: ContentRule = {
  meta: {
    id: 'misspelled-error-code',
    severity: 'warning',
    description: 'The code is unknown and close to a known one.',
    about: 'code',
    fix: 'unsafe',
  },
  *checkContent({ code }, { misspellings, l10n }) {
    if (code && misspellings.length > 0) {
      yield {
        span: code.span,
        message: l10n.t(
          'This code is not in the list of known codes; did you mean {0}?',
          misspellings.map((known) => l10n.t('"{0}"', known)).join(l10n.t(' or ')),
        ),
      };
    }
  },
  *fixContent({ code, shape }, _span, { misspellings, l10n }) {
    if (!code) {
      return;
    }
    for (const known of misspellings) {
      // The exception text of an SDK has no quotes and no escapes.
      const edits = [replace(code.span, shape ? JSON.stringify(known) : known)];
      yield { title: l10n.t('Replace "{0}" with "{1}"', inTitle(code.value), known), edits, safe: false };
    }
  },
};
