import { visible } from '../base/markdown';
import type { Fault } from '../base/verdict';
import type { ServiceContext } from '../context/serviceContext';
import type { Failure } from '../explain';
import { redactAll } from '../redaction';
import { callTime } from './callTime';

/** A failure, and where it is. */
export interface PlacedFailure extends Pick<
  Failure,
  'code' | 'description' | 'product' | 'requestId' | 'time' | 'fault'
> {
  /** The document's name as the reader of the report should see it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A failure as a report shows it: plain data without secrets. Unknown values are empty strings. */
export interface ReportRow {
  /** In the form `2025-10-30 13:33:38`: in UTC, or as written if the text names no zone. */
  readonly time: string;
  readonly code: string;
  readonly description: string;
  readonly product: string;
  readonly fault: Fault | '';
  readonly file: string;
  readonly line: number;
  readonly requestId: string;
}

/** In UTF-16 units. No real value is longer. */
const maxLength = 500;

/** What a report shows of a failure. */
export function reportRow(failure: PlacedFailure, context: ServiceContext): ReportRow {
  const { code, description, product, requestId, fault, file, line, time } = failure;
  const texts = redactAll([code, description, product, requestId, file], context.l10n);
  const shown = texts.map(({ text }) => oneLine(text));
  const [cleanCode = '', cleanDescription = '', cleanProduct = '', cleanId = '', cleanFile = ''] = shown;
  return {
    time: callTime(time),
    code: cleanCode,
    // What the name of a code says repeats it, in other words.
    description: texts[0]?.removed.length === 0 ? cleanDescription : '',
    product: cleanProduct,
    fault,
    file: cleanFile,
    line,
    requestId: cleanId,
  };
}

/** A text on one line, as it is: nothing in it is invisible or turns it around. */
function oneLine(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
