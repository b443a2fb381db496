import * as l10n from '../base/localizer';
import type { InsightReader } from './insight';

/** `Your current request times equals to 12 in a second, which exceeds the frequency limit 10 for a second.` */
const english =
  /request times equals to [`'"]?(\d{1,7})[`'"]? in a (second|minute|hour|day), ?which exceeds the frequency limit [`'"]?(\d{1,7})[`'"]? for a \2/i;

/** The same in Chinese. */
const chinese = /每(秒|分钟|小时|天)请求 ?[`'"]?(\d{1,7})[`'"]? ?次，超过了每\1频率上限 ?[`'"]?(\d{1,7})[`'"]?(?!\d)/;

interface Period {
  readonly milliseconds: number;
  readonly tell: (observed: number, allowed: number, pause: string) => string;
  readonly short: (observed: number, allowed: number) => string;
}

const second: Period = {
  milliseconds: 1000,
  tell: (observed, allowed, pause) =>
    l10n.t('{0} calls in a second, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (observed, allowed) => l10n.t('{0} in a second, {1} allowed', observed, allowed),
};
const minute: Period = {
  milliseconds: 60_000,
  tell: (observed, allowed, pause) =>
    l10n.t('{0} calls in a minute, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (observed, allowed) => l10n.t('{0} in a minute, {1} allowed', observed, allowed),
};
const hour: Period = {
  milliseconds: 3_600_000,
  tell: (observed, allowed, pause) =>
    l10n.t('{0} calls in an hour, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (observed, allowed) => l10n.t('{0} in an hour, {1} allowed', observed, allowed),
};
const day: Period = {
  milliseconds: 86_400_000,
  tell: (observed, allowed, pause) =>
    l10n.t('{0} calls in a day, {1} allowed: leave at least {2} between calls.', observed, allowed, pause),
  short: (observed, allowed) => l10n.t('{0} in a day, {1} allowed', observed, allowed),
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

/** How many calls there were, how many are allowed, and the pause that keeps to it. */
export const rateLimit: InsightReader = ({ message }) => {
  const found = figures(message);
  if (!found || found.allowed <= 0 || found.observed <= found.allowed) {
    return undefined;
  }
  const { observed, allowed, period } = found;
  return {
    id: 'rate-limit',
    sentences: [[period.tell(observed, allowed, pause(period, allowed))]],
    short: period.short(observed, allowed),
  };
};

function figures(message: string): { observed: number; allowed: number; period: Period } | undefined {
  const [, observed, unit = '', allowed] = english.exec(message) ?? [];
  const [, unitInChinese = '', observedInChinese, allowedInChinese] = chinese.exec(message) ?? [];
  const period = periods.get(unit.toLowerCase() || unitInChinese);
  return (
    period && { observed: Number(observed ?? observedInChinese), allowed: Number(allowed ?? allowedInChinese), period }
  );
}

/** Between two calls, so that there are no more than allowed. */
function pause({ milliseconds }: Period, allowed: number): string {
  const least = milliseconds / allowed;
  return least <= 10_000 ? l10n.t('{0} ms', Math.ceil(least)) : l10n.t('{0} seconds', Math.ceil(least / 1000));
}
