import type { EnvelopeRule } from './rule';

export const misspelledErrorCode: EnvelopeRule = {
  id: 'misspelled-error-code',
  severity: 'warning',
  *check({ code }, { misspellings }) {
    if (code && misspellings.length > 0) {
      yield {
        span: code.span,
        message: `No error code is spelled like this; did you mean ${misspellings.map((known) => `"${known}"`).join(' or ')}?`,
      };
    }
  },
};
