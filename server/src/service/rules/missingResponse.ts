import { wrapEdits } from '../fixes/wrap';
import type { DocumentRule } from './rule';

export const missingResponse: DocumentRule = {
  meta: {
    id: 'missing-response',
    severity: 'error',
    description: 'A declared document has no `Response` object.',
    fix: 'unsafe',
  },
  *checkDocument({ missingResponses }, { l10n }) {
    for (const { span, found } of missingResponses) {
      if (found === 'no-response') {
        yield {
          span,
          message: l10n.t('This document is declared an API response, but has no object under `Response`.'),
        };
      }
    }
  },
  *fixDocument({ offset }, { text, l10n }) {
    const edits = wrapEdits(text, offset);
    if (edits) {
      yield { title: l10n.t('Wrap in "Response"'), edits, safe: false };
    }
  },
};
