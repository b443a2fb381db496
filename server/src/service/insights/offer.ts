import { sentence, type Verdict } from './insight';
import { readerOf } from './wording';

const verdict: Verdict = { fault: 'caller', retry: 'after-fixing' };

/** Reads that a type is sold out, or not sold in a zone or together with a disk. */
export const offer = readerOf('offer', [
  {
    patterns: [/(?<!not )(?:sold ?out|out of stock)(?!\w)/i, /(?<!未)售罄|库存不足/],
    tell: (l10n) => [
      l10n.t('According to the message it is sold out: try another zone or another type, or the same one later.'),
    ],
    short: (l10n) => l10n.t('sold out'),
    verdict: { fault: 'service', retry: 'after-fixing', code: 'ResourcesSoldOut' },
  },
  {
    patterns: [
      /(?:instance|machine) type [`'"]?(?<type>[\w.-]{1,60})[`'"]? is not (?:available|offered|sold|supported) in the (?:current |specified )?(?:availability )?zone [`'"]?(?<zone>[\w-]{1,60})/i,
      /(?:机型|实例规格|实例类型) ?[`'"“]?(?<type>[\w.-]{1,60})[`'"”]? ?在(?:当前|指定)?可用区 ?[`'"“]?(?<zone>[\w-]{1,60})[`'"”]? ?(?:中|内|下)?(?:不可用|不支持|不售卖|未售卖|没有售卖)/,
      /可用区 ?[`'"“]?(?<zone>[\w-]{1,60})[`'"”]? ?(?:不支持|未售卖|不售卖|没有)(?:该|指定)?(?:机型|实例规格|实例类型) ?[`'"“]?(?<type>[\w.-]{1,60})/,
    ],
    tell: (l10n, valueOf) =>
      sentence(
        l10n.t(
          'The zone {1} does not offer the instance type {0}: choose a type that `DescribeZoneInstanceConfigInfos` lists for this zone, or another zone.',
        ),
        valueOf('type'),
        valueOf('zone'),
      ),
    short: (l10n) => l10n.t('not offered in this zone'),
    verdict,
  },
  {
    patterns: [
      /instance type[^.\r\n]{0,40} (?:is|are) not (?:available|offered|sold|supported) in (?:the|this) (?:current |specified |selected )?(?:availability )?zone(?!\w)/i,
      /可用区(?:中|内|下)?(?:不支持|未售卖|不售卖|没有售卖)(?:该|此|指定的?|所选)?(?:机型|实例规格|实例类型)|(?:机型|实例规格|实例类型)在(?:该|此|当前|指定)?可用区(?:中|内|下)?(?:不可用|不支持|不售卖|未售卖|没有售卖)/,
    ],
    tell: (l10n) => [
      l10n.t(
        'The zone does not offer this instance type: choose a type that `DescribeZoneInstanceConfigInfos` lists for the zone, or another zone.',
      ),
    ],
    short: (l10n) => l10n.t('not offered in this zone'),
    verdict,
  },
  {
    patterns: [
      /(?:CVM|instance(?: type)?) (?:does |do )?not support (?:the |this )?(?:required|specified|requested) (?:\w{1,20} )?disk/i,
      /(?:机型|实例|CVM) ?不支持(?:该|此|所需|指定)的?(?:类型的?)?(?:云硬盘|云盘|磁盘|系统盘|数据盘)/,
    ],
    tell: (l10n) => [
      l10n.t(
        'This instance type does not support this type of disk in this zone: `DescribeDiskConfigQuota` lists the supported disks. Choose another disk, type or zone.',
      ),
    ],
    short: (l10n) => l10n.t('disk does not fit the instance type'),
    verdict,
  },
  {
    patterns: [
      /(?:cloud )?disk (?:is )?(?:specified )?(?:is )?unavailable(?!\w)/i,
      /指定的?(?:云硬盘|云盘)(?:类型)?不可用/,
    ],
    codes: /Disk/,
    tell: (l10n) => [
      l10n.t(
        'This type of disk is not for sale here: `DescribeDiskConfigQuota` lists the disks of a zone. Choose another disk or zone.',
      ),
    ],
    short: (l10n) => l10n.t('disk not for sale here'),
    verdict,
  },
]);
