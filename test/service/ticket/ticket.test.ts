import assert from 'node:assert/strict';
import { TemplateError, type TicketRequest } from '../../../server/src/service';
import { seedFailure, seedSuccess } from '../../support/seed';
import { failure, ticketOf } from '../../support/ticket';

/** The ticket of a document for a template. */
function filled(
  template: string,
  document: unknown = seedFailure,
  { product = '', ...request }: Partial<TicketRequest> & { readonly product?: string } = {},
): string {
  return ticketOf(document, { template, ...request }, { product }).text;
}

const context = '{{product}} {{action}} {{region}} {{apiVersion}}';
const response = failure('m');

describe('the built-in template', () => {
  it("contains everything about the seed's failure", () => {
    const { text, removed } = ticketOf({
      request: {
        host: 'cam.tencentcloudapi.com',
        'X-TC-Action': 'ListUsers',
        'X-TC-Region': 'ap-guangzhou',
        'X-TC-Version': '2019-01-16',
      },
      body: JSON.parse(seedFailure) as unknown,
    });
    assert.equal(
      text,
      `Tencent Cloud API support request

RequestId:   ed93f3cb-f35e-473f-b9f3-0d451b8b79c6
Error code:  AuthFailure.SignatureFailure (Signature error.)
Message:     The provided credentials could not be validated. Please ensure your signature is correct.
Product:     cam
Action:      ListUsers
Region:      ap-guangzhou
API version: 2019-01-16
Found in:    log/call.json, line 8
Local time:  2025-10-30 21:33:38 +08:00
UTC:         2025-10-30 13:33:38 UTC

What was expected:
The call ListUsers succeeds.

Steps to reproduce:
1. Call ListUsers of cam in ap-guangzhou.
2. The response is a failure with code AuthFailure.SignatureFailure.
`,
    );
    assert.deepEqual(removed, []);
  });

  it('asks for missing values, and omits optional ones', () => {
    assert.equal(
      ticketOf(seedSuccess).text,
      `Tencent Cloud API support request

RequestId:   b5b41468-520d-4192-b42f-595cc34b6c1c
Product:     (please fill in)
Action:      (please fill in)
Region:      (please fill in)
Found in:    log/call.json, line 1
Local time:  2025-10-30 21:33:38 +08:00
UTC:         2025-10-30 13:33:38 UTC

What was expected:
(please fill in: the call succeeded, what is wrong with its answer?)

Steps to reproduce:
1. Call the action.
2. (please fill in)
`,
    );
  });

  it("is used if the user's template is blank", () => {
    assert.equal(ticketOf(seedSuccess, { template: ' \n' }).text, ticketOf(seedSuccess).text);
  });

  it('says if there is no RequestId', () => {
    assert.match(
      ticketOf('{"Response":{"Error":{"Code":"InternalError","Message":"m"}}}').text,
      /^RequestId: +\(none in the response\)$/m,
    );
  });

  it('has no trailing whitespace', () => {
    for (const document of [
      seedFailure,
      seedSuccess,
      '{"Response":{"Error":{"Code":"","Message":""},"RequestId":""}}',
    ]) {
      assert.doesNotMatch(ticketOf(document).text, /[ \t]$/m);
    }
  });
});

