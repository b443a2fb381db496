import type { Localizer } from '../base/localizer';
import type { InsightReader, Verdict } from './insight';

/** Mentions the size of the request, in any wording. */
const tooLarge = /request size limit|请求(?:包|体)?大小/i;

/** `Your current request size exceed  max 10485760B, but your 24320473B.` */
const english =
  /request (?:body |package |packet )?size (?:has )?exceed(?:s|ed)? {1,2}(?:the )?(?:max(?:imum)?|limit)(?: (?:size|limit))?(?: of)? ?[`'"]?(?<allowed>\d{1,12}) ?(?<unit>[kmg]?i?b|bytes?)?[`'"]?[, ]{1,3}but (?:your(?:s| request)?|got|the request|it)(?: (?:is|has|size is))? ?[`'"]?(?<sent>\d{1,12}) ?(?<sentUnit>[kmg]?i?b|bytes?)?(?!\w)/i;

/** The same in Chinese. */
const chinese =
  /请求(?:包|体)?(?:的)?大小(?:超过|超出)(?:了)?(?:最大)?(?:限制|上限|值)? ?[`'"：:]{0,2}(?<allowed>\d{1,12}) ?(?<unit>[kmg]?i?b|字节)?[`'"]?，?(?:当前|实际|您的?)?(?:请求)?(?:大小)?(?:为|是)? ?[`'"]?(?<sent>\d{1,12}) ?(?<sentUnit>[kmg]?i?b|字节)?(?!\w)/i;

const verdict: Verdict = { fault: 'caller', retry: 'after-fixing', code: 'RequestSizeLimitExceeded' };

/** Recognizes a request that is too large: for the old signature methods, or for the service at all. */
export const requestSize: InsightReader = ({ message }, l10n) => {
  if (message.includes('TC3-HMAC-SHA256') && tooLarge.test(message)) {
    return {
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
      verdict,
    };
  }
  const { allowed, sent, unit, sentUnit } = (english.exec(message) ?? chinese.exec(message))?.groups ?? {};
  if (allowed === undefined || sent === undefined) {
    return undefined;
  }
  const sentSize = sizeText(bytes(sent, sentUnit ?? unit), l10n);
  const limit = limitText(bytes(allowed, unit ?? sentUnit), l10n);
  return {
    id: 'request-size',
    sentences: [
      [
        l10n.t(
          '{0} sent, {1} allowed: send less at a time, or files by their URL in COS rather than as Base64.',
          sentSize,
          limit,
        ),
      ],
    ],
    short: l10n.t('{0} sent, {1} allowed', sentSize, limit),
    verdict,
  };
};

function bytes(number: string, unit = 'B'): number {
  const power = ['k', 'm', 'g'].indexOf(unit.charAt(0).toLowerCase()) + 1;
  return Number(number) * 1024 ** power;
}

/** Limits are called as in the documentation, where 10 MB are 10 × 1024 × 1024 bytes. */
function limitText(size: number, l10n: Localizer): string {
  return size > 0 && size % 1024 ** 2 === 0 ? l10n.t('{0} MB', size / 1024 ** 2) : sizeText(size, l10n);
}

/** A size to a tenth, in units of 1000, so that what exceeds a limit is never shown as equal to it. */
function sizeText(size: number, l10n: Localizer): string {
  return size >= 1e6 ? l10n.t('{0} MB', Math.round(size / 1e5) / 10) : l10n.t('{0} kB', Math.ceil(size / 100) / 10);
}
