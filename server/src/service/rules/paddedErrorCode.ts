import { trimCode } from '../catalog';
import { inTitle, replace } from '../fixes/fix';
import type { EnvelopeRule } from './rule';

export const paddedErrorCode: EnvelopeRule = {
  meta: {
    id: 'padded-error-code',
    severity: 'warning',
    description: 'The code has leading or trailing spaces or dots.',
    about: 'code',
    fix: 'safe',
  },
  *check({ code }, { l10n }) {
    const trimmed = code && trimCode(code.value);
    if (code && trimmed && trimmed !== code.value) {
      yield {
        span: code.span,
        message: l10n.t(
          'The code has leading or trailing spaces or dots: programs that compare it with "{0}" will miss it.',
          trimmed,
        ),
      };
    }
  },
  *fix({ code }, _span, { l10n }) {
    if (code) {
      const edits = [replace(code.span, JSON.stringify(trimCode(code.value)))];
      yield { title: l10n.t('Trim the code to "{0}"', inTitle(trimCode(code.value))), edits, safe: true };
    }
  },
};
