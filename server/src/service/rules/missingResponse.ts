import { wrapEdits } from './wrap';
import type { DocumentRule } from './rule';
import * as l10n from '../l10n';

export const missingResponse: DocumentRule = {
  id: 'missing-response',
  severity: 'error',
  *checkDocument({ faults }) {
    for (const { span, rule } of faults) {
      if (rule === 'missing-response') {
        yield {
          span,
          message: l10n.t('This document is declared an API response, but has no object under `Response`.'),
        };
      }
    }
  },
  *fixDocument({ offset }, text) {
    const edits = wrapEdits(text, offset);
    if (edits) {
      yield { title: l10n.t('Wrap in "Response"'), edits, safe: false };
    }
  },
};
