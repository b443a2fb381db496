import type { DocumentRule } from './rule';

export const missingResponse: DocumentRule = {
  id: 'missing-response',
  severity: 'error',
  *checkDocument({ faults }) {
    for (const { span, rule } of faults) {
      if (rule === 'missing-response') {
        yield { span, message: 'This document is declared an API response, but has no object under `Response`.' };
      }
    }
  },
};
