import { createReport } from '../../service';
import { reportRequest, type ReportParams, type ReportResult } from '../protocol';
import { onCustomRequest, type ServerContext } from '../session/serverContext';

/** Makes a report of the failures that a client has found. */
export function registerReport(context: ServerContext): void {
  const { configurations, services } = context;

  onCustomRequest<ReportParams, ReportResult | null>(
    context,
    reportRequest,
    { feature: 'report', fallback: null },
    async ({ failures, format }) => {
      const service = services.for(await configurations.get());
      const report = createReport(
        failures.map(({ range, ...failure }) => service.reportRow({ ...failure, line: range.start.line + 1 })),
      );
      switch (format) {
        case 'html':
          return { text: service.reportToHtml(report, { isInEditor: true }) };
        case 'markdown':
          return { text: service.reportToMarkdown(report) };
        case 'csv':
          return { text: service.reportToCsv(report) };
      }
    },
  );
}
