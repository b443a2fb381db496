import assert from 'node:assert/strict';
import { run, TemporaryFolder } from './run';

describe('command line: in Chinese', () => {
  it('prints its help', async () => {
    const { code, stdout } = await run(['--help', '--locale', 'zh-cn']);
    assert.match(stdout, /^api-response：.*\n\n用法：\n/);
    assert.equal(code, 0);
  });

  it('reports wrong arguments', async () => {
    const { code, stderr } = await run(['explain', '--locale=zh-cn']);
    assert.equal(stderr, 'api-response: explain 只接受一个错误码、一段文本、一个文件，或表示标准输入的 -。\n');
    assert.equal(code, 2);
  });

  it('rejects an unsupported language, in English', async () => {
    const { code, stderr } = await run(['explain', 'InternalError', '--locale', 'fr']);
    assert.equal(stderr, 'api-response: --locale takes en, zh-cn, not "fr".\n');
    assert.equal(code, 2);
  });

  it('checks in any number of threads', async () => {
    const folder = new TemporaryFolder();
    folder.write({ 'a.json': '{"Response": {"RequestId": 1}}', 'b.json': '{"Response": {"Error": {"Code": "Mine"}}}' });
    const args = ['check', '--locale', 'zh-cn', '.'];
    const alone = await run(args, { cwd: folder.path, env: { API_RESPONSE_THREADS: '1' } });
    const many = await run(args, { cwd: folder.path, env: { API_RESPONSE_THREADS: '2' } });
    folder.remove();
    assert.deepEqual(alone, many);
    assert.deepEqual(alone.stdout.split('\n'), [
      'a.json:1:28: error: "RequestId" 必须是字符串，而不是数字。 [request-id-not-string]',
      'b.json:1:2: error: "Response" 缺少 "RequestId"：无论调用成功与否，每个响应都有它。 [missing-request-id]',
      'b.json:1:15: error: "Error" 缺少 "Message"：它说明此次调用出了什么问题。 [missing-error-message]',
      'b.json:1:33: note: 此错误码不在已知错误码列表中，也没有上级错误码可供参考。 [unknown-error-code]',
      '各错误码的失败次数：',
      '  1  Mine：不在已知错误码列表中。 首次出现：b.json:1:1',
      '2 个文件，2 个响应，1 次失败，3 个错误，0 个警告，0 条信息，1 个提示',
      '',
    ]);
  });

  it('fills in the ticket', async () => {
    const { stdout } = await run(['ticket', 'seed-failure.json', '--locale', 'zh-cn']);
    assert.match(stdout, /^腾讯云 API 工单\n\nRequestId：ed93f3cb-f35e-473f-b9f3-0d451b8b79c6\n/);
  });
});
