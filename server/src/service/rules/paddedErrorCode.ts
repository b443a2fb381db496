import { replace } from '../fixes/memberEdits';
import { trimCode } from '../catalog';
import type { EnvelopeRule } from './rule';
import * as l10n from '../base/localizer';

export const paddedErrorCode: EnvelopeRule = {
  id: 'padded-error-code',
  severity: 'warning',
  about: 'error',
  *check({ code }) {
    const trimmed = code && trimCode(code.value);
    if (code && trimmed && trimmed !== code.value) {
      yield {
        span: code.span,
        message: l10n.t(
          'The code has a blank or a dot at an end: programs that compare it with "{0}" will miss it.',
          trimmed,
        ),
      };
    }
  },
  *fix({ code }) {
    if (code) {
      const edits = [replace(code.span, JSON.stringify(trimCode(code.value)))];
      yield { title: l10n.t('Trim the code'), edits, safe: true };
    }
  },
};
