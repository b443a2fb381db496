import { shorten, type InsightReader, type Verdict } from './insight';
import { reasonOf } from './parameterReason';
import { parameterWordings } from './parameterWordings';
import { firstMatch } from './wording';

/** Codes that say themselves what is wrong with the request. A failure without a code says nothing else either. */
const saysWhat = /^$|^(?:Illegal|Invalid|Limit|Missing|Resource|Unknown)/;

/** Counts where the code does not say what is wrong. */
const verdict: Verdict = { fault: 'caller', retry: 'after-fixing', code: 'InvalidParameter' };

/** Reads the parameter that the message names, its value, and the reason from the end of the code. */
export const parameter: InsightReader = (failure, l10n) => {
  for (const wording of parameterWordings) {
    const found =
      !wording.codes || wording.codes.test(failure.code) ? firstMatch(wording.patterns, failure.message) : null;
    if (found) {
      const { name = '', value = '', other = '' } = found.groups ?? {};
      const reason = reasonOf(failure.code, l10n);
      return {
        id: 'parameter',
        sentences: [wording.sentence(l10n, { name, value, other }), ...(reason === undefined ? [] : [[reason]])],
        short: wording.short(l10n, shorten(name)),
        ...(saysWhat.test(failure.code) ? {} : { verdict }),
      };
    }
  }
  return undefined;
};
