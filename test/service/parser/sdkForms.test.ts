import assert from 'node:assert/strict';
import type { Envelope } from '../../../server/src/service';
import { readMarkers, renderMarkers } from '../../support/markers';
import { read } from '../../support/service';

/** What SDKs and tools print. `‹code|`, `‹message|` and `‹id|` mark what is read of it; all else is silent. */
type Forms = Readonly<Record<string, string>>;

const uuid = '0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f';
const other = '9f8e7d6c-5555-4666-8777-9f8e7d6c5b4a';
const denial = 'you are not authorized to perform operation (cvm:RunInstances)';

const sdks: Forms = {
  Go: `main.go:7: [TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|Try again, or ask us.|›, RequestId=‹id|${uuid}|›\nnext`,
  'Go without a RequestId':
    'Error: [TencentCloudSDKError] Code=‹code|LimitExceeded|›, Message=‹message|Too many, really|›\n\nx',
  'Go over three lines': `Error: [TencentCloudSDKError] Code=‹code|InvalidParameter|›\nMessage=‹message|Member not found|›\nRequestId=‹id|${uuid}|›\n`,
  'Go over two lines, without a RequestId':
    'Error: [TencentCloudSDKError] Code=‹code|InvalidParameter|›\nMessage=‹message|Member not found|›\n',
  'Go in the frame of Terraform': `│ Error: [TencentCloudSDKError] Code=‹code|InvalidParameter|›\n│ Message=‹message|Member not found|›\n│ RequestId=‹id|${uuid}|›\n│ \n`,
  'Go in escaped JSON': String.raw`level=error msg="[TencentCloudSDKError] Code=‹code|InvalidParameter|›\nMessage=‹message|no \"member\"|›\nRequestId=‹id|${uuid}|›" x="y"`,
  'Go in a string of JSON in a log': `12:00 {"msg":"a\\n[TencentCloudSDKError] Code=‹code|InvalidParameter|›\\nMessage=‹message|no|›\\nRequestId=‹id|${uuid}|›"}\n`,
  Ruby: `TencentCloud::Common::TencentCloudSDKException ([TencentCloudSDKError] Code=‹code|AuthFailure|›, Message=‹message|No.|›, RequestId=‹id|${uuid}|›)`,
  Python: `x.TencentCloudSDKException: [TencentCloudSDKException] code:‹code|InvalidParameter|› message:‹message|a, b: c|› requestId:‹id|${uuid}|›\n`,
  'Python without an answer':
    '[TencentCloudSDKException] code:‹code|ClientNetworkError|› message:‹message|no route|› requestId:None',
  'Python, of whose failure nothing is known':
    '[TencentCloudSDKException] code:None message:‹message|no route|› requestId:None',
  'Python over three lines': `[TencentCloudSDKException] code:‹code|MissingParameter|› \nmessage:‹message|none|› \nrequestId:‹id|${uuid}|›\nmore`,
  'Python, represented': `errors: [TencentCloudSDKException('‹code|ResourceNotFound|›', '‹message|it is gone|›', '‹id|${uuid}|›')]`,
  'Python, represented, with the other quotes': `TencentCloudSDKException('‹code|ResourceNotFound|›', "‹message|it's gone|›", '‹id|${uuid}|›')`,
  'Python, represented, without an answer':
    "TencentCloudSDKException('‹code|ClientNetworkError|›', '‹message|no route|›', None) x",
  'Python, represented, of two parts':
    "raised TencentCloudSDKException('‹code|ClientNetworkError|›', '‹message|no route|›')",
  Java: `[TencentCloudSDKException]code: ‹code|ResourceNotFound|› message:‹message|gone|› requestId:‹id|${uuid}|› cause:java.io.IOException: x`,
  'Java without an answer':
    'at x [TencentCloudSDKException]code:  message:‹message|timeout|› requestId:null cause:java.net.SocketTimeoutException: timeout',
  'Java, with a cause and no RequestId':
    '[TencentCloudSDKException]code: ‹code|InternalError|› message:‹message|gone|› requestId: cause:java.io.IOException: x1',
  'older Java': `[TencentCloudSDKException]message:‹code|InternalError|›-‹message|it broke|› requestId:‹id|${uuid}|›`,
  'older Java without an answer':
    '[TencentCloudSDKException]message:‹message|java.net.ConnectException-timed out|› requestId:',
  'older Java, thrown':
    'Caused by: com.tencentcloudapi.common.exception.TencentCloudSDKException: ‹code|InternalError|›-‹message|it broke|›\n\tat a.B.c(B.java:3)\n',
  'older Java, thrown, with a message of two lines': `com.tencentcloudapi.common.exception.TencentCloudSDKException: ‹code|UnauthorizedOperation|›-‹message|${denial}\nresource (*) has no permission|›\n\tat a.B.c(B.java:3)\n`,
  PHP: String.raw`[TencentCloud\Common\Exception\TencentCloudSDKException] code:‹code|FailedOperation|› message:‹message|no|› requestId:‹id|${uuid}|›`,
  'PHP in escaped JSON': String.raw`{"m":"[TencentCloud\\Common\\Exception\\TencentCloudSDKException] code:‹code|FailedOperation|› message:‹message|no|› requestId:‹id|${uuid}|›"}`,
  Node: `[TencentCloudSDKException]message:‹message|no money|›  requestId:‹id|${uuid}|›  traceId:t`,
  'Node without an answer': '[TencentCloudSDKException]message:‹message|no money|›  requestId:  traceId:',
  'Node in the console': `TencentCloudSDKHttpException [Error]: ‹message|it broke|›\n    at f (a.js:1:2) {\n  requestId: '‹id|${uuid}|›',\n  traceId: '',\n  code: '‹code|InternalError|›'\n}\nnext`,
  'Node in the console, with a message of two lines': `TencentCloudSDKHttpException [Error]: ‹message|${denial}\nresource (*) has no permission|›\n    at f (a.js:1:2)\n    at g (a.js:1:2) {\n  requestId: '‹id|${uuid}|›',\n  code: '‹code|UnauthorizedOperation|›'\n}`,
  'Node in the console, without a stack': `[TencentCloudSDKHttpException: ‹message|it broke|›] {\n  requestId: '‹id|${uuid}|›',\n  code: '‹code|InternalError|›'\n}`,
  'Node in the console, inside an object': `err: {\n  e: TencentCloudSDKHttpException [Error]: ‹message|it broke|›\n      at f (a.js:1:2) {\n    requestId: '‹id|${uuid}|›',\n    code: '‹code|InternalError|›'\n  }\n}`,
  'Node in the console, without an answer':
    "TencentCloudSDKHttpException [Error]: ‹message|it broke|›\n    at f (a.js:1:2) {\n  requestId: '',\n  traceId: ''\n}",
  'Node, crashed, its first letter lost': `throw e;\n^\n\nencentCloudSDKHttpException: ‹message|it broke|›\n    at f (a.js:1:2) {\n  requestId: '‹id|${uuid}|›',\n  code: '‹code|InternalError|›'\n}\n`,
  'Node, with blank lines between all': `TencentCloudSDKHttpException [Error]: ‹message|it broke|›\n\n    at f (a.js:1:2)\n\n    at g (a.js:1:2) {\n\n  requestId: '‹id|${uuid}|›',\n\n\n  traceId: '${other}',\n\n  code: '‹code|InternalError|›'\n\n}\n\n  code: 'Other'\n`,
  'Node, with blank lines, without a stack': `[TencentCloudSDKHttpException: ‹message|it broke|›] {\r\n\r\n  requestId: '‹id|${uuid}|›',\r\n \r\n  code: '‹code|InternalError|›'\r\n}`,
  'Node, with a blank line that ends it': `TencentCloudSDKHttpException: ‹message|it broke|›\n\n  requestId: '${uuid}'\n`,
  'Node, in the colours of a terminal': `TencentCloudSDKHttpException [Error]: ‹message|it broke|›\n\x1b[90m    at f (a.js:1:2)\x1b[39m {\n  requestId: \x1b[32m'‹id|${uuid}|›'\x1b[39m,\n  code: \x1b[32m'‹code|InternalError|›'\x1b[39m\n}`,
  'Node, of a time-out':
    'TencentCloudSDKHttpException: ‹message|network timeout at: https://cvm.tencentcloudapi.com/|›',
  '.NET': `Unhandled exception. TencentCloud.Common.TencentCloudSDKException: code:‹code|InternalError|› message:‹message|it broke|› \n   at A.B() in C.cs:line 3\n`,
  '.NET, the RequestId first': `requestId: ‹id|${uuid}|› TencentCloud.Common.TencentCloudSDKException: code:‹code|InternalError|› message:‹message|it broke|› `,
  '.NET, as it describes itself': `message：code:‹code|InternalError|› message:‹message|it broke|›  requestId‹id|${uuid}|›`,
  'C++': `RequestId=‹id|${uuid}|›, ErrorCode=‹code|InternalError|›, ErrorMessage=‹message|it broke, again|›\nnext`,
  'C++ without a RequestId':
    'failed: RequestId=, ErrorCode=‹code|ClientError.NetworkError|›, ErrorMessage=‹message|curl: (6)|›',
  'COS-STS': `panic: Code: ‹code|AuthFailure|›, Message: ‹message|No, never.|›, RequestId: ‹id|${uuid}|›\n`,
  'COS-STS without a RequestId':
    'panic: Code: ‹code|AuthFailure.SignatureFailure|›, Message: ‹message|No, never.|›\ngoroutine 1',
  'COS-STS without a RequestId, in a string of JSON':
    '{"m":"Code: ‹code|AuthFailure.SignatureFailure|›, Message: ‹message|No, never.|›"}',
  'COS-STS, cut off': 'Code: ‹code|FailedOperation.X|›, Message: ‹message|No, never.|›, RequestId\nmore',
  'COS-STS of a code that others have too, beside its name':
    '12:00 Code: ‹code|InvalidParameter.GrantOtherResource|›, Message: ‹message|[QC_STS] no other resource|›, RequestId\n',
  'COS-STS, before the RequestId of something else': `Code: ‹code|AuthFailure.SignatureFailure|›, Message: ‹message|No.|›\nand then\nand then\nRequestId: ${uuid}\n`,
  'COS-STS, with an unusual RequestId':
    'Code: ‹code|AuthFailure.SignatureFailure|›, Message: ‹message|No.|›, RequestId: ‹id|r-1|›\n',
  'COS-STS in a string of JSON': `{"m":"Code: ‹code|AuthFailure|›, Message: ‹message|No.|›, RequestId: ‹id|${uuid}|›"}`,
  'a program of somebody': `腾讯云API错误: Code=‹code|AuthFailure|›, Message=‹message|No.|›, RequestId=‹id|${uuid}|›`,
  'Go, the fields of the error with quotes': `&errors.TencentCloudSDKError{Code:"‹code|InvalidParameter|›", Message:"‹message|no such member|›", RequestId:"‹id|${uuid}|›"}`,
  'Go, the fields of a response': `&{Response:{Error:{Code:‹code|InvalidParameter|› Message:‹message|no such member|›} RequestId:‹id|${uuid}|›}}`,
  '.NET, only the message': `One or more errors occurred. (code:‹code|InternalError|› message:‹message|it broke )|›`,
  '.NET, in quotes of a window': `TencentCloudSDKException:“code:‹code|InternalError|› message:‹message|it broke”|›\n`,
  'Python, only the message': `error: code:‹code|InternalError|› message:‹message|it broke|› requestId:‹id|${uuid}|›`,
  '.NET, with all on a line': `TencentCloudSDKException: code:‹code|InternalError|› message:‹message|it broke|› requestId:‹id|${uuid}|›`,
  'Node, in a program of somebody': `✖ TencentCloudSDKHttpException: ‹message|it broke|›【requestId: ‹id|${uuid}|›】`,
  'Go, the fields of the error': `failed: &{Code:‹code|InvalidParameter|› Message:‹message|no such member|› RequestId:‹id|${uuid}|›}`,
};

