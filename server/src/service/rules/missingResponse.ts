import { wrapEdits } from '../fixes/wrap';
import type { DocumentRule } from './rule';
import * as l10n from '../base/localizer';

export const missingResponse: DocumentRule = {
  id: 'missing-response',
  severity: 'error',
  *checkDocument({ missingResponses }) {
    for (const { span, found } of missingResponses) {
      if (found === 'no-response') {
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
