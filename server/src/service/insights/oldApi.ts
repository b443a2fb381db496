import type { Localizer } from '../base/localizer';
import type { OldStyle } from '../request';
import type { InsightReader } from './insight';

/** What every request of API 3.0 carries. SDKs never forget it. */
const missing =
  /missing a required parameter [`'"](?:X-TC-)?(?:Timestamp|Action|Version)[`'"]|^(?:X-TC-)?(?:Timestamp|Action|Version) is required/i;

const told: Readonly<Record<OldStyle | 'unknown', (l10n: Localizer) => string>> = {
  dnspod: (l10n) =>
    l10n.t(
      "The request is written for DNSPod's own API (`login_token`), which is at `dnsapi.cn`. Send it there, or call API 3.0 through an SDK, with a SecretId.",
    ),
  form: (l10n) =>
    l10n.t(
      'The request is in the form that API 2.0 expects, but this host serves API 3.0: use an API 3.0 SDK, which sends the missing parameters.',
    ),
  unknown: (l10n) =>
    l10n.t(
      "SDKs of API 3.0 send this with every request. A request without it was probably written for another API: API 2.0, or DNSPod's own (`login_token`).",
    ),
};

/** Reads that a request has not even what all requests have: it was written for an older API. */
export const oldApi: InsightReader = ({ message, call }, l10n) =>
  missing.test(message)
    ? {
        id: 'old-api',
        sentences: [[told[call().oldStyle ?? 'unknown'](l10n)]],
        short: l10n.t('a request of another API'),
        verdict: { fault: 'caller', retry: 'after-fixing', code: 'MissingParameter' },
      }
    : undefined;
