import { shorten, sentence, type InsightReader } from './insight';

/** `Your current quota does not allow you to specified the value 2 in the parameter InstanceCount.` */
const english =
  /quota does not allow you to specif(?:y|ied) the value `(\d{1,9})` in the parameter `([A-Z][\w.]{0,99})`/i;

/** Reads a value that exceeds the quota. The known messages do not contain the quota itself. */
export const quota: InsightReader = ({ message }, l10n) => {
  const [, value, name] = english.exec(message) ?? [];
  return value === undefined || name === undefined
    ? undefined
    : {
        id: 'quota',
        sentences: [
          sentence(
            l10n.t('The remaining quota does not allow {1} to be {0}. Request less, or a higher quota.'),
            value,
            name,
          ),
        ],
        short: l10n.t('quota does not allow {0} {1}', shorten(name), value),
        verdict: { fault: 'account', retry: 'after-fixing', code: 'LimitExceeded' },
      };
};
