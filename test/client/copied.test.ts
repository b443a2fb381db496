import assert from 'node:assert/strict';
import { jointTicketCopied, policyCopied, ticketCopied } from '../../client/src/tickets/copiedTexts';
import { builtinLocalizer } from '../../server/src/data/builtinData';

const id = 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6';

describe('what is said of a copy', () => {
  const en = builtinLocalizer('en');
  const zh = builtinLocalizer('zh-cn');

  for (const [what, text, english, chinese] of [
    ['a ticket', ticketCopied, `Support ticket copied: RequestId ${id}.`, `已复制工单：RequestId ${id}。`],
    ['a ticket for many', jointTicketCopied, `Support ticket for ${id} copied.`, `已复制工单（包含 ${id}）。`],
  ] as const) {
    it(`names ${what}, and then what is missing from it`, () => {
      assert.equal(text(en, id, []), english);
      assert.equal(text(en, id, ['SecretId', 'token']), `${english} Secrets removed: SecretId, token.`);
      assert.equal(text(zh, id, []), chinese);
      assert.equal(text(zh, id, ['SecretId', '手机号']), `${chinese} 已去除敏感信息：SecretId、手机号。`);
    });
  }

  it('has no RequestId where the response has none', () => {
    for (const none of [null, '', ' \n']) {
      assert.equal(ticketCopied(en, none, []), 'Support ticket copied.');
    }
  });

  it('names what a policy allows, and asks for a review', () => {
    assert.equal(
      policyCopied(en, ['cvm:StopInstances', 'cbs:AttachDisks'], ['SecretId']),
      'CAM policy draft copied; review it before use: cvm:StopInstances, cbs:AttachDisks. Secrets removed: SecretId.',
    );
    assert.equal(policyCopied(zh, ['cvm:*'], []), '已复制 CAM 策略草稿，使用前请先检查：cvm:*。');
  });

  it('leaves room for the secrets, however long the RequestId or the list of actions is', () => {
    const endless = 'x'.repeat(10_000);
    for (const text of [ticketCopied(en, endless, ['SecretId']), policyCopied(en, [endless], ['SecretId'])]) {
      assert.ok(text.length < 300, text);
      assert.match(text, /x…\. Secrets removed: SecretId\.$/);
    }
  });

  it('has no link, and nothing invisible', () => {
    for (const text of [ticketCopied(en, '[a](command:b)\u202e', []), policyCopied(en, ['[a](command:b)\u202e'], [])]) {
      assert.doesNotMatch(text, /\]\(|\u202e/);
    }
  });
});
