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
    assert.equal(code, 1);
  });

  it('prints the same as text, the answer first', async () => {
    const { code, stdout, stderr } = await run(['explain', 'AuthFailure.SignatureFailure', '--locale', 'en']);
    assert.deepEqual(stdout.split('\n').slice(0, 3), [
      'AuthFailure.SignatureFailure: Signature error.',
      '',
      'Common code · Fault: caller · Retry: after fixing',
    ]);
    for (const text of [...(known.causes ?? []), 'Likeliest causes:', 'What to do:']) {
      assert.ok(stdout.includes(text), text);
    }
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  it('prints unknown codes to standard output too', async () => {
    const { code, stdout, stderr } = await run(['explain', 'InternalEror']);
    assert.match(stdout, /^InternalEror: Not in the list of known codes\.\n\nDid you mean InternalError\?\n/);
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });
});
