import { deniedAction } from './camDenial';
import type { InsightReader } from './insight';

/** A denial by CAM in wordings that go without the action. */
const denied =
  /system policy not verify|not authorized to perform this operation\. Check your CAM|操作未授权，请检查 ?CAM ?策略|CAM (?:authentication|authorization|verification) failed|CAM ?鉴权(?:失败|不通过|未通过)/i;

/** Reads a denial that does not name the action, so that no policy can be drafted from it. */
export const camUnnamed: InsightReader = ({ code, message }, l10n) =>
  denied.test(message) && deniedAction(message) === undefined
    ? {
        id: 'cam-denial',
        sentences: [
          [
            l10n.t(
              'CAM denied the call, and the message does not say which action: look the call up by its RequestId in CloudAudit, where the event names the action, the resource and the caller.',
            ),
          ],
        ],
        short: l10n.t('denied by CAM, no action named'),
        // Codes of denials have help of their own.
        ...(code.includes('Unauthorized')
          ? {}
          : {
              verdict: { fault: 'account', retry: 'after-fixing', code: 'AuthFailure.UnauthorizedOperation' } as const,
            }),
      }
    : undefined;