describe('a template', () => {
  it('has placeholders', () => {
    assert.equal(
      filled(
        '{{requestId}}|{{code}}|{{description}}|{{message}}|{{status}}|{{file}}:{{line}}|{{localTime}}|{{utcTime}}',
        failure('why'),
      ),
      'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6|AuthFailure.SignatureFailure|Signature error.|why|failure|log/call.json:1|2025-10-30 21:33:38 +08:00|2025-10-30 13:33:38 UTC\n',
    );
  });

  it('has parts that depend on a value', () => {
    const template = '{{#code}}code {{code}}{{/code}}{{^code}}no code{{/code}}';
    assert.equal(filled(template), 'code AuthFailure.SignatureFailure\n');
    assert.equal(filled(template, seedSuccess), 'no code\n');
  });

  it('inserts values verbatim, not as HTML', () => {
    assert.equal(
      filled('{{message}} {{{message}}} {{&message}}', failure(`<b> & "q" 'a'`)),
      `${`<b> & "q" 'a' `.repeat(3).trimEnd()}\n`,
    );
  });

  it('does not interpret values as templates', () => {
    const tricky = '{{requestId}} {{#code}}x{{/code}} {{{message}}} {{> partial}} {{=<% %>=}} $& $1 \\n';
    assert.equal(filled('{{message}}|{{code}}', failure(tricky, tricky)), `${tricky}|${tricky}\n`);
    assert.equal(filled('{{file}}', seedFailure, { file: '{{code}}.json' }), '{{code}}.json\n');
  });

  it('leaves unknown placeholders empty', () => {
    assert.equal(filled('a{{unknown}}b{{> partial}}c'), 'abc\n');
  });

  it('ends with a line break, without a second one', () => {
    assert.equal(filled('x'), 'x\n');
    assert.equal(filled('x\n'), 'x\n');
  });

  it('knows what a name says, else the description of a parent that speaks for its codes, and none of an unknown code', () => {
    assert.equal(
      filled('{{code}}: {{description}}', failure('m', 'InvalidParameter.Db')),
      'InvalidParameter.Db: `Db` is not accepted.\n',
    );
    assert.equal(
      filled('{{code}}: {{description}}', failure('m', 'InvalidParameter.Error')),
      'InvalidParameter.Error: Incorrect parameter.\n',
    );
    assert.equal(filled('{{code}}: {{description}}', failure('m', 'InternalError.Error')), 'InternalError.Error: \n');
    assert.equal(filled('{{code}}: {{description}}', failure('m', 'Nonsense')), 'Nonsense: \n');
  });

  it('trims values', () => {
    assert.equal(filled('[{{code}}][{{message}}]', failure(' m\n', ' InternalError ')), '[InternalError][m]\n');
  });

  it('has a misplaced or misspelled RequestId', () => {
    assert.equal(filled('{{requestId}}', '{"Response":{"request_id":"r"}}'), 'r\n');
    assert.equal(filled('{{requestId}}', '{"Response":{"Error":{"Code":"c"}},"RequestId":"r"}'), 'r\n');
    assert.equal(filled('{{requestId}}', '{"Response":{"RequestId":7}}'), '\n');
  });

  for (const broken of ['x'.repeat(50_001), '{{code', '{{#code}}', '{{#code}}{{/message}}', '{{/code}}', '{{=x=}}']) {
    it(`that is broken says so on one line: ${broken.slice(0, 40)}`, () => {
      assert.throws(
        () => filled(broken),
        (error) => error instanceof TemplateError && /^[^\n]*apiResponse\.supportTemplate[^\n]*$/.test(error.message),
      );
    });
  }
});

