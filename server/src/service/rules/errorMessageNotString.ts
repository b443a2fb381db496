import { replace } from './edits';
import { quote } from './quote';
import { exactMember } from '../sources/spelling';
import type { EnvelopeRule } from './rule';
import { aKind, errorObject, tokenOf } from './tokens';

export const errorMessageNotString: EnvelopeRule = {
  id: 'error-message-not-string',
  severity: 'error',
  *check(envelope) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Message')?.value;
    if (value && value.kind !== 'string' && value.kind !== 'invalid') {
      yield { span: tokenOf(value), message: `\`Message\` must be a string, not ${aKind(value)}.` };
    }
  },
  *fix(envelope, _span, { text }) {
    const error = errorObject(envelope);
    const value = error && exactMember(error.object, 'Message')?.value;
    if (value?.kind === 'null') {
      yield { title: 'Replace with ""', edits: [replace(value.span, '""')], safe: true };
    } else if (value) {
      yield quote(text, value);
    }
  },
};
