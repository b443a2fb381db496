import assert from 'node:assert/strict';
import { read, rulesOf } from '../../support/service';

/** Code, message and RequestId of each envelope of a log. */
function envelopesIn(text: string, languageId = 'log'): unknown[] {
  return read(text, { languageId }).envelopes.map(({ source, status, code, message, requestId, span }) => {
    for (const each of [code, message]) {
      const token = each && text.slice(each.span.offset, each.span.offset + each.span.length);
      assert.equal(source === 'sdk-text' ? token : token?.slice(1, -1), each?.value);
    }
    return [
      source,
      status,
      code?.value,
      message?.value,
      requestId?.value,
      text.slice(span.offset).slice(0, span.length),
    ];
  });
}

/** The code, message and RequestId of the only exception text in a log. */
function sdkText(text: string): unknown {
  const found = envelopesIn(text);
  assert.equal(found.length, 1, JSON.stringify(found));
  const [source, status, ...rest] = found[0] as unknown[];
  assert.deepEqual([source, status], ['sdk-text', 'failure']);
  return rest.slice(0, 3);
}

describe('Exception texts of SDKs', () => {
  const shapes: Readonly<
    Record<string, readonly [text: string, code?: string | undefined, message?: string, requestId?: string]>
  > = {
    Go: [
      'main.go:7: [TencentCloudSDKError] Code=InternalError, Message=(0a1b) Try again, or ask us., RequestId=r-1\nnext',
      'InternalError',
      '(0a1b) Try again, or ask us.',
      'r-1',
    ],
    'Go without a RequestId': [
      '[TencentCloudSDKError] Code=LimitExceeded, Message=Too many, really\n\nRequestId=other',
      'LimitExceeded',
      'Too many, really',
    ],
    'Go with a line break in the message': [
      '│ Error: [TencentCloudSDKError] Code=UnauthorizedOperation, Message=not allowed (cvm:X)\n│ resource (*), RequestId=r-2\n│ \n',
      'UnauthorizedOperation',
      'not allowed (cvm:X)\n│ resource (*)',
      'r-2',
    ],
    'Go, reformatted': [
      'reason[[TencentCloudSDKError]Code = InternalError, Message = m, RequestId = 0a1b2c3d - 1111 - 2222 - 3333 - 0a1b2c3d4e5f]',
      'InternalError',
      'm',
      '0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f',
    ],
    Ruby: [
      'TencentCloudSDKException ([TencentCloudSDKError] Code=AuthFailure, Message=No., RequestId=r-3)',
      'AuthFailure',
      'No.',
      'r-3',
    ],
    Python: [
      'x.TencentCloudSDKException: [TencentCloudSDKException] code:InvalidParameter message:a, b: c requestId:r-4\n',
      'InvalidParameter',
      'a, b: c',
      'r-4',
    ],
    'Python, whose RequestId is None': [
      '[TencentCloudSDKException] code:ClientNetworkError message:no route requestId:None',
      'ClientNetworkError',
      'no route',
    ],
    'Python over three lines': [
      '[TencentCloudSDKException] code:MissingParameter \nmessage:none \nrequestId:r-5\nmore',
      'MissingParameter',
      'none',
      'r-5',
    ],
    Java: [
      '[TencentCloudSDKException]code: ResourceNotFound message: gone requestId: r-6 cause: x',
      'ResourceNotFound',
      'gone',
      'r-6',
    ],
    'older Java': [
      '[TencentCloudSDKException]message:InternalError-it broke requestId:r-7',
      'InternalError',
      'it broke',
      'r-7',
    ],
    'older Java without an answer': [
      '[TencentCloudSDKException]message:java.net.ConnectException-timed out requestId:',
      undefined,
      'java.net.ConnectException-timed out',
    ],
    PHP: [
      String.raw`[TencentCloud\Common\Exception\TencentCloudSDKException] code:FailedOperation message:no requestId:r-8`,
      'FailedOperation',
      'no',
      'r-8',
    ],
    Node: ['[TencentCloudSDKException]message:no money  requestId:r-9  traceId:t', undefined, 'no money', 'r-9'],
    'Node, inspected': [
      "TencentCloudSDKHttpException: no\n    at f (a.js:1:2) {\n  requestId: 'r-10',\n  code: 'InternalError',\n}",
      'InternalError',
      'no',
      'r-10',
    ],
    'a message alone': [
      'denied: [[request id:r-11]you are not authorized to perform operation (cvm:X)',
      undefined,
      'denied: [[request id:r-11]you are not authorized to perform operation (cvm:X)',
      'r-11',
    ],
    'a denial alone, with the line that says of what': [
      '[request id:r-12]you are not authorized to perform operation (cvm:X)\r\n  resource (qcs::cvm:::a) has no permission]\nx',
      undefined,
      '[request id:r-12]you are not authorized to perform operation (cvm:X)\r\n  resource (qcs::cvm:::a) has no permission]',
      'r-12',
    ],
    'a denial alone, and a line that says something else': [
      '[request id:r-13]you are not authorized to perform operation (cvm:X)\nthe resource (qcs::cvm:::a) has no permission',
      undefined,
      '[request id:r-13]you are not authorized to perform operation (cvm:X)',
      'r-13',
    ],
  };
  for (const [name, [text, code, message, requestId]] of Object.entries(shapes)) {
    it(name, () => assert.deepEqual(sdkText(text), [code, message, requestId]));
  }

  it('are checked by three rules only', () => {
    assert.deepEqual(rulesOf('[TencentCloudSDKError] Code=InternalEror, Message=m', { languageId: 'log' }), [
      'misspelled-error-code',
    ]);
    assert.deepEqual(rulesOf('[TencentCloudSDKError] Code=Zzzz, Message=m', { languageId: 'log' }), [
      'unknown-error-code',
    ]);
    assert.deepEqual(
      rulesOf('[TencentCloudSDKError] Code=InternalError, Message=[request id:a] m, RequestId=b', {
        languageId: 'log',
      }),
      ['request-id-mismatch'],
    );
  });

  it('are not found in source code', () => {
    for (const text of [
      'if _, ok := err.(*errors.TencentCloudSDKError); ok {',
      'except TencentCloudSDKException as err:',
      'import com.tencentcloudapi.common.exception.TencentCloudSDKException;',
    ]) {
      assert.deepEqual(envelopesIn(text), [], text);
    }
  });
});

describe('Responses in other text', () => {
  const body = '{"Response":{"Error":{"Code":"InternalError","Message":"m"},"RequestId":"r"}}';
  const expected = (source: string): unknown[] => [[source, 'failure', 'InternalError', 'm', 'r', body]];

  it('in a line of a log', () => {
    assert.deepEqual(envelopesIn(`12:00 [DEBUG] request {x}, "response body" [${body}], cost 7ms\n`), expected('text'));
  });

  it('in an HTTP document', () => {
    assert.deepEqual(
      envelopesIn(`HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}\n`, 'http'),
      expected('http'),
    );
  });

  it('in server-sent events', () => {
    assert.deepEqual(envelopesIn(`event: a\ndata: {"x":1}\n\ndata: ${body}\n\n`, 'plaintext'), expected('text'));
  });

  it('after a truncated body', () => {
    assert.deepEqual(envelopesIn(`a {"Response":{"Items":[{"x":"\n2026-01-01 INFO ${body}\n`), expected('text'));
  });

  it('ignores a body that is not a response', () => {
    assert.deepEqual(envelopesIn('{"Response":{"Items":[]}} {"a":{"b":1}} {"Response":"x"}'), []);
  });
});
