import { shorten, sentence, type InsightReader, type Verdict } from './insight';
import { readerOf } from './wording';

/** `Your current quota does not allow you to specified the value 2 in the parameter InstanceCount.` */
const english =
  /quota does not allow you to specif(?:y|ied) the value `(\d{1,9})` in the parameter `([A-Z][\w.]{0,99})`/i;

/** The limit that a parameter exceeds is none of the account. */
const ofAccount = /^(?!Invalid)/;

const verdict: Verdict = { fault: 'account', retry: 'after-fixing', code: 'LimitExceeded' };

/** What there may be so many of, and how many. */
const reached = readerOf('quota', [
  {
    patterns: [
      /(?<![\w\u4e00-\u9fff])(?:当前|您的?|该账号下?的?)?(?<what>[\w\u4e00-\u9fff]{1,40}?)的?(?:数量|个数|总数)(?:已经?|已)?(?:达到|超过|超出)了?(?:最大)?(?:限制|上限|配额)(?:数量)? ?[:：为(（] ?(?<limit>\d{1,9})/,
      /(?:the )?(?:number|quantity) of (?<what>\w[\w -]{0,59}?) (?:has |have )?(?:already )?(?:reached|exceeded|exceeds|reaches) (?:the |its )?(?:upper |maximum |max |quota )?(?:limit|quota)(?: of|:)? ?[`'"(]?(?<limit>\d{1,9})(?!\w|,\d| ?[kmg]b)/i,
    ],
    codes: ofAccount,
    tell: (l10n, valueOf) =>
      sentence(
        l10n.t(
          'The limit of {1} for {0} has been reached: delete what you no longer use, or open a ticket to request a higher limit.',
        ),
        valueOf('what'),
        Number(valueOf('limit')),
      ),
    short: (l10n, valueOf) => l10n.t('at most {1} for {0}', valueOf('what'), valueOf('limit')),
    verdict,
  },
  {
    patterns: [
      /(?<![\w\u4e00-\u9fff])(?:当前|您的?|该账号下?的?)?(?<what>[\w\u4e00-\u9fff]{1,40}?)的?(?:数量|个数|总数)(?:已经?|已)?(?:达到|超过|超出)了?(?:最大)?(?:限制|上限|配额)[^。\r\n]{0,20}工单/,
    ],
    codes: ofAccount,
    tell: (l10n, valueOf) =>
      sentence(
        l10n.t(
          'The limit for {0} has been reached: delete what you no longer use, or open a ticket to request a higher limit.',
        ),
        valueOf('what'),
      ),
    short: (l10n, valueOf) => l10n.t('limit for {0} reached', valueOf('what')),
    verdict,
  },
]);

/** Reads a value that exceeds the quota, or a limit that is reached. */
export const quota: InsightReader = (failure, l10n) => {
  const [, value, name] = english.exec(failure.message) ?? [];
  return value === undefined || name === undefined
    ? reached(failure, l10n)
    : {
        id: 'quota',
        sentences: [
          sentence(
            l10n.t('The remaining quota does not allow {1} to be {0}. Request less, or a higher quota.'),
            value,
            name,
          ),
        ],
        short: l10n.t('quota does not allow {0} = {1}', shorten(name), value),
        verdict,
      };
};
