import assert from 'node:assert/strict';
import { openProduct, picture, type ProductWindow } from './support';

describe('The product in a real window in Chinese', function () {
  this.timeout(300_000);

  let product: ProductWindow;

  before(async () => {
    product = await openProduct({ locale: 'zh-cn', viewport: { width: 1040, height: 760 } });
  });

  after(async () => {
    await product.dispose();
  });

  it('explains a code', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    const hover = await window.hoverText('AuthFailure.SignatureFailure');
    assert.match(hover, /^AuthFailure\.SignatureFailure — 签名校验不通过/);
    assert.match(hover, /公共错误码 · 责任方：调用方 · 重试：修正后再试/);
    assert.match(hover, /处理办法/);
    await picture(window, 'hover-zh-cn');
  });

  it('lists the findings', async () => {
    const { window } = product;
    await window.openFile('malformed.json');
    assert.deepEqual(await window.problems(2), [
      '"Code" 必须是字符串，而不是数字。 api-response error-code-not-string [Ln 3, Col 24]',
      '此字段应写作 "RequestId"：名称必须完全一致。 api-response misspelled-member [Ln 4, Col 5]',
    ]);
  });

  it('has commands in the palette, whose messages and tickets are Chinese', async () => {
    const { window } = product;
    await window.openFile('signature-failure.json');
    await window.runCommand('腾讯云 API: 复制工单');
    const toast = await window.messages.waitForNotification(/已复制工单/);
    assert.equal(toast, '已复制工单：RequestId ed93f3cb-f35e-473f-b9f3-0d451b8b79c6。');
    assert.match(await window.clipboard(), /^腾讯云 API 工单\n\nRequestId：ed93f3cb-f35e-473f-b9f3-0d451b8b79c6$/m);
  });
});
