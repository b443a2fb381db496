import assert from 'node:assert/strict';
import { leakOf, place } from '../../support/madeUpSecrets';
import { parse, serviceWith } from '../../support/service';
import { failure } from '../../support/ticket';

const denied = 'you are not authorized to perform operation (cos:GetObject)\nresource (qcs::cos:ap-guangzhou:uid/1:';

describe('a policy draft', () => {
  for (const [title, template] of [
    ['a SecretId in a resource', `${denied}bucket/{id}/a) has no permission`],
    ['a value that the message calls a secret', `SecretKey={key}: ${denied}bucket/{key}) has no permission`],
    ['a password in a resource', `${denied}bucket/password={digits}) has no permission`],
  ] as const) {
    it(`does not have ${title}`, () => {
      const { text, secrets } = place(template, title);
      const [envelope] = parse(JSON.stringify(failure(text))).envelopes();
      const draft = serviceWith().draftPolicy(envelope!);
      assert.equal(leakOf(secrets, JSON.stringify(draft)), undefined);
      assert.equal(draft?.removed.length, 1);
      assert.match(JSON.stringify(JSON.parse(draft.text)), /"qcs::cos:ap-guangzhou:uid\/1:bucket\/.*\[removed\]/);
      assert.deepEqual(draft.actions, ['cos:GetObject']);
    });
  }

  it('says nothing of secrets where there are none', () => {
    const [envelope] = parse(JSON.stringify(failure(`${denied}bucket/*) has no permission`))).envelopes();
    assert.deepEqual(serviceWith().draftPolicy(envelope!)?.removed, []);
  });

  for (const [what, messages, expected] of [
    ['a resource', ['m', `${denied}bucket/*) has no permission`], true],
    ['no resource', ['you are not authorized to perform operation (cos:GetObject)'], false],
    ['no denial', ['m', ''], false],
    ['no failure', [], false],
  ] as const) {
    it(`is to be had in a document whose messages name ${what}: ${expected}`, () => {
      const document = parse(
        JSON.stringify([{ Response: { RequestId: 'r' } }, ...messages.map((each) => failure(each))]),
      );
      assert.equal(serviceWith().hasPolicyDraft(document), expected);
    });
  }
});
