import { sentence } from './insight';
import { readerOf, type Wording } from './wording';

const rest: Pick<Wording, 'short' | 'verdict'> = {
  short: (l10n) => l10n.t('address range in use'),
  verdict: { fault: 'caller', retry: 'after-fixing' },
};

/** Reads that an address range overlaps another one, and whose that is. */
export const cidrConflict = readerOf('cidr-conflict', [
  {
    patterns: [
      /(?<range>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})[`'")\]]{0,2}(?: (?:is|are|has|have|in)){0,2} (?:conflict|overlap)\w{0,4} with (?:clusterCIDR ?, ?|the |another )?(?:\w{1,20} )?cluster(?: ?id)? ?[:=]? ?[`'"]?(?<owner>cls-\w{4,16})/i,
      /(?<range>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})[`'"）)」]{0,2} ?(?:与|和|跟)(?:其[他它])?集群 ?[`'"（(]{0,2}(?<owner>cls-\w{4,16})[`'"）)]{0,2} ?[^，。\r\n]{0,30}(?:冲突|重叠|重复)/,
    ],
    tell: (l10n, valueOf) =>
      sentence(
        l10n.t('The address range {0} overlaps one of the cluster {1}: choose another one. Retrying does not help.'),
        valueOf('range'),
        valueOf('owner'),
      ),
    ...rest,
  },
  {
    patterns: [
      /(?<range>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})[`'")\]]{0,2}(?: (?:is|are|has|have|in|already)){0,2} (?:conflict|overlap)\w{0,4}[^.\r\n]{0,60}? [`'"(]?(?<other>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})/i,
      /(?<range>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})[`'"）)」]{0,2} ?(?:与|和|跟)[^，。\r\n\d]{0,30}(?<other>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})[`'"）)」]{0,2} ?[^，。\r\n]{0,10}(?:冲突|重叠|重复)/,
    ],
    tell: (l10n, valueOf) =>
      sentence(
        l10n.t('The address range {0} overlaps {1}, which is in use: choose another one. Retrying does not help.'),
        valueOf('range'),
        valueOf('other'),
      ),
    ...rest,
  },
  {
    patterns: [
      /(?<range>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})[`'")\]]{0,2}(?: (?:is|are|has|have|in|already)){0,2} (?:conflict|overlap)/i,
      /(?<range>\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})[`'"）)」]{0,2} ?(?:与|和|跟)?[^，。\r\n]{0,40}(?:冲突|重叠)/,
    ],
    tell: (l10n, valueOf) =>
      sentence(
        l10n.t('The address range {0} overlaps one that is in use: choose another one. Retrying does not help.'),
        valueOf('range'),
      ),
    ...rest,
  },
]);
