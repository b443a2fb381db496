import type { Localizer } from '../base/localizer';
import type { Fault } from '../base/verdict';
import type { Counts, Report } from './reportBuilder';
import type { ReportRow } from './reportRow';
import type { Series } from './timeCounts';

/** A column of the list of failures. */
interface Column {
  readonly id: 'time' | 'code' | 'description' | 'product' | 'fault' | 'place' | 'requestId';
  readonly title: string;
  readonly value: (row: ReportRow) => string;
}

/** The columns of the list of failures. */
export function columns(l10n: Localizer): readonly Column[] {
  return [
    { id: 'time', title: l10n.t('Time'), value: ({ time }) => time },
    { id: 'code', title: l10n.t('Code'), value: ({ code }) => code },
    { id: 'description', title: l10n.t('Meaning'), value: ({ description }) => description },
    { id: 'product', title: l10n.t('Product'), value: ({ product }) => product },
    { id: 'fault', title: l10n.t('Fault'), value: ({ fault }) => faultName(fault, l10n) },
    { id: 'place', title: l10n.t('Place'), value: ({ file, line }) => `${file}:${line}` },
    { id: 'requestId', title: 'RequestId', value: ({ requestId }) => requestId },
  ];
}

function faultName(fault: Fault | '', l10n: Localizer): string {
  const names: Readonly<Record<Fault | '', () => string>> = {
    caller: () => l10n.t('caller'),
    account: () => l10n.t('account'),
    service: () => l10n.t('service'),
    network: () => l10n.t('network'),
    '': () => '',
  };
  return names[fault]();
}

/** What failures are counted by. */
export type Kind = 'code' | 'product';

export function countsTitle(kind: Kind, l10n: Localizer): string {
  return kind === 'code' ? l10n.t('By code') : l10n.t('By product');
}

/** A name and how many failures have it, for the user. */
export interface LabelledCount {
  readonly label: string;
  readonly count: number;
  /** The name itself; undefined if the label stands for something else. */
  readonly name?: string;
}

/** The names with their labels, and what is left of others. */
export function namesOf(kind: Kind, { top, others }: Counts, l10n: Localizer): readonly LabelledCount[] {
  const nameless = kind === 'code' ? l10n.t('No code') : l10n.t('Unknown product');
  return [
    ...top.map(({ name, count }) => (name === '' ? { label: nameless, count } : { label: name, count, name })),
    ...(others > 0 ? [{ label: l10n.t('All others'), count: others }] : []),
  ];
}

export function seriesTitle({ unit }: Series, l10n: Localizer): string {
  const titles: Readonly<Record<Series['unit'], () => string>> = {
    minute: () => l10n.t('By minute (UTC, or the time as logged if it has no zone)'),
    hour: () => l10n.t('By hour (UTC, or the time as logged if it has no zone)'),
    day: () => l10n.t('By day (UTC, or the time as logged if it has no zone)'),
    month: () => l10n.t('By month (UTC, or the time as logged if it has no zone)'),
    year: () => l10n.t('By year (UTC, or the time as logged if it has no zone)'),
  };
  return titles[unit]();
}

/** How many failures there are in all. */
export function totalText({ total }: Pick<Report, 'total'>, l10n: Localizer): string {
  return total === 1 ? l10n.t('1 failure') : l10n.t('{0} failures', total);
}

/** That not all failures are listed; empty if they are. */
export function unlistedText({ total, rows }: Pick<Report, 'total' | 'rows'>, l10n: Localizer): string {
  return rows.length < total ? l10n.t('Only the first {0} are listed; all are counted.', rows.length) : '';
}

/** That the time of some failures is not known; empty if it is. */
export function untimedText({ untimed }: Pick<Report, 'untimed'>, l10n: Localizer): string {
  return untimed > 0 ? l10n.t('Failures without a known time: {0}.', untimed) : '';
}
