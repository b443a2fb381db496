import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readTextArgument } from '../../server/src/cli/input/textArgument';
import { UsageError } from '../../server/src/cli/usage/exit';
import { builtinLocalizer } from '../../server/src/data/builtinData';
import { run, TemporaryFolder } from './run';

const english = builtinLocalizer('en');
const exception = '[TencentCloudSDKError] Code=InternalError, Message=see /var/log/a.log, RequestId=r';

describe('command line: an argument that stands for a text', () => {
  let folder: TemporaryFolder;

  before(() => {
    folder = new TemporaryFolder();
    folder.write({
      'a.http': 'HTTP/1.1 200 OK\n\n{}',
      InternalError: '{"a": 1}',
      'sub/b.json': '{}',
      'utf-16.txt': Buffer.from(`\ufeff${exception}`, 'utf16le'),
    });
  });

  after(() => folder.remove());

  it('is the name of a file that exists', async () => {
    const path = join(folder.path, 'a.http');
    const text = 'HTTP/1.1 200 OK\n\n{}';
    assert.deepEqual(await readTextArgument(path, english), {
      text,
      languageId: 'http',
      name: path,
      path,
      isLiteral: false,
    });
    const named = await readTextArgument(join(folder.path, 'InternalError'), english);
    assert.deepEqual([named.text, named.languageId], ['{"a": 1}', 'json']);
    assert.equal((await readTextArgument(join(folder.path, 'utf-16.txt'), english)).text, exception);
  });

  for (const text of [
    'AuthFailure.SignatureFailure',
    '',
    '.',
    exception,
    '{"Response":{"Error":{"Code":"a/b"},"RequestId":"r"}}',
    'GET /index.html failed',
    '签名错误',
    'x'.repeat(10_000),
  ]) {
    it(`is else the text itself: ${text.slice(0, 40)}`, async () => {
      const argument = await readTextArgument(text, english);
      assert.deepEqual([argument.text, argument.isLiteral], [text, true]);
    });
  }

  for (const [path, reason] of [
    ['missing.json', 'there is no such file'],
    ['my log.LOG', 'there is no such file'],
    ['some/where', 'there is no such file'],
    ['C:\\some\\where', 'there is no such file'],
    ['sub/', 'it is a folder'],
  ] as const) {
    it(`is an error if it can only be a path: ${path}`, async () => {
      const argument = path === 'sub/' ? `${join(folder.path, 'sub')}/` : path;
      await assert.rejects(readTextArgument(argument, english), (error) => {
        assert.ok(error instanceof UsageError);
        assert.equal(error.message, `cannot read ${argument}: ${reason}.`);
        return true;
      });
    });
  }

  it('may be standard input, of explain and ticket', async () => {
    const [explained, ticket] = await Promise.all([
      run(['explain', '-'], { stdin: exception }),
      run(['ticket', '-'], { stdin: Buffer.from(`\ufeff${exception}`, 'utf16le').swap16() }),
    ]);
    assert.match(explained.stdout, /^InternalError: Internal error\.\n/);
    assert.match(explained.stdout, /\n\nMessage: see \/var\/log\/a\.log\n\nRequestId: r\n$/);
    assert.match(ticket.stdout, /\nFound in: +<stdin>, line 1\n/);
    assert.deepEqual([explained.code, explained.stderr, ticket.code, ticket.stderr], [0, '', 0, '']);
  });
});