const ends: Forms = Object.fromEntries(
  [
    '】',
    '」',
    '`',
    '"',
    "'",
    ',',
    ';',
    ')',
    ']',
    '}',
    '。',
    '，',
    '\x1b[0m',
    '\n',
    '2024-12-02T15:26',
    ' and',
    '</p>',
    '\\n',
  ].map((end) => [
    `before ${JSON.stringify(end)}`,
    `[TencentCloudSDKException] code:‹code|InternalError|› message:‹message|m|› requestId:‹id|${uuid}|›${end}`,
  ]),
);

const ids: Forms = {
  'is none: a word of prose':
    '[TencentCloudSDKError] Code=‹code|InvalidParameter|›, Message=‹message|RequestId = must be set|›',
  'is none: a following name': '[TencentCloudSDKException]message:‹message|m|› requestId:  traceId:12ab',
  'is none: the prefix of the next line':
    '[TencentCloudSDKException] code:‹code|InternalError|› message:‹message|m|› requestId:\nI0701 02:25:13 x.go',
  'is none: the RequestId of the next record':
    '[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|m|›\n2026-03-02 10:00:00 INFO done, RequestId=r-2',
  'is none: the RequestId of a klog record':
    '[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|m|›\nI0701 02:25:13.1 x.go:3] done, RequestId=r-2',
  'is the last one': `[TencentCloudSDKError] Code=‹code|ResourceNotFound|›, Message=‹message|no topic, RequestId=r-1 said|›, RequestId=‹id|${uuid}|›`,
  'is not the one in the words of the message': `[TencentCloudSDKError] Code=‹code|ResourceNotFound|›, Message=‹message|no topic (RequestId=r-1)|›, RequestId=‹id|${uuid}|› after RequestId=r-3`,
  'is said again': `[TencentCloudSDKException] code:‹code|MissingParameter|› message:‹message|m|› requestId:‹id|${uuid}|› (RequestId: ${uuid})`,
  'stands in quotes that end the text': `err="[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|m|›, RequestId=‹id|${uuid}|›", RequestId=r-2`,
  'stands in the message alone': `[TencentCloudSDKError] Code=‹code|UnauthorizedOperation|›, Message=‹message|[request id:‹id|${uuid}|›]${denial}|›\nx`,
  'stands in the message alone, whose resource stands on the next line': `[TencentCloudSDKError] Code=‹code|UnauthorizedOperation|›, Message=‹message|[request id:‹id|${uuid}|›]${denial}\nresource (*) has no permission|›\n`,
  'stands after the line of the resource': `[TencentCloudSDKError] Code=‹code|UnauthorizedOperation|›, Message=‹message|${denial}\nresource (*) has no permission|›, RequestId=‹id|${uuid}|›\n`,
  'is short': '[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|m|›, RequestId=‹id|r-1|›',
  'is cut off':
    '[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|m|›, RequestId=‹id|0a1b2c3d-1111-4222-83|›',
  'has spaces in it': `[TencentCloudSDKError]Code = ‹code|InternalError|›, Message = ‹message|m|›, RequestId = ‹id|${uuid.replaceAll('-', ' - ')}|›]`,
};

