import type { DocumentRule } from './rule';
import * as l10n from '../l10n';

export const responseNotObject: DocumentRule = {
  id: 'response-not-object',
  severity: 'error',
  *checkDocument({ faults }) {
    for (const { span, rule } of faults) {
      if (rule === 'response-not-object') {
        yield { span: span, message: l10n.t('`Response` must be an object.') };
      }
    }
  },
};
