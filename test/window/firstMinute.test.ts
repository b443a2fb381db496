import assert from 'node:assert/strict';
import { MovingPicture } from './movingPicture';
import { openProduct, type ProductWindow } from './support';

const requestId = '33333333-aaaa-4bbb-8ccc-000000000002';

/** What is read and chosen, in the languages of the READMEs. */
const told = {
  en: {
    picture: 'first-minute',
    lenses: [
      'InstanceType is not supported here',
      'Copy Support Ticket',
      'caller · retry after fixing',
      'The number of requests exceeds the frequency limit',
      'Copy Support Ticket',
      '41 per second, 40 allowed · caller · retry with backoff',
      'Unauthorized operation',
      'Copy Support Ticket',
      'account · retry after fixing',
    ],
    hover: /^RequestLimitExceeded — [^]*\n41 calls per second, 40 allowed[^]*\nWhat to do\n/,
    search: 'ticket',
    command: 'Tencent Cloud API: Copy Support Ticket',
    copied: `Support ticket copied: RequestId ${requestId}.`,
    show: 'Show',
    ticket: 'Tencent Cloud API support request',
    fix: 'Rename "requestId" to "RequestId"',
  },
  'zh-cn': {
    picture: 'first-minute-zh-cn',
    lenses: [
      '此处不支持 InstanceType',
      '复制工单',
      '调用方 · 修正后再试',
      '请求过于频繁，超出频率限制',
      '复制工单',
      '每秒 41 次，上限 40 次 · 调用方 · 退避后重试',
      '没有权限执行该操作',
      '复制工单',
      '账号 · 修正后再试',
    ],
    hover: /^RequestLimitExceeded — [^]*\n每秒调用了 41 次，上限为 40 次[^]*\n处理办法\n/,
    search: '工单',
    command: '腾讯云 API: 复制工单',
    copied: `已复制工单：RequestId ${requestId}。`,
    show: '查看',
    ticket: '腾讯云 API 工单',
    fix: '把“requestId”重命名为“RequestId”',
  },
} as const;

for (const [locale, { picture, lenses, hover, search, command, copied, show, ticket, fix }] of Object.entries(told)) {
  describe(`The first minute in a real window: ${locale}`, function () {
    this.timeout(300_000);

    let product: ProductWindow;
    let moving: MovingPicture;

    before(async () => {
      product = await openProduct({
        locale,
        viewport: { width: 960, height: 600 },
        settings: { 'editor.minimap.enabled': false, 'editor.wordWrap': 'on', 'breadcrumbs.enabled': false },
      });
      moving = new MovingPicture(product.window);
    });

    after(async () => {
      await product.dispose();
    });

    it('shows in a log which calls failed, and on hover why and what to do', async () => {
      const { window } = product;
      await window.openFile('deploy.log');
      assert.deepEqual(await window.editor.codeLenses(9), lenses);
      await moving.frame(3);
      assert.match(await window.hoverText('RequestLimitExceeded'), hover);
      await moving.frame(5);
      await window.page.keyboard.press('Escape');
    });

    it('copies a ticket for the call in the line of the cursor', async () => {
      const { window } = product;
      await window.goToLine(4);
      await window.quick.open('F1', `>${search}`);
      assert.ok((await window.quick.settledItems()).includes(command));
      await moving.frame(2);
      await window.quick.pick(command);
      assert.equal(await window.messages.waitForNotification(new RegExp(requestId)), copied);
      await moving.frame(3);
      await window.messages.pressNotificationButton(show);
      await window.editor.waitForText(ticket);
      await moving.frame(4);
      await window.runCommand('View: Revert and Close Editor');
    });

    it('underlines what is wrong in a mock, and fixes it', async () => {
      const { window } = product;
      await window.openFile('malformed.json');
      await window.editor.click('requestId');
      assert.deepEqual(await window.editor.codeActions(), [fix]);
      await moving.frame(3);
      await window.editor.applyCodeAction(fix);
      await window.editor.waitForText('"RequestId"');
      await window.page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      await moving.frame(3);
      moving.write(picture);
    });
  });
}
