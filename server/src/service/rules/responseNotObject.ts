import * as l10n from '@vscode/l10n';
import type { DocumentRule } from './rule';

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
