import * as assert from 'node:assert/strict';
import { closeAll, hoversOn, open } from './support';

describe('Hover', () => {
  after(closeAll);

  it("explains the code of the specification's failing response", async () => {
    const [content, ...others] = await hoversOn(await open('signature-failure.json'), '"AuthFailure.SignatureFailure"');
    assert.deepEqual(others, []);
    const lines = (content ?? '').split('\n');
    assert.equal(lines[0], '**`AuthFailure.SignatureFailure`** — Signature error.');
    assert.equal(lines[2], 'Common code · Fault: caller · Retry: after fixing');
    assert.match(content ?? '', /\*\*Likeliest causes\*\*\n\n- .+\n- /);
    assert.match(content ?? '', /\*\*What to do\*\*\n\n1\. .+\n2\. /);
    assert.match(content ?? '', /\[Documentation\]\(https:\/\/www\.tencentcloud\.com\/document\/[^)]+\)$/);
  });

  for (const name of ['Response', 'Error', 'Code', 'Message', 'RequestId']) {
    it(`says what ${name} is for`, async () => {
      const hovers = await hoversOn(await open('signature-failure.json'), `"${name}"`);
      assert.equal(hovers.length, 1);
      assert.ok(hovers[0]?.startsWith(`**\`${name}\`** — `), hovers[0]);
    });
  }

  it('has nothing to say in a document of another vendor', async () => {
    const editor = await open('unrelated.json');
    assert.deepEqual(await hoversOn(editor, '"AuthFailure.SignatureFailure"'), []);
    assert.deepEqual(await hoversOn(editor, '"RequestId"'), []);
  });
});
