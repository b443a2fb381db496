import type { InsightReader } from './insight';

/** Mentions the size of the request, in any wording. */
const tooLarge = /request size limit|请求(?:包|体)?大小/i;

/** Recognizes a request that is too large for the old signature methods. */
export const requestSize: InsightReader = ({ message }, l10n) =>
  message.includes('TC3-HMAC-SHA256') && tooLarge.test(message)
    ? {
        id: 'request-size',
        sentences: [
          [
            l10n.t(
              'The request is too large for the old signature methods. Sign it with `TC3-HMAC-SHA256`, which takes up to 10 MB.',
            ),
          ],
          [
            l10n.t(
              'SDKs do so by default: update the SDK, or set the signature method of the client profile (`signMethod`).',
            ),
          ],
        ],
        short: l10n.t('sign with TC3-HMAC-SHA256'),
        verdict: { fault: 'caller', retry: 'after-fixing', code: 'RequestSizeLimitExceeded' },
      }
    : undefined;
