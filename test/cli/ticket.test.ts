import assert from 'node:assert/strict';
import { run, TemporaryFolder } from './run';

/** The fields of a ticket, in their order. */
const fieldsOf = (ticket: string): Record<string, string> =>
  Object.fromEntries([...ticket.matchAll(/^([\w ]+): +(.+)$/gm)].map(([, name = '', value = '']) => [name, value]));

describe('command line: ticket', () => {
  it('fills in what the response says and leaves the rest to the user', async () => {
    const { code, stdout, stderr } = await run(['ticket', 'seed-failure.json'], { env: { TZ: 'Asia/Shanghai' } });
    const { 'Local time': local, UTC: utc, ...fields } = fieldsOf(stdout);
    assert.deepEqual(fields, {
      RequestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
      'Error code': 'AuthFailure.SignatureFailure (Signature error.)',
      Message: 'The provided credentials could not be validated. Please ensure your signature is correct.',
      Product: '(please fill in)',
      Action: '(please fill in)',
      Region: '(please fill in)',
      'Found in': 'seed-failure.json, line 1',
    });
    assert.match(local ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+08:00$/);
    assert.match(utc ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
    const moment = (text = ''): number => Date.parse(text.replace(' ', 'T').replace(' ', '').replace('UTC', 'Z'));
    assert.equal(moment(local), moment(utc));
    assert.match(stdout, /^Tencent Cloud API support request\n/);
    assert.match(stdout, /\n$/);
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  it('uses the product that is given', async () => {
    const { stdout } = await run(['ticket', 'seed-failure.json', '--product', 'cam']);
    assert.equal(fieldsOf(stdout).Product, 'cam');
  });

  describe('of several responses', () => {
    let folder: TemporaryFolder;

    before(() => {
      folder = new TemporaryFolder();
      const one = (id: string, error = ''): string => `{"Response": {${error}"RequestId": "${id}"}}`;
      const error = '"Error": {"Code": "InternalError", "Message": "m"}, ';
      folder.write({
        'mixed.jsonl': [one('r0'), one('r1', error), one('r2', error)].join('\n'),
        'successes.json': `[\n${one('r3')},\n${one('r4')}]`,
        'unwrapped.json': '{"RequestId": "r5"}',
        'secret.json': one('r6', error.replace('"m"', '"SecretKey=abcdefgh12345678"')),
        'none.json': '{"a": 1}',
      });
    });

    after(() => folder.remove());

    const requestId = async (...args: string[]): Promise<string | undefined> => {
      const { code, stdout } = await run(['ticket', ...args], { cwd: folder.path });
      assert.equal(code, 0);
      return fieldsOf(stdout).RequestId;
    };

    it('is that of the first failure, else of the first', async () => {
      assert.equal(await requestId('mixed.jsonl'), 'r1');
      assert.equal(await requestId('successes.json'), 'r3');
      assert.equal(await requestId('unwrapped.json'), 'r5');
    });

    it('is that which --index names', async () => {
      assert.equal(await requestId('mixed.jsonl', '--index', '0'), 'r0');
      assert.equal(await requestId('mixed.jsonl', '--index', '2'), 'r2');
      const { stdout } = await run(['ticket', 'successes.json', '--index=1'], { cwd: folder.path });
      assert.equal(fieldsOf(stdout)['Found in'], 'successes.json, line 3');
    });

    it('has no secrets', async () => {
      const { stdout } = await run(['ticket', 'secret.json'], { cwd: folder.path });
      assert.doesNotMatch(stdout, /abcdefgh/);
      assert.match(stdout, /\nSecrets removed from this ticket: SecretKey\.\n$/);
    });

    for (const [title, args, complaint] of [
      ['there is none', ['none.json'], 'none.json has 0 API responses.'],
      ['none has that index', ['mixed.jsonl', '--index', '3'], 'mixed.jsonl has 3 API responses, none at index 3.'],
      [
        'the only one has not',
        ['unwrapped.json', '--index', '1'],
        'unwrapped.json has 1 API response, none at index 1.',
      ],
    ] as const) {
      it(`ends with 1 where ${title}`, async () => {
        assert.deepEqual(await run(['ticket', ...args], { cwd: folder.path }), {
          code: 1,
          stdout: '',
          stderr: `api-response: ${complaint}\n`,
        });
      });
    }

    it('ends with 2 where the file cannot be read', async () => {
      assert.deepEqual(await run(['ticket', 'missing.json'], { cwd: folder.path }), {
        code: 2,
        stdout: '',
        stderr: 'api-response: cannot read missing.json: there is no such file.\n',
      });
    });
  });
});
