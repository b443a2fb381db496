import { replace } from './edits';
import { trimCode } from '../catalog';
import type { EnvelopeRule } from './rule';

export const paddedErrorCode: EnvelopeRule = {
  id: 'padded-error-code',
  severity: 'warning',
  *check({ code }) {
    const trimmed = code && trimCode(code.value);
    if (code && trimmed && trimmed !== code.value) {
      yield {
        span: code.span,
        message: `The code has a blank or a dot at an end: programs that compare it with "${trimmed}" will miss it.`,
      };
    }
  },
  *fix({ code }) {
    if (code) {
      const edits = [replace(code.span, JSON.stringify(trimCode(code.value)))];
      yield { title: 'Trim the code', edits, safe: true };
    }
  },
};
