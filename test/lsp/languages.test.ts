import assert from 'node:assert/strict';
import { LanguageServer, pulling } from '../support/languageServer';
import { seedFailure } from './seed';

const uri = 'file:///w/a.json';
const time = { epoch: 0, offset: 0 };

describe('language server: in the language of the editor', () => {
  let server: LanguageServer | undefined;

  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  const start = async (locale: string | undefined, settings: unknown = {}): Promise<LanguageServer> => {
    server = await LanguageServer.start({
      capabilities: pulling,
      initializationOptions: settings,
      ...(locale === undefined ? {} : { locale }),
    });
    await server.open(uri, seedFailure);
    return server;
  };

  const ticketOf = async (running: LanguageServer): Promise<string> => {
    const params = { uri, index: 0, file: 'a.json', time };
    return (await running.request<{ text: string }>('apiResponse/ticket', params)).text;
  };

  for (const [locale, description, head] of [
    ['zh-cn', '签名校验不通过', '腾讯云 API 工单'],
    ['zh-CN', '签名校验不通过', '腾讯云 API 工单'],
    ['fr', 'Signature error', 'Tencent Cloud API support request'],
    [undefined, 'Signature error', 'Tencent Cloud API support request'],
  ] as const) {
    it(`answers where that is ${locale ?? 'not said'}`, async () => {
      const running = await start(locale);
      const { markdown } = await running.request<{ markdown: string }>('apiResponse/explain', {
        code: 'AuthFailure.SignatureFailure',
      });
      assert.ok(markdown.includes(description), markdown);
      assert.ok((await ticketOf(running)).startsWith(`${head}\n`));
    });
  }

  it('but writes tickets in the language of the setting, repeatedly', async () => {
    const running = await start('zh-cn', { ticket: { language: 'en' } });
    assert.match(await ticketOf(running), /^Tencent Cloud API support request\n/);
    assert.match(await ticketOf(running), /\(Signature error\.\)/);
    const joint = await running.request<{ text: string }>('apiResponse/jointTicket', {
      failures: [
        {
          code: 'InternalError',
          description: '服务内部出错。',
          message: '',
          requestId: 'r',
          product: '',
          action: '',
          region: '',
          file: 'f:1',
        },
      ],
      time,
    });
    assert.match(joint.text, /^InternalError \(Internal error\.\): 1 failure$/m);
    const { markdown } = await running.request<{ markdown: string }>('apiResponse/explain', { code: 'InternalError' });
    assert.match(markdown, /公共错误码/);
  });

  it('and falls back to it if the setting is invalid', async () => {
    const running = await start('zh-cn', { ticket: { language: 'auto' } });
    assert.match(await ticketOf(running), /^腾讯云 API 工单\n/);
  });
});
