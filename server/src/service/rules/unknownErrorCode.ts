import type { EnvelopeRule } from './rule';

export const unknownErrorCode: EnvelopeRule = {
  id: 'unknown-error-code',
  severity: 'hint',
  *check({ code }, { match, misspellings }) {
    if (code && match?.kind === 'none' && misspellings.length === 0) {
      yield {
        span: code.span,
        message: 'This code is not in the catalog: it is not a common code, and no known code begins it.',
      };
    }
  },
};
