import type { Localizer } from '../base/localizer';
import * as markdown from '../base/markdown';
import type { Markdown } from '../base/markdown';
import type { Counts, Report } from './reportBuilder';
import {
  columns,
  countsTitle,
  namesOf,
  seriesTitle,
  totalText,
  unlistedText,
  untimedText,
  type Kind,
} from './reportText';

/** A report as Markdown. */
export function reportToMarkdown(report: Report, l10n: Localizer): string {
  const { byCode, byProduct, overTime, rows } = report;
  const shown = columns(l10n);
  const points = overTime.points.map(({ time, count }) => [time, String(count)]);
  return `${markdown.blocks([
    markdown.heading(1, l10n.t('API Failure Report')),
    markdown.text(totalText(report, l10n)),
    markdown.text(unlistedText(report, l10n)),
    ...section(countsTitle('code', l10n), countRows('code', byCode, l10n), l10n),
    ...section(countsTitle('product', l10n), countRows('product', byProduct, l10n), l10n),
    ...(points.length > 0 ? section(seriesTitle(overTime, l10n), points, l10n) : []),
    markdown.text(untimedText(report, l10n)),
    markdown.heading(2, l10n.t('Failures')),
    markdown.table(
      shown.map(({ title }) => title),
      rows.map((row) => shown.map(({ value }) => value(row))),
    ),
  ])}\n`;
}

function section(title: string, rows: readonly (readonly string[])[], l10n: Localizer): Markdown[] {
  return [markdown.heading(2, title), markdown.table(['', l10n.t('Failures')], rows)];
}

function countRows(kind: Kind, counts: Counts, l10n: Localizer): string[][] {
  return namesOf(kind, counts, l10n).map(({ label, count }) => [label, String(count)]);
}

/** Spreadsheets take such a text for a formula, after blanks too. */
const formula = /^\s*[=+\-@＝＋－＠]/;

/** The failures of a report as CSV, as RFC 4180 has it. No text is a formula. */
export function reportToCsv({ rows }: Report, l10n: Localizer): string {
  const shown = columns(l10n);
  const lines = [shown.map(({ title }) => title), ...rows.map((row) => shown.map(({ value }) => value(row)))];
  return lines.map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('');
}

function csvField(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