const several: Forms = {
  'two on a line': `[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|a|›, RequestId=‹id|${uuid}|›; [TencentCloudSDKError] Code=‹code|AuthFailure|›, Message=‹message|b|›, RequestId=‹id|${other}|›`,
  'two on a line, the first without a RequestId': `a [TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|a|› [TencentCloudSDKError] Code=‹code|AuthFailure|›, Message=‹message|b|›, RequestId=‹id|${other}|›`,
  'a text and a body': `[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|a|› {"Response":{"Error":{"Code":‹code|"AuthFailure"|›,"Message":‹message|"b"|›},"RequestId":‹id|"${other}"|›}}`,
  'a denial alone, and a text': `‹message|[request id:‹id|${uuid}|›]${denial}|› [TencentCloudSDKError] Code=‹code|AuthFailure|›, Message=‹message|b|›, RequestId=‹id|${other}|›`,
  'colours around each part': `\x1b[1m[TencentCloudSDKError]\x1b[0m Code=\x1b[31m‹code|InternalError|›\x1b[0m, Message=\x1b[33m‹message|a|›\x1b[0m, RequestId=\x1b[2m‹id|${uuid}|›\x1b[0m`,
  'colours inside the mark': `[\x1b[31mTencentCloudSDKError\x1b[0m] Code=‹code|InternalError|›, Message=‹message|a|›, RequestId=‹id|${uuid}|›`,
};