describe('the request', () => {
  it('is searched for around the envelope', () => {
    const request = { headers: [{ name: 'x', 'X-TC-Action': 'RunInstances' }], 'x-tc-region': 'eu-frankfurt' };
    assert.equal(
      filled(context, { request, service: 'cvm', version: '2017-03-12', response }),
      'cvm RunInstances eu-frankfurt 2017-03-12\n',
    );
  });

  it('may be before or after the envelope, or beside its Response', () => {
    assert.equal(filled('{{action}}', { action: 'RunInstances', response }), 'RunInstances\n');
    assert.equal(filled('{{action}}', { response, action: 'RunInstances' }), 'RunInstances\n');
    assert.equal(filled('{{action}}', { action: 'RunInstances', ...response }), 'RunInstances\n');
    assert.equal(filled('{{action}}', { ...response, Action: 'RunInstances' }), 'RunInstances\n');
  });

  it('is the nearest one', () => {
    const near = { action: 'StopInstances', response };
    assert.equal(filled('{{action}}', { action: 'RunInstances', entries: [near] }), 'StopInstances\n');
    assert.equal(filled('{{action}}', { entries: [near], action: 'RunInstances' }), 'StopInstances\n');
    assert.equal(filled('{{action}} {{region}}', { region: 'ap-tokyo', entries: [near] }), 'StopInstances ap-tokyo\n');
  });

  it('is not the request of another envelope', () => {
    const other = { action: 'RunInstances', region: 'ap-tokyo', response };
    assert.equal(filled(context, [other, { action: 'StopInstances', response }]), ' StopInstances  \n');
  });

  it("is not in the response itself, whose members are the action's own", () => {
    const own = {
      Response: { Region: 'ap-tokyo', Data: { Action: 'RunInstances', Version: '2017-03-12' }, RequestId: 'r' },
    };
    assert.equal(filled(context, own), '   \n');
    assert.equal(filled(context, { action: 'StopInstances', body: own }), ' StopInstances  \n');
  });

  for (const [host, expected] of Object.entries({
    'cvm.tencentcloudapi.com': 'cvm ',
    'https://cvm.tencentcloudapi.com/': 'cvm ',
    'cvm.ap-guangzhou.tencentcloudapi.com': 'cvm ap-guangzhou',
    'cvm.intl.tencentcloudapi.com': 'cvm ',
    'cvm.ap-hongkong.intl.tencentcloudapi.com': 'cvm ap-hongkong',
    'cvm.internal.tencentcloudapi.com': 'cvm ',
    'CVM.TencentCloudAPI.com': 'cvm ',
    'cvm.example.com': ' ',
    'tencentcloudapi.com': ' ',
  })) {
    it(`has product and region from the host ${host}`, () => {
      assert.equal(filled('{{product}} {{region}}', { host, response }), `${expected}\n`);
    });
  }

  it('prefers the product of the host, but the region that is named', () => {
    const said = { host: 'cvm.ap-guangzhou.tencentcloudapi.com', product: 'cbs', region: 'ap-tokyo', response };
    assert.equal(filled('{{product}} {{region}}', said), 'cvm ap-tokyo\n');
  });

  it('has the product of the settings if the document names none', () => {
    assert.equal(filled('{{product}}', response, { product: 'cfw' }), 'cfw\n');
    assert.equal(filled('{{product}}', { service: 'cvm', response }, { product: 'cfw' }), 'cvm\n');
  });

  it('is not taken from what only has the same name', () => {
    const others = {
      action: 'click',
      region: 'Europe',
      version: '1.0',
      product: 'My Product',
      service: 7,
      module: null,
      response,
    };
    assert.equal(filled(context, others), '   \n');
    assert.equal(filled(context, { action: { name: 'RunInstances' }, version: ['2017-03-12'], response }), '   \n');
  });

  it('is found in a truncated document', () => {
    assert.equal(
      filled('{{action}}', '{"action":"RunInstances","response":{"Response":{"RequestId":"r"'),
      'RunInstances\n',
    );
  });

  it('is found in a list of any length', () => {
    const list = Array.from({ length: 20_000 }, (_, index) => ({ action: `Action${index}`, response }));
    assert.equal(filled('{{action}}', list), 'Action19999\n');
  });
});

describe('the time', () => {
  const moment = (offset: number, epoch = Date.UTC(2025, 9, 30, 13, 33, 38)): string =>
    filled('{{localTime}} = {{utcTime}}', seedFailure, { time: { epoch, offset } });

  for (const [offset, expected] of [
    [480, '2025-10-30 21:33:38 +08:00'],
    [0, '2025-10-30 13:33:38 +00:00'],
    [-210, '2025-10-30 10:03:38 -03:30'],
    [345, '2025-10-30 19:18:38 +05:45'],
    [840, '2025-10-31 03:33:38 +14:00'],
    [-720, '2025-10-30 01:33:38 -12:00'],
  ] as const) {
    it(`is that of the user's clock, ${offset} minutes ahead of UTC, and UTC`, () => {
      assert.equal(moment(offset), `${expected} = 2025-10-30 13:33:38 UTC\n`);
    });
  }

  it('goes over midnight and the turn of the year', () => {
    assert.equal(
      moment(480, Date.UTC(2025, 11, 31, 23, 59, 59)),
      '2026-01-01 07:59:59 +08:00 = 2025-12-31 23:59:59 UTC\n',
    );
  });
});
