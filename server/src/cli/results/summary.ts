import type { Severity } from '../../service';

/** How much was found. */
export interface Summary {
  files: number;
  envelopes: number;
  failures: number;
  readonly findings: Record<Severity, number>;
}

/** Nothing so far. */
export function emptySummary(): Summary {
  return { files: 0, envelopes: 0, failures: 0, findings: { error: 0, warning: 0, information: 0, hint: 0 } };
}

/** Adds what was found in some files to what was found in all. */
export function addTo(total: Summary, some: Summary): void {
  total.files += some.files;
  total.envelopes += some.envelopes;
  total.failures += some.failures;
  for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
    total.findings[severity] += some.findings[severity];
  }
}
