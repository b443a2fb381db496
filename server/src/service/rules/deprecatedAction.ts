import type { EnvelopeRule } from './rule';

export const deprecatedAction: EnvelopeRule = {
  meta: {
    id: 'deprecated-action',
    severity: 'information',
    description: '`Response` has a `DeprecatedWarning`.',
  },
  *check({ shape }, { l10n }) {
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
