import { exactMember } from '../sources/spelling';
import type { EnvelopeRule } from './rule';

export const nullError: EnvelopeRule = {
  id: 'null-error',
  severity: 'information',
  *check({ shape }) {
    const member = exactMember(shape.response, 'Error');
    if (member?.value.kind === 'null') {
      yield {
        span: member.value.span,
        message: '`Error` is `null`: the presence of `Error` means failure, so a success leaves it out.',
        unnecessary: true,
      };
    }
  },
};
