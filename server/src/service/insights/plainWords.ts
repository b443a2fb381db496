import type { Localizer } from '../base/localizer';
import { sentence, type InsightReader, type Verdict } from './insight';

/** A wording that says plainly what went wrong, whatever the code is called. */
interface Wording {
  readonly patterns: readonly RegExp[];
  /** The codes it is limited to, if others say the same more precisely. */
  readonly codes?: RegExp;
  /** May have the placeholders `{0}` and `{1}` for the groups `what` and `where`. */
  readonly template: (l10n: Localizer) => string;
  readonly short: (l10n: Localizer) => string;
  readonly verdict: Verdict;
}

/** Codes that products use for failures of all kinds. */
const vagueCodes =
  /^(?:FailedOperation|InternalError|InternalServerError|LimitExceeded|OperationDenied|ResourceUnavailable|UnsupportedOperation)(?!\w)/;

const wordings: readonly Wording[] = [
  {
    patterns: [/(?<!not )(?:sold ?out|out of stock)(?!\w)/i, /(?<!未)售罄|库存不足/],
    template: (l10n) =>
      l10n.t('According to the message it is sold out: try another zone or another type, or the same one later.'),
    short: (l10n) => l10n.t('sold out'),
    verdict: { fault: 'service', retry: 'after-fixing', code: 'ResourcesSoldOut' },
  },
  {
    patterns: [
      /instance type [`'"]?(?<what>[\w.-]{1,60})[`'"]? is not (?:available|offered|sold|supported) in the (?:current )?zone [`'"]?(?<where>[\w-]{1,60})/i,
      /(?:机型|实例规格|实例类型) ?[`'"“]?(?<what>[\w.-]{1,60})[`'"”]? ?在(?:当前)?可用区 ?[`'"“]?(?<where>[\w-]{1,60})[`'"”]? ?(?:中|内)?(?:不可用|不支持|不售卖|未售卖|没有售卖)/,
    ],
    template: (l10n) =>
      l10n.t(
        'The zone {1} does not offer the instance type {0}: take a type that `DescribeZoneInstanceConfigInfos` lists for this zone, or another zone.',
      ),
    short: (l10n) => l10n.t('not offered in this zone'),
    verdict: { fault: 'caller', retry: 'after-fixing' },
  },
  {
    patterns: [/未开通权限\/无有效套餐包\/账号已欠费/],
    template: (l10n) =>
      l10n.t(
        "The account is the reason: the service is not activated, no resource package is left, or bills are unpaid. The product's console shows which.",
      ),
    short: (l10n) => l10n.t('account: not activated, used up or unpaid'),
    verdict: { fault: 'account', retry: 'after-fixing' },
  },
  {
    patterns: [
      /(?:package|resource pack|free quota)(?: allowance| quota)? (?:has been |have been |has |is )?(?:exhausted|used up|run out|insufficient)/i,
      /(?:资源包|套餐包|用量包|免费额度)(?:余量|余额|额度|次数)?(?:已经|已)?(?:耗尽|用尽|用完|不足)/,
    ],
    template: (l10n) =>
      l10n.t(
        "The resource package or free quota is used up: buy a package, or switch to pay-as-you-go, in the product's console.",
      ),
    short: (l10n) => l10n.t('resource package used up'),
    verdict: { fault: 'account', retry: 'after-fixing' },
  },
  {
    patterns: [
      /balance(?: of (?:the |your )?account)? is (?:not enough|insufficient)|insufficient (?:account )?balance|(?<!not )in arrears(?!\w)/i,
      /(?<!未)欠费|余额不足/,
    ],
    template: (l10n) =>
      l10n.t(
        'The account owes money, or its balance does not suffice: pay or top up in the Billing Center, then repeat.',
      ),
    short: (l10n) => l10n.t('balance or unpaid bills'),
    verdict: { fault: 'account', retry: 'after-fixing' },
  },
  {
    patterns: [
      /(?:service|product|feature) (?:is|has) not (?:been )?(?:activated|enabled|opened|subscribed)(?!\w)/i,
      /服务(?:尚)?未开通|未开通[^，。；\s]{1,20}服务/,
    ],
    template: (l10n) =>
      l10n.t(
        "The service is not activated for this account: activate it in the product's console, with the root account.",
      ),
    short: (l10n) => l10n.t('service not activated'),
    verdict: { fault: 'account', retry: 'after-fixing' },
  },
  {
    patterns: [
      /uin not allow(?:ed)? to |not (?:on|in) (?:the |our )?(?:allow|white) ?list(?!\w)/i,
      /不在(?:该|此)?(?:功能|接口)?(?:的)?白名单/,
    ],
    template: (l10n) =>
      l10n.t('The account is not on the allowlist of this feature: apply by ticket, with the uin of the root account.'),
    short: (l10n) => l10n.t('account not on the allowlist'),
    verdict: { fault: 'account', retry: 'after-fixing' },
  },
  {
    patterns: [
      /invalid header (?:field )?value|return character\(s\) in header value|invalid character in header content/i,
      /unexpected char 0x[0-9a-f]{2,4} at \d{1,5} in [\w-]{1,40} value/i,
    ],
    template: (l10n) =>
      l10n.t(
        'A header has a character that HTTP does not allow, most often a line break at the end of the SecretId: strip the key (`trim`, `strip`) where it is read. The request was not sent.',
      ),
    short: (l10n) => l10n.t('invalid character in a header'),
    verdict: { fault: 'caller', retry: 'after-fixing' },
  },
  {
    patterns: [/cidr ?\(?(?<what>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})\)?(?: is)? (?:conflicts?|overlaps?) with/i],
    template: (l10n) =>
      l10n.t(
        'The address range {0} overlaps one that is in use: choose another one. Repeating the call does not help.',
      ),
    short: (l10n) => l10n.t('address range in use'),
    verdict: { fault: 'caller', retry: 'after-fixing' },
  },
  {
    patterns: [
      /mutex task is running|in operation or in a special state|operation in progress|tasks? (?:is|are) being processed|is not permit(?:ted)? to do this operation/i,
      /操作进行中|任务(?:正在)?执行中|状态下?(?:无法|不能|不允许)进行/,
    ],
    template: (l10n) =>
      l10n.t(
        'The resource is busy with another task, or in a state that does not allow this: query its state, wait until it is stable, then repeat the call.',
      ),
    short: (l10n) => l10n.t('resource busy'),
    verdict: { fault: 'caller', retry: 'backoff' },
  },
  {
    patterns: [
      /(?:does|do|did) not exist(?!\w)|(?<!\w)(?:not exist|not found)(?!\w)/i,
      /不存在|未找到|找不到|无法找到/,
    ],
    codes: vagueCodes,
    template: (l10n) =>
      l10n.t(
        'According to the message something does not exist: check the IDs and names in the request, and the region of the call.',
      ),
    short: (l10n) => l10n.t('something does not exist'),
    verdict: { fault: 'caller', retry: 'after-fixing', code: 'ResourceNotFound' },
  },
];

/** Reads a message that says plainly what went wrong. */
export const plainWords: InsightReader = (failure, l10n) => {
  for (const { codes, patterns, short, template, verdict } of wordings) {
    const found = !codes || codes.test(failure.code) ? firstMatch(patterns, failure.message) : null;
    if (found) {
      const { what = '', where = '' } = found.groups ?? {};
      return { id: 'plain-words', sentences: [sentence(template(l10n), what, where)], short: short(l10n), verdict };
    }
  }
  return undefined;
};

function firstMatch(patterns: readonly RegExp[], message: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const found = pattern.exec(message);
    if (found) {
      return found;
    }
  }
  return null;
}
