import type { Envelope } from '../../service';
import type { CheckedFile } from './checkedFile';
import { addCodes, countCode, noCodes, type CodeCounts, type Place } from './codeCounts';
import { addTo, emptySummary, type Summary } from './summary';

/** What was checked and found, as far as it is counted: plain data that can be sent from a thread. */
export interface Tally {
  readonly summary: Summary;
  /** The codes of failures; empty where there is none. */
  readonly failures: CodeCounts;
  /** The codes inside payloads. */
  readonly itemCodes: CodeCounts;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { summary: emptySummary(), failures: noCodes(), itemCodes: noCodes() };
}

/** Adds what was counted later. */
export function addTally(total: Tally, { summary, failures, itemCodes }: Tally): void {
  addTo(total.summary, summary);
  addCodes(total.failures, failures);
  addCodes(total.itemCodes, itemCodes);
}

/** The same file. What is read of it is counted. */
export function counted(file: CheckedFile, { summary, failures, itemCodes }: Tally): CheckedFile {
  const count = (counts: CodeCounts, failure: Envelope, { span }: Pick<Envelope, 'span'>): void => {
    const code = failure.code?.value.trim() ?? '';
    const first = (): Place => ({ path: file.path, ...file.rangeOf(span).start });
    countCode(counts, code, () => ({ first: first(), meaning: file.meaningOf?.(code) }));
  };
  return {
    ...file,
    *envelopes() {
      for (const found of file.envelopes()) {
        const { envelope, itemFailures } = found;
        summary.envelopes++;
        if (envelope.status === 'failure') {
          summary.failures++;
          count(failures, envelope, envelope);
        }
        itemFailures.forEach((failure) => count(itemCodes, failure, failure.code ?? failure));
        yield found;
      }
    },
    *findings() {
      for (const finding of file.findings()) {
        summary.findings[finding.severity]++;
        yield finding;
      }
    },
  };
}
