import assert from 'node:assert/strict';
import { builtinCatalog } from '../../server/src/data/builtinData';
import type { Explanation } from '../../server/src/service';
import { run } from './run';

const explain = async (...args: string[]): Promise<{ code: number | null; explanation: Explanation }> => {
  const { code, stdout, stderr } = await run(['explain', '--format', 'json', ...args]);
  assert.equal(stderr, '');
  return { code, explanation: JSON.parse(stdout) as Explanation };
};

const known = builtinCatalog().get('AuthFailure.SignatureFailure')!;

describe('command line: explain', () => {
  it('prints everything known about a code', async () => {
    assert.deepEqual(await explain('AuthFailure.SignatureFailure'), {
      code: 0,
      explanation: {
        code: 'AuthFailure.SignatureFailure',
        match: 'exact',
        entry: known,
        description: 'Signature error.',
        facts: ['Common code', 'Fault: caller', 'Retry: after fixing'],
        misspellings: [],
        elsewhere: [],
        products: [],
      },
    });
  });

  for (const [title, code, match, entry, exit] of [
    ['trimmed of whitespace and dots', ' InternalError. ', 'trimmed', 'InternalError', 0],
    ['through its parent', 'InvalidParameterValue.Own.Deeper', 'parent', 'InvalidParameterValue', 0],
    ['through its family', 'AuthFailure.Own', 'parent', 'AuthFailure', 0],
    ['as unknown', 'Zzzzzzzz.Own', 'none', undefined, 1],
    ['as unknown, when it is empty', '', 'none', undefined, 1],
  ] as const) {
    it(`explains a code ${title}`, async () => {
      const { code: exitCode, explanation } = await explain(code);
      assert.equal(explanation.code, code);
      assert.equal(explanation.match, match);
      assert.equal(explanation.entry?.code, entry);
      assert.notEqual(explanation.caveat ?? explanation.note, undefined);
      assert.equal(exitCode, exit);
    });
  }

  it('suggests what a code may be a misspelling of', async () => {
    const { code, explanation } = await explain('InternalEror');
    assert.deepEqual(explanation.misspellings, ['InternalError']);
    assert.match(explanation.slip ?? '', /^Unknown; did you mean `InternalError`/);
    assert.equal(code, 1);
  });

  it('prints the same as text, the answer first', async () => {
    const { code, stdout, stderr } = await run(['explain', 'AuthFailure.SignatureFailure', '--locale', 'en']);
    assert.deepEqual(stdout.split('\n').slice(0, 3), [
      'AuthFailure.SignatureFailure: Signature error.',
      '',
      'Common code · Fault: caller · Retry: after fixing',
    ]);
    let end = 0;
    for (const text of ['What to do:', ...(known.steps ?? []), 'Likeliest causes:', ...(known.causes ?? [])]) {
      const start = stdout.indexOf(text, end);
      assert.ok(start >= end, `${text} in its place in ${stdout}`);
      end = start + text.length;
    }
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  it('prints unknown codes to standard output too', async () => {
    const { code, stdout, stderr } = await run(['explain', 'InternalEror']);
    assert.match(
      stdout,
      /^InternalEror: Unknown; did you mean `InternalError` — Internal error\?\n\n"InternalEror" is in/,
    );
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  describe('of a text', () => {
    const failure = (code: string, message = 'm'): string =>
      JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: `of ${code}` } });

    it('explains all failures, one after the other', async () => {
      const text = [failure('InternalError', 'one\nRequestId: forged'), failure('LimitExceeded')].join('\n');
      const { code, stdout, stderr } = await run(['explain', text]);
      assert.match(stdout, /^2 responses, 2 failed\.\n\nInternalError: Internal error\.\n\nCommon code/);
      assert.match(
        stdout,
        /\n\nMessage: one\\u000aRequestId: forged\n\nRequestId: of InternalError\n\n---\n\nLimitExceeded: /,
      );
      assert.match(stdout, /\n\nMessage: m\n\nRequestId: of LimitExceeded\n$/);
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });

    it('prints a list as JSON', async () => {
      const { code, stdout } = await run([
        'explain',
        '--format',
        'json',
        `${failure('InternalError')} Zzzz.Own ${failure('Zzzz.Own')}`,
      ]);
      const list = JSON.parse(stdout) as { explanation: Explanation }[];
      assert.deepEqual(
        list.map(({ explanation: { code: each, match }, ...others }) => [each, match, others]),
        [
          ['InternalError', 'exact', { isByWording: false, insights: [], message: 'm', requestId: 'of InternalError' }],
          ['Zzzz.Own', 'none', { isByWording: false, insights: [], message: 'm', requestId: 'of Zzzz.Own' }],
        ],
      );
      assert.equal(code, 1);
    });

    it('says that a call succeeded, and what a RequestId is', async () => {
      const [success, id] = await Promise.all([
        run(['explain', 'seed-success.json']),
        run(['explain', 'b5b41468-520d-4192-b42f-595cc34b6c1c']),
      ]);
      const said = 'The call succeeded: the response has no Error. RequestId: b5b41468-520d-4192-b42f-595cc34b6c1c\n';
      assert.deepEqual(success, { code: 0, stdout: said, stderr: '' });
      assert.match(id.stdout, /^b5b41468-520d-4192-b42f-595cc34b6c1c: may be a RequestId\n\n[^\n]+\n$/);
      assert.equal(id.code, 1);
    });

    it('ends with 1 if there is nothing to explain', async () => {
      const [text, json] = await Promise.all([
        run(['explain', 'nothing at all']),
        run(['explain', '-', '--format', 'json'], { stdin: '{}' }),
      ]);
      const stderr = (name: string): string =>
        `api-response: ${name} has no code, no response and no exception that is known.\n`;
      assert.deepEqual(text, { code: 1, stdout: '', stderr: stderr('the text') });
      assert.deepEqual(json, { code: 1, stdout: '[]\n', stderr: stderr('<stdin>') });
    });
  });
});
