import type { DocumentRule } from './rule';

export const responseNotObject: DocumentRule = {
  id: 'response-not-object',
  severity: 'error',
  *checkDocument({ faults }) {
    for (const { span, rule } of faults) {
      if (rule === 'response-not-object') {
        yield { span: span, message: '`Response` must be an object.' };
      }
    }
  },
};
