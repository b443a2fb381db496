import type { Localizer } from '../base/localizer';
import type { InsightReader, Verdict } from './insight';

/** `Your current request times equals to 12 in a second, which exceeds the frequency limit 10 for a second.` */
const english =
  /request times equals to [`'"]?(\d{1,7})[`'"]? in a (second|minute|hour|day), ?which exceeds the frequency limit [`'"]?(\d{1,7})[`'"]? for a \2/i;

/** The same in Chinese. */
const chinese = /每(秒|分钟|小时|天)请求 ?[`'"]?(\d{1,7})[`'"]? ?次，超过了每\1频率上限 ?[`'"]?(\d{1,7})[`'"]?(?!\d)/;

/** The number of calls in a period, and the limit. */
interface Counts {
  readonly observed: number;
  readonly allowed: number;
}

interface Period {
  readonly milliseconds: number;
  readonly sentence: (l10n: Localizer, counts: Counts, pause: string) => string;
  readonly short: (l10n: Localizer, counts: Counts) => string;
}

const second: Period = {
  milliseconds: 1000,
  sentence: (l10n, { observed, allowed }, pause) =>
    l10n.t('{0} calls per second, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (l10n, { observed, allowed }) => l10n.t('{0} per second, {1} allowed', observed, allowed),
};
const minute: Period = {
  milliseconds: 60_000,
  sentence: (l10n, { observed, allowed }, pause) =>
    l10n.t('{0} calls per minute, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (l10n, { observed, allowed }) => l10n.t('{0} per minute, {1} allowed', observed, allowed),
};
const hour: Period = {
  milliseconds: 3_600_000,
  sentence: (l10n, { observed, allowed }, pause) =>
    l10n.t('{0} calls per hour, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (l10n, { observed, allowed }) => l10n.t('{0} per hour, {1} allowed', observed, allowed),
};
const day: Period = {
  milliseconds: 86_400_000,
  sentence: (l10n, { observed, allowed }, pause) =>
    l10n.t('{0} calls per day, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (l10n, { observed, allowed }) => l10n.t('{0} per day, {1} allowed', observed, allowed),
};

const periods: ReadonlyMap<string, Period> = new Map([
  ['second', second],
  ['minute', minute],
  ['hour', hour],
  ['day', day],
  ['秒', second],
  ['分钟', minute],
  ['小时', hour],
  ['天', day],
]);

const verdict: Verdict = { fault: 'caller', retry: 'backoff', code: 'RequestLimitExceeded' };

/** Reads the number of calls and the limit, and computes the pause between calls. */
export const rateLimit: InsightReader = ({ code, message }, l10n) => {
  const found = countsIn(message);
  if (!found || found.allowed <= 0 || found.observed <= found.allowed) {
    return undefined;
  }
  const { allowed, period } = found;
  return {
    id: 'rate-limit',
    sentences: [[period.sentence(l10n, found, pause(period, allowed, l10n))]],
    short: period.short(l10n, found),
    // The codes of limits say more precisely whose limit it is.
    ...(code.startsWith('RequestLimitExceeded') ? {} : { verdict }),
  };
};

function countsIn(message: string): (Counts & { period: Period }) | undefined {
  const [, observed, unit = '', allowed] = english.exec(message) ?? [];
  const [, unitInChinese = '', observedInChinese, allowedInChinese] = chinese.exec(message) ?? [];
  const period = periods.get(unit.toLowerCase() || unitInChinese);
  return (
    period && { observed: Number(observed ?? observedInChinese), allowed: Number(allowed ?? allowedInChinese), period }
  );
}

/** The minimum pause between two calls. */
function pause({ milliseconds }: Period, allowed: number, l10n: Localizer): string {
  const minimum = milliseconds / allowed;
  return minimum <= 10_000 ? l10n.t('{0} ms', Math.ceil(minimum)) : l10n.t('{0} seconds', Math.ceil(minimum / 1000));
}
