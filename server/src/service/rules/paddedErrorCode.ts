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
};
