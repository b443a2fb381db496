/** Reports of many failures: counts, and the list, as HTML, Markdown and CSV. */
export { createReport, ReportBuilder } from './reportBuilder';
export { createReporting, type Reporting } from './reporting';
export type { PlacedFailure, ReportRow } from './reportRow';
