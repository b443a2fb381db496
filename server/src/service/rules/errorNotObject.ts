import { exactMember } from '../sources/spelling';
import type { EnvelopeRule } from './rule';
import { aKind, tokenOf } from './tokens';

export const errorNotObject: EnvelopeRule = {
  id: 'error-not-object',
  severity: 'error',
  *check({ shape }) {
    const value = exactMember(shape.response, 'Error')?.value;
    if (value && value.kind !== 'object' && value.kind !== 'null' && value.kind !== 'invalid') {
      yield {
        span: tokenOf(value),
        message: `\`Error\` must be an object with \`Code\` and \`Message\`, not ${aKind(value)}.`,
      };
    }
  },
};
