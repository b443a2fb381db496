import type { BreakReason } from '../envelope';
import type { DocumentRule } from './rule';

const reasons: Record<BreakReason, string> = {
  'unexpected-end': 'the text breaks off here, before all brackets are closed',
  'unexpected-token': 'this is not expected here; a comma, a colon or a bracket may be missing before it',
  'unknown-token': 'this is no JSON value; texts need double quotes',
  comment: 'JSON has no comments',
  'trailing-comma': 'there must be no comma before a closing bracket',
  'unclosed-string': 'this text has no closing quote on its line',
  'unclosed-comment': 'this comment has no end',
  'bad-escape': 'this text has an escape that JSON does not know',
  'bad-number': 'this number has no digits where it needs some',
  'control-character': 'this text has a control character that must be escaped',
};

export const invalidJson: DocumentRule = {
  id: 'invalid-json',
  severity: 'error',
  *checkDocument({ breaks }) {
    for (const { span, reason } of breaks) {
      yield { span, message: `Not valid JSON: ${reasons[reason]}.` };
    }
  },
};