const templates: readonly string[] = [
  '[TencentCloudSDKException] code:{err.get_code()} message:{err.get_message()} requestId:{err.get_request_id()}',
  '[TencentCloudSDKException] code:xxx message:xxx requestId:xxx',
  '[TencentCloudSDKException] code:XXX message:XXX requestId:XXX',
  '[TencentCloudSDKException] code:code message:message requestId:requestId',
  '[TencentCloudSDKException] code:%s message:%s requestId:%s',
  '[TencentCloudSDKException] code: message: requestId:',
  '[TencentCloudSDKError] Code=%s, Message=%s, RequestId=%s',
  '[TencentCloudSDKError] Code=#{@code}, Message=#{@message}, RequestId=#{@request_id}',
  '[TencentCloudSDKError] Code=<code>, Message=<message>',
  '[TencentCloudSDKException]message:{message}  requestId:{id}',
  'TencentCloudSDKException: {exc}',
  'TencentCloudSDKHttpException [Error]: ${e.message}',
  'RequestId=%s, ErrorCode=%s, ErrorMessage=%s',
  'Code: %v, Message: %v, RequestId: %v',
  'Code: ErrorCode, Message: ErrorMessage, RequestId: RequestId',
  'Code: AuthFailure.SignatureFailure, Message: ...',
  'Code: AuthFailure.SignatureFailure, Message: %s',
  'Code: ..., Message: …, RequestId: ...',
  '[TencentCloudSDKException] code:... message:... requestId:...',
  'TencentCloudSDKHttpException [Error]: ...',
  '    Raises:\n        TencentCloudSDKException: if it fails\n    """',
  '    Raises:\r\n        ValueError: if not\r\n\r\n        sdk.TencentCloudSDKException: code:InternalError message:m\r\n    """',
  '    :raises TencentCloudSDKException: if it fails',
  ' * @throws TencentCloudSDKException: if it fails',
  'raise TencentCloudSDKException("ClientParamsError", "some params type error")',
  'throw new TencentCloudSDKException("ClientParamsError", "some params type error", "")',
  "except TencentCloudSDKException('x'):",
  'except TencentCloudSDKException: raise',
  'if _, ok := err.(*errors.TencentCloudSDKError); ok {',
];

