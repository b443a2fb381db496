import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { FixedName } from '../envelope/envelope';

/** What each fixed member is for (Tencent Cloud API 3.0, "Responses"). */
const purposes: Record<FixedName, (l10n: Localizer) => string> = {
  Response: (l10n) =>
    l10n.t(
      'What the API returns, always with a `RequestId`. If it contains an `Error`, the call failed, otherwise it succeeded; all other members belong to the action. The HTTP status is 200 in both cases.',
    ),
  Error: (l10n) => l10n.t('Its presence means that the call failed. It contains `Code` and `Message`, nothing else.'),
  Code: (l10n) =>
    l10n.t(
      "Identifies the failure: programs should rely on the code. It is a common code, which any action may return, or one of the API's own.",
    ),
  Message: (l10n) =>
    l10n.t('Says why this call failed. The wording may change without notice, so programs should not rely on it.'),
  RequestId: (l10n) =>
    l10n.t(
      'The unique ID of this call, whether it succeeded or not. Support uses it to find the call: keep it in your logs and include it in every ticket.',
    ),
};

/** The name of a fixed member, and what it is for. */
export function memberHelp(name: FixedName, l10n: Localizer): Markdown {
  return markdown.line([markdown.strong(markdown.code(name)), markdown.prose(purposes[name](l10n))], ' — ');
}
