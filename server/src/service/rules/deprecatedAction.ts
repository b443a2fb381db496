import type { EnvelopeRule } from './rule';
import * as l10n from '../base/localizer';

export const deprecatedAction: EnvelopeRule = {
  id: 'deprecated-action',
  severity: 'information',
  *check({ shape }) {
    const member = shape.response.members.find(({ key }) => key === 'DeprecatedWarning');
    if (member) {
      yield {
        span: member.name,
        message: l10n.t(
          'The service says that this action is deprecated: move to its successor before it is taken offline.',
        ),
        deprecated: true,
      };
    }
  },
};
