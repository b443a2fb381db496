import { replace } from './edits';
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
  *fixContent({ code, shape }, _span, { misspellings }) {
    for (const known of code ? misspellings : []) {
      // The exception text of an SDK has no quotes and no escapes.
      const edits = code ? [replace(code.span, shape ? JSON.stringify(known) : known)] : [];
      yield { title: `Replace with "${known}"`, edits, safe: false };
    }
  },
};
