import type { ContentRule } from './rule';

export const unknownErrorCode: ContentRule = {
  meta: {
    id: 'unknown-error-code',
    severity: 'hint',
    description: 'The code is unknown, and so is every code that could be its parent.',
    about: 'code',
  },
  *checkContent({ code }, { match, misspellings, l10n }) {
    if (code && match?.kind === 'none' && misspellings.length === 0) {
      yield {
        span: code.span,
        message: l10n.t(
          'This code is not in the list of known codes, and does not begin with a code that explains it.',
        ),
      };
    }
  },
};