const others: readonly string[] = [
  'If you see `Code=ClientError.NetworkError, Message=Fail to get response: EOF`, the connection was closed.',
  'obs: service returned error: Status=403 Forbidden, Code=AccessDenied, Message=Access Denied, RequestId=00000A1B2C3D4E5F00000A1B2C3D4E5F',
  'SDK.ServerError ErrorCode: InvalidAccessKeyId, Message: no, RequestId: 0A1B2C3D-1111-4222-8333-0A1B2C3D4E5F',
  'Code: AccessDenied, Message: Access Denied, RequestId: 4442587FB7D0A2F9',
  'Code: InvalidInstanceID.NotFound, Message: no such instance',
  'Code: InvalidParameter.Zone, Message: no such zone',
  'tencentcloud: Code: AccessDenied, Message: Access Denied.',
  'exited with Code: 1, Message: killed',
  'ErrorCode=5, ErrorMessage=no',
];

function marksOf({ code, message, requestId, source }: Envelope): { label: string; offset: number; length: number }[] {
  assert.ok(['sdk-text', 'embedded', 'text'].includes(source), source);
  return Object.entries({ code, message, id: requestId }).flatMap(([label, text]) =>
    text ? [{ label, ...text.span }] : [],
  );
}

/** The text, with all that was read of it marked. */
function marked(text: string): string {
  return renderMarkers(text, read(text, { languageId: 'log' }).envelopes.flatMap(marksOf));
}

describe('The forms of exception texts', () => {
  for (const [what, forms] of Object.entries({
    'printed by': sdks,
    'a RequestId ends': ends,
    'a RequestId': ids,
    several,
  })) {
    describe(what, () => {
      for (const [name, expected] of Object.entries(forms)) {
        it(name, () => assert.equal(marked(readMarkers(expected).text), expected));
      }
    });
  }

  for (const text of [...templates, ...others]) {
    it(`are none: ${text}`, () => assert.deepEqual(read(text, { languageId: 'log' }).envelopes, []));
  }

  it('are found after a docstring', () => {
    const docstring = '  def f():\n    """\n    Raises:\n        TencentCloudSDKException: if\n    """\n';
    const expected = `${docstring}TencentCloudSDKException: ‹message|it broke|›\n`;
    assert.equal(marked(readMarkers(expected).text), expected);
  });

  it('give the RequestId without the spaces that a tool put into it', () => {
    const { text } = readMarkers(ids['has spaces in it'] ?? '');
    assert.equal(read(text, { languageId: 'log' }).envelopes[0]?.requestId?.value, uuid);
  });

  it('give a represented message without its escapes', () => {
    const text = String.raw`TencentCloudSDKException('InternalError', 'it\'s\nbroken \u4e2d', None)`;
    assert.equal(read(text, { languageId: 'log' }).envelopes[0]?.message?.value, "it's\nbroken 中");
  });
});
