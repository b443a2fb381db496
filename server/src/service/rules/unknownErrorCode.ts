import type { ContentRule } from './rule';
import * as l10n from '../base/localizer';

export const unknownErrorCode: ContentRule = {
  id: 'unknown-error-code',
  severity: 'hint',
  about: 'error',
  *checkContent({ code }, { match, misspellings }) {
    if (code && match?.kind === 'none' && misspellings.length === 0) {
      yield {
        span: code.span,
        message: l10n.t('This code is not in the catalog: it is not a common code, and no known code begins it.'),
      };
    }
  },
};
