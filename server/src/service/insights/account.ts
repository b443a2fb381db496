import type { Verdict } from './insight';
import { readerOf } from './wording';

const verdict: Verdict = { fault: 'account', retry: 'after-fixing' };

/** Reads that the account is the reason: not activated, used up, unpaid, or not admitted. */
export const account = readerOf('account', [
  {
    patterns: [/未开通(?:权限|服务)?[/／、或](?:无有效|没有)套餐包[/／、或](?:账号|账户)?已?欠费/],
    tell: (l10n) => [
      l10n.t(
        "The cause is the account: the service is not activated, no resource package is left, or bills are unpaid. The product's console shows which.",
      ),
    ],
    short: (l10n) => l10n.t('account: not activated, used up or unpaid'),
    verdict,
  },
  {
    patterns: [
      /(?:package|resource pack|free quota|free tier)(?: allowance| quota)? (?:has been |have been |has |is )?(?:exhausted|used up|run out|insufficient)/i,
      /(?:no|without) (?:valid |available )?(?:resource )?(?:package|pack) (?:is )?(?:available|left)/i,
      /(?:资源包|套餐包|用量包|预付费包|免费额度|免费资源)(?:的)?(?:余量|余额|额度|次数)?(?:已经|已)?(?:耗尽|用尽|用完|不足)|(?:无|没有)(?:有效|可用)的?(?:资源包|套餐包)/,
    ],
    tell: (l10n) => [
      l10n.t(
        "The resource package or free quota is used up: buy a package, or switch to pay-as-you-go, in the product's console.",
      ),
    ],
    short: (l10n) => l10n.t('resource package used up'),
    verdict,
  },
  {
    patterns: [
      /balance(?: of (?:the |your )?account)? is (?:not enough|insufficient)|insufficient (?:account )?(?:balance|funds)(?!\w)|(?<!not )in arrears(?!\w)|(?:you|account) (?:has|have) (?:unpaid|overdue) (?:orders?|bills?|payments?)/i,
      /(?<!未)欠费|余额不足|(?:账[号户]|您)(?:还)?有未支付的?订单/,
    ],
    tell: (l10n) => [
      l10n.t(
        'The account owes money, or its balance is insufficient: pay or top up in the Billing Center, then retry.',
      ),
    ],
    short: (l10n) => l10n.t('balance or unpaid bills'),
    verdict,
  },
  {
    patterns: [
      /(?:service|product|feature|function|account) (?:is|has|was) not (?:yet )?(?:been )?(?:activated|opened|subscribed)(?!\w)/i,
      /(?:service|product|feature) (?:is|has) not (?:yet )?(?:been )?enabled(?!\w)|(?:have|has) not (?:yet )?(?:activated|subscribed to) the (?:\w{1,20} ){0,3}(?:service|product)(?!\w)/i,
      /服务(?:尚|还|暂)?(?:未|没有)开通|(?:未|没有)开通(?:本|该|此|相关|云|任何)?(?:服务|产品)|(?:未|没有)开通[^，。；、,;\s]{1,20}服务|^(?:账号|账户|用户|您)?(?:尚|还|暂)?未开通(?:账号|账户)?[！!。.]?$/,
    ],
    tell: (l10n) => [
      l10n.t(
        "The service is not activated for this account: activate it in the product's console, with the root account.",
      ),
    ],
    short: (l10n) => l10n.t('service not activated'),
    verdict,
  },
  {
    patterns: [
      /uin (?:is )?not allow(?:ed)? to |not (?:on|in) (?:the |our )?(?:allow|white) ?list(?!\w)/i,
      /不在(?:该|此|当前)?(?:产品|功能|接口)?的?白名单|(?:未|没有)(?:开通|申请|加入|添加)(?:该|此)?(?:功能|接口)?的?白名单/,
    ],
    tell: (l10n) => [
      l10n.t(
        'The account is not on the allowlist of this feature: open a ticket to apply, with the uin of the root account.',
      ),
    ],
    short: (l10n) => l10n.t('account not on the allowlist'),
    verdict,
  },
  {
    patterns: [
      /no (?:pay|payment|finance|financial) (?:auth|authority|permission)/i,
      /(?:没有|无|缺少|缺乏)(?:支付|财务)权限/,
    ],
    tell: (l10n) => [
      l10n.t(
        'The caller is not allowed to pay for orders: ask an administrator to grant it a finance policy in CAM, or to place the order.',
      ),
    ],
    short: (l10n) => l10n.t('no permission to pay'),
    verdict,
  },
  {
    patterns: [
      /(?:real[- ]?name|identity) (?:verification|authentication) (?:has|is|was) not (?:been )?(?:completed|passed|done)/i,
      /(?:^|您的?|当前)(?:账号|账户|用户|主账号)?(?:尚|还)?(?:未|没有)(?:通过|完成|进行)?实名认证/,
    ],
    tell: (l10n) => [
      l10n.t('The identity of the account is not verified: verify it in the console under Account Information.'),
    ],
    short: (l10n) => l10n.t('identity not verified'),
    verdict,
  },
]);
