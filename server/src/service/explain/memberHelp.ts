import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { FixedName } from '../envelope/envelope';

/** What each fixed member is for (Tencent Cloud API 3.0, "Responses"). */
const purposes: Record<FixedName, (l10n: Localizer) => string> = {
  Response: (l10n) =>
    l10n.t(
      'What the API answers, always with a `RequestId`. With an `Error` in it the call has failed, without one it has succeeded; all other members belong to the action. The HTTP status is 200 in both cases.',
    ),
  Error: (l10n) => l10n.t('Its presence says that the call has failed. It holds `Code` and `Message`, nothing else.'),
  Code: (l10n) =>
    l10n.t(
      "Identifies the failure: programs should decide by the code. It is a common code, which any action may return, or one of the API's own.",
    ),
  Message: (l10n) =>
    l10n.t('Says why this very call failed. Wordings change without notice, so programs should not rely on them.'),
  RequestId: (l10n) =>
    l10n.t(
      'The unique id of this call, whether it succeeded or not. Support finds the call by it: keep it in your logs and put it into every ticket.',
    ),
};

/** The name of a fixed member, and what it is for. */
export function memberHelp(name: FixedName, l10n: Localizer): Markdown {
  return markdown.line([markdown.strong(markdown.code(name)), markdown.prose(purposes[name](l10n))], ' — ');
}
