import type { ContentRule } from './rule';

export const misspelledErrorCode: ContentRule = {
  id: 'misspelled-error-code',
  severity: 'warning',
  *checkContent({ code }, { misspellings }) {
    if (code && misspellings.length > 0) {
      yield {
        span: code.span,
        message: `No error code is spelled like this; did you mean ${misspellings.map((known) => `"${known}"`).join(' or ')}?`,
      };
    }
  },
};
