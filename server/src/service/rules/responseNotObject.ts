import type { DocumentRule } from './rule';
import * as l10n from '../base/localizer';

export const responseNotObject: DocumentRule = {
  id: 'response-not-object',
  severity: 'error',
  *checkDocument({ missingResponses }) {
    for (const { span, found } of missingResponses) {
      if (found === 'not-an-object') {
        yield { span: span, message: l10n.t('`Response` must be an object.') };
      }
    }
  },
};
