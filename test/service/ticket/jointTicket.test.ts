import assert from 'node:assert/strict';
import { Catalog, type CatalogFile, type JointFailure, type Redacted } from '../../../server/src/service';
import { assertLinear, cpuTime } from '../../support/cpuTime';
import { serviceWith } from '../../support/service';
import { specificationTime } from '../../support/ticket';

const failure = (own: Partial<JointFailure>): JointFailure => ({
  code: 'InternalError',
  message: '',
  requestId: '',
  product: '',
  action: '',
  region: '',
  file: 'a.json:1',
  ...own,
});

const ticketOf = (failures: readonly JointFailure[]): Redacted =>
  serviceWith().createJointTicket(failures, specificationTime);

describe('a ticket for many failures', () => {
  it('has a section per code, with each RequestId once', () => {
    const { text, removed } = ticketOf([
      failure({ requestId: 'r1', message: 'one', product: 'cvm', action: 'RunInstances', region: 'ap-tokyo' }),
      failure({ requestId: 'r1', message: 'one', file: 'a.json:9' }),
      failure({ requestId: ' r2 ', message: 'two', product: 'cbs' }),
      failure({ code: '', file: 'b.log:3' }),
    ]);
    assert.equal(
      text,
      `Tencent Cloud API support request

Total:       4 failures, 2 codes, 2 RequestIds
Local time:  2025-10-30 21:33:38 +08:00
UTC:         2025-10-30 13:33:38 UTC

InternalError (Internal error.): 3 failures
Product:    cvm (in 1 of 3), cbs (in 1 of 3)
Action:     RunInstances (in 1 of 3)
Region:     ap-tokyo (in 1 of 3)
Message:    one (and 1 other)
Found in:   a.json:1, a.json:9
RequestIds:
  r1
  r2

(no code): 1 failure
Found in:   b.log:3
RequestIds: (none in the responses)
`,
    );
    assert.deepEqual(removed, []);
  });

  it('names what all failures have without a count', () => {
    const call = { product: 'cvm', action: 'RunInstances' };
    const { text } = ticketOf([
      failure({ ...call, region: 'ap-tokyo' }),
      failure({ ...call, region: 'ap-seoul' }),
      failure({ ...call, region: 'ap-seoul' }),
    ]);
    assert.match(text, /^Product: {4}cvm\nAction: {5}RunInstances\nRegion: {5}ap-tokyo, ap-seoul\n/m);
  });

  it('explains a code as the product does only if all failures are of that product', () => {
    const code = 'FailedOperation.SendFailed';
    const data = (description: string): CatalogFile['data'] => ({
      schemaVersion: 1,
      codes: { [code]: { description } },
    });
    const catalog = new Catalog([
      { scope: 'common', data: data('Of any product.') },
      {
        scope: 'product',
        data: { schemaVersion: 1, products: { sms: { codes: { [code]: { description: 'Of sms.' } } } } },
      },
    ]);
    const heading = (...products: string[]): string | undefined =>
      serviceWith({ catalog })
        .createJointTicket(
          products.map((product) => failure({ code, product })),
          specificationTime,
        )
        .text.split('\n')
        .find((line) => line.startsWith(code));
    assert.equal(heading('sms', 'sms'), `${code} (Of sms.): 2 failures`);
    assert.equal(heading('sms', ''), `${code} (Of any product.): 2 failures`);
    assert.equal(heading('', 'sms'), `${code} (Of any product.): 2 failures`);
  });

  it('has secrets removed, and says so', () => {
    const { text, removed } = ticketOf([failure({ message: 'SecretId=EXAMPLE-ID' })]);
    assert.match(text, /^Message: {4}SecretId=\[removed\]$/m);
    assert.match(text, /\n\nSecrets removed from this ticket: SecretId\.\n$/);
    assert.deepEqual(removed, ['SecretId']);
  });

  describe('takes time in proportion to the number of failures', () => {
    const many = (count: number, codes: number): JointFailure[] =>
      Array.from({ length: count }, (_, index) =>
        failure({
          code: codes === 1 ? 'InternalError' : `InternalError.Made${index % codes}`,
          message: 'An internal error has occurred.',
          requestId: `r-${index}`,
          file: `log-${index % 100}.json:${index}`,
        }),
      );

    for (const codes of [1, 1000]) {
      it(`of ${codes === 1 ? 'one code' : `${codes} codes`}`, () => {
        assertLinear((count) => {
          const failures = many(count, codes);
          return () => ticketOf(failures);
        }, 10_000);
      }).timeout(60_000);
    }

    it('and less than a second for 100,000 failures of one code', () => {
      const failures = many(100_000, 1);
      ticketOf(many(1000, 1));
      assert.ok(cpuTime(() => ticketOf(failures)) < 1000);
    }).timeout(60_000);
  });
});
