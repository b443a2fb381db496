import type { DocumentRule } from './rule';

export const responseNotObject: DocumentRule = {
  meta: {
    id: 'response-not-object',
    severity: 'error',
    description: 'In a declared document, `Response` is not an object.',
  },
  *checkDocument({ missingResponses }, { l10n }) {
    for (const { span, found } of missingResponses) {
      if (found === 'not-an-object') {
        yield { span: span, message: l10n.t('`Response` must be an object.') };
      }
    }
  },
};
