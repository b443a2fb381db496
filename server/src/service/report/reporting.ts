import type { ServiceContext } from '../context/serviceContext';
import { reportToCsv, reportToMarkdown } from './exports';
import { reportToHtml, type PageOptions } from './page';
import type { Report } from './reportBuilder';
import { reportRow, type PlacedFailure, type ReportRow } from './reportRow';

/** Makes reports of many failures, without secrets. */
export interface Reporting {
  /** What a report shows of a failure. */
  reportRow(failure: PlacedFailure): ReportRow;
  /** A report as a page that needs no other file. */
  reportToHtml(report: Report, options?: PageOptions): string;
  reportToMarkdown(report: Report): string;
  reportToCsv(report: Report): string;
}

/** Reports in the language of a service. */
export function createReporting(context: ServiceContext): Reporting {
  const { l10n } = context;
  return {
    reportRow: (failure) => reportRow(failure, context),
    reportToHtml: (report, options) => reportToHtml(report, l10n, options),
    reportToMarkdown: (report) => reportToMarkdown(report, l10n),
    reportToCsv: (report) => reportToCsv(report, l10n),
  };
}
