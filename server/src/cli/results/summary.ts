import type { Severity } from '../../service';

/** Counts of what was checked and found. */
export interface Summary {
  files: number;
  envelopes: number;
  failures: number;
  readonly findings: Record<Severity, number>;
}

/** A summary with all counts at 0. */
export function emptySummary(): Summary {
  return { files: 0, envelopes: 0, failures: 0, findings: { error: 0, warning: 0, information: 0, hint: 0 } };
}

/** Adds the counts of `summary` to `total`. */
export function addTo(total: Summary, summary: Summary): void {
  total.files += summary.files;
  total.envelopes += summary.envelopes;
  total.failures += summary.failures;
  for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
    total.findings[severity] += summary.findings[severity];
  }
}
