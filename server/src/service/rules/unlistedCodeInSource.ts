import { inTitle, replace } from '../fixes/fix';
import type { SourceRule } from './rule';

export const unlistedCodeInSource: SourceRule = {
  meta: {
    id: 'unlisted-code-in-source',
    severity: 'hint',
    description: 'A code in source code is not in any list of the SDK.',
    fix: 'unsafe',
  },
  *checkSource({ code, span }, { standing, l10n }) {
    if (standing.kind === 'unlisted') {
      const [spelling] = standing.spellings;
      const message =
        spelling === undefined
          ? l10n.t('`{0}` is not in any list of the SDK.', code)
          : l10n.t('`{0}` is not in any list of the SDK; did you mean `{1}`?', code, spelling);
      yield { span, message };
    }
  },
  *fixSource({ code, span }, { standing, l10n }) {
    for (const known of standing.kind === 'unlisted' ? standing.spellings : []) {
      const title = l10n.t('Replace "{0}" with "{1}"', inTitle(code), known);
      yield { title, edits: [replace(span, known)], safe: false };
    }
  },
};
