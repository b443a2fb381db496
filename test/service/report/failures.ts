import type { PlacedFailure, ReportRow } from '../../../server/src/service';
import { serviceWith, type ServiceOptions } from '../../support/service';

/** A failure of which nothing is known but what is given. */
export const failure = (known: Partial<PlacedFailure> = {}): PlacedFailure => ({
  code: '',
  description: '',
  product: '',
  fault: '',
  requestId: '',
  time: '',
  file: 'a.json',
  line: 1,
  ...known,
});

/** The rows of failures. */
export const rowsOf = (failures: readonly Partial<PlacedFailure>[], options?: ServiceOptions): ReportRow[] => {
  const service = serviceWith(options);
  return failures.map((each) => service.reportRow(failure(each)));
};

/** Four failures of two products, as a log may have them. */
export const some: readonly Partial<PlacedFailure>[] = [
  {
    code: 'AuthFailure.SignatureFailure',
    description: 'Signature error.',
    product: 'cvm',
    fault: 'caller',
    requestId: 'r-1',
    time: '2025-10-30 21:33:38 +08:00',
    file: 'logs/a.log',
    line: 7,
  },
  {
    code: 'RequestLimitExceeded',
    product: 'cbs',
    fault: 'caller',
    requestId: 'r-2',
    time: 'Thu, 30 Oct 2025 13:35:00 GMT',
    line: 2,
  },
  { code: 'RequestLimitExceeded', product: 'cvm', fault: 'caller', time: '2025/10/30 13:35:59,123' },
  { file: '=cmd|x.json' },
];
