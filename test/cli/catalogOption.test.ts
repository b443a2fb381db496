import assert from 'node:assert/strict';
import { goSdk } from '../support/sdkTree';
import { check, run, TemporaryFolder, type Outcome } from './run';

const failure = (code: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });

describe('command line: --catalog', () => {
  let folder: TemporaryFolder;

  beforeEach(() => (folder = new TemporaryFolder()));

  afterEach(() => folder.remove());

  const runHere = (...args: string[]): Promise<Outcome> => run(args, { cwd: folder.path });

  const gateway = {
    schemaVersion: 1,
    product: 'gateway',
    codes: { 'Teapot.Cold': 'The tea is cold.', InternalError: 'Of the gateway.' },
  };

  it('makes check, explain and ticket know the codes of a file', async () => {
    folder.write({ 'gateway.json': JSON.stringify(gateway), 'a.log': failure('Teapot.Cold') });
    const before = await check(['a.log'], { cwd: folder.path });
    assert.deepEqual(
      before.report.files[0]?.findings.map(({ rule }) => rule),
      ['unknown-error-code'],
    );
    const after = await check(['a.log', '--catalog', 'gateway.json'], { cwd: folder.path });
    assert.deepEqual(
      after.report.files.map(({ findings, envelopes: [first] }) => [findings, first?.error?.match]),
      [[[], 'exact']],
    );
    const explained = await runHere('explain', 'Teapot.Cold', '--catalog', 'gateway.json', '--product', 'gateway');
    assert.equal(explained.code, 0);
    assert.match(explained.stdout, /^Teapot\.Cold: The tea is cold\.\n/);
    const ticket = await runHere('ticket', 'a.log', '--catalog', 'gateway.json', '--product', 'gateway');
    assert.match(ticket.stdout, /The tea is cold\./);
  });

  it('in all threads', async () => {
    const files = Array.from({ length: 12 }, (_, index) => [`many/${index}.json`, failure('Teapot.Cold')]);
    folder.write({ 'gateway.json': JSON.stringify(gateway), ...(Object.fromEntries(files) as Record<string, string>) });
    const { code, report } = await check(['many', '--catalog', 'gateway.json', '--fail-on', 'hint'], {
      cwd: folder.path,
      env: { API_RESPONSE_THREADS: '2' },
    });
    assert.deepEqual([code, report.files.length], [0, 12]);
  });

  it('takes several, of which the later one wins', async () => {
    const other = { ...gateway, codes: { 'Teapot.Cold': 'Warm it up.', 'Teapot.Empty': 'There is no tea.' } };
    folder.write({ 'a.json': JSON.stringify(gateway), 'b.json': JSON.stringify(other) });
    const explain = async (code: string): Promise<string> =>
      (await runHere('explain', code, '--product', 'gateway', '--catalog', 'a.json', '--catalog=b.json')).stdout;
    assert.match(await explain('Teapot.Cold'), /^Teapot\.Cold: Warm it up\.\n/);
    assert.match(await explain('Teapot.Empty'), /^Teapot\.Empty: There is no tea\.\n/);
    assert.match(await explain('InternalError'), /^InternalError: Of the gateway\.\n/);
  });

  it('reads what catalog import wrote, which is less than the built-in catalog', async () => {
    folder.write(goSdk('mod/github.com/tencentcloud/tencentcloud-sdk-go@v1.3.166'));
    assert.equal((await runHere('catalog', 'import', 'mod', '--out', 'sdk.json')).code, 0);
    const explain = (code: string, product: string): Promise<Outcome> =>
      runHere('explain', code, '--product', product, '--catalog', 'sdk.json');
    assert.match((await explain('FailedOperation.ColdTea', 'teapot')).stdout, /: The tea has become cold\.\n/);
    const sdk = { language: 'go', version: '1' };
    const products = { cfw: { codes: { 'FailedOperation.QueryError': 'Of the SDK.', 'New.Code': 'New.' } } };
    folder.write({ 'sdk.json': `\ufeff${JSON.stringify({ schemaVersion: 1, sdk, products })}` });
    const known = await explain('FailedOperation.QueryError', 'cfw');
    assert.deepEqual([known.code, known.stdout.includes('Of the SDK.')], [0, false]);
    assert.match((await explain('New.Code', 'cfw')).stdout, /^New\.Code: New\.\n/);
  });

  for (const [what, content, message] of [
    ['is not there', undefined, '--catalog cannot read bad.json: there is no such file.'],
    [
      'is no JSON',
      '{\n  "schemaVersion": 1,\n  oops',
      /bad\.json cannot be used, see line 3, column \d: This file is not valid/,
    ],
    ['is another JSON', '[]', /bad\.json cannot be used, see line 1, column 1: A catalog must be an object\. Correct/],
    [
      'has an entry that cannot be used',
      '{"schemaVersion": 1, "codes": {\n"A": 7}}',
      /see line 2, column 6: A code needs/,
    ],
    ['has no codes', '{"schemaVersion": 1}', /see line 1, column 1: A catalog needs "codes"/],
    [
      'is too large',
      `{"schemaVersion": 1, "note": "${'x'.repeat(5_000_000)}"}`,
      /it must be a file of up to 5 MB\.\n$/,
    ],
  ] as const) {
    for (const command of ['check', 'explain', 'ticket']) {
      it(`ends ${command} with 2 and says why, if a file ${what}`, async () => {
        folder.write({ 'a.json': failure('InternalError'), ...(content === undefined ? {} : { 'bad.json': content }) });
        const input = command === 'explain' ? 'InternalError' : 'a.json';
        const { code, stdout, stderr } = await runHere(command, input, '--catalog', 'bad.json');
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, typeof message === 'string' ? new RegExp(message) : message);
        assert.match(stderr, /^api-response: [^\n]+\.\n$/);
      });
    }
  }
});
