import type { Localizer } from '../base/localizer';
import type { BreakReason } from '../envelope/envelope';
import type { DocumentRule } from './rule';

const reasons: Record<BreakReason, (l10n: Localizer) => string> = {
  'unexpected-end': (l10n) => l10n.t('the text breaks off here, before all brackets are closed'),
  'unexpected-token': (l10n) =>
    l10n.t('this is unexpected here; a comma, a colon or a bracket may be missing before it'),
  'unknown-token': (l10n) => l10n.t('this is not a valid JSON value; strings need double quotes'),
  comment: (l10n) => l10n.t('JSON has no comments'),
  'trailing-comma': (l10n) => l10n.t('there must be no comma before a closing bracket'),
  'unclosed-string': (l10n) => l10n.t('this string has no closing quote on its line'),
  'unclosed-comment': (l10n) => l10n.t('this comment is not closed'),
  'bad-escape': (l10n) => l10n.t('this string has an escape that JSON does not allow'),
  'bad-number': (l10n) => l10n.t('this number lacks digits'),
  'control-character': (l10n) => l10n.t('this string has a control character that must be escaped'),
};

export const invalidJson: DocumentRule = {
  meta: {
    id: 'invalid-json',
    severity: 'error',
    description: 'The text is not valid JSON.',
  },
  *checkDocument({ breaks }, { l10n }) {
    for (const { span, reason } of breaks) {
      yield { span, message: l10n.t('Not valid JSON: {0}.', reasons[reason](l10n)) };
    }
  },
};
