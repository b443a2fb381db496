import assert from 'node:assert/strict';
import { renderMarkers } from '../../support/markers';
import { findingsOf, markFindings, parse, read, serviceWith } from '../../support/service';

/** The text with code, message and RequestId of each envelope marked. */
function marked(text: string, languageId = 'json'): string {
  const { envelopes } = read(text, { languageId });
  assert.ok(envelopes.length > 0, 'no envelope');
  assert.ok(
    envelopes.every(({ source }) => source === 'embedded'),
    envelopes.map(({ source }) => source).join(),
  );
  const ranges = envelopes.flatMap(({ code, message, requestId }) => [
    ...(code ? [{ label: 'code', ...code.span }] : []),
    ...(message ? [{ label: 'message', ...message.span }] : []),
    ...(requestId ? [{ label: 'id', ...requestId.span }] : []),
  ]);
  return renderMarkers(
    text,
    ranges.sort((one, other) => one.offset - other.offset),
  );
}

/** The texts of the only envelope of a text. */
function textsOf(text: string, languageId = 'json'): Record<string, string | undefined> {
  const [envelope, ...others] = read(text, { languageId }).envelopes;
  assert.deepEqual(others, []);
  return { code: envelope?.code?.value, message: envelope?.message?.value, requestId: envelope?.requestId?.value };
}

const body = '{"Response":{"Error":{"Code":"InternalError","Message":"it \\"failed\\"\\n中"},"RequestId":"r1"}}';
const toldOfBody = { code: 'InternalError', message: 'it "failed"\n中', requestId: 'r1' };

describe('envelopes in strings of JSON', () => {
  it('have spans in the escaped text', () => {
    assert.equal(
      marked(
        String.raw`{"body": "{\"Response\":{\"Error\":{\"Code\":\"InternalError\",\"Message\":\"m\"},\"RequestId\":\"r\"}}"}`,
      ),
      String.raw`{"body": "{\"Response\":{\"Error\":{\"Code\":‹code|\"InternalError\"|›,\"Message\":‹message|\"m\"|›},\"RequestId\":‹id|\"r\"|›}}"}`,
    );
  });

  it('are read through escapes of all kinds', () => {
    assert.deepEqual(textsOf(JSON.stringify({ body })), toldOfBody);
    const unicode = JSON.stringify({ body }).replace('Internal', '\\u0049nternal').replace('中', '\\u4e2d');
    assert.deepEqual(textsOf(unicode), toldOfBody);
    assert.match(marked(unicode), /‹code\|\\"\\u0049nternalError\\"\|›/);
    assert.match(marked(JSON.stringify({ body })), /‹message\|\\"it \\\\\\"failed\\\\\\"\\\\n中\\"\|›/);
  });

  it('may be exception texts, as loggers write them', () => {
    assert.equal(
      marked(
        String.raw`{"level":"error","error":"[TencentCloudSDKError] Code=InternalError, Message=no \"m\", RequestId=r-1"}`,
      ),
      String.raw`{"level":"error","error":"[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|no \"m\"|›, RequestId=‹id|r-1|›"}`,
    );
  });

  it('may be one or several bodies within other text', () => {
    const text = JSON.stringify({ log: `a ${body} b ${body.replace('r1', 'r2')} c` });
    const ids = read(text).envelopes.map(({ requestId }) => requestId?.value);
    assert.deepEqual(ids, ['r1', 'r2']);
  });

  it('may be in Base64, and then span the whole string', () => {
    const text = `{"text": "${Buffer.from(body).toString('base64')}", "encoding": "base64"}`;
    assert.deepEqual(textsOf(text), toldOfBody);
    const [envelope] = read(text).envelopes;
    const holder = { offset: text.indexOf('"eyJ'), length: Buffer.from(body).toString('base64').length + 2 };
    const { span, code, requestId } = envelope!;
    assert.deepEqual([span, code?.span, requestId?.span, envelope?.holder], [holder, holder, holder, holder]);
  });

  it('are found in JSON Lines, in JSON with comments, and in the JSON of a log line', () => {
    const line = JSON.stringify({ body });
    assert.equal(read(`{}\n${line}\n${line}\n`, { languageId: 'jsonl' }).envelopes.length, 2);
    assert.deepEqual(textsOf(`// c\n${line}`, 'jsonc'), toldOfBody);
    assert.deepEqual(textsOf(`12:00 ${line}\n`, 'log'), toldOfBody);
  });

  it('are found beside an envelope, but not in its payload', () => {
    const holding = (own: object): string => JSON.stringify({ Response: { RequestId: 'outer', ...own } });
    assert.deepEqual(
      read(holding({ Data: { Output: body } })).envelopes.map(({ requestId }) => requestId?.value),
      ['outer'],
    );
    const failing = holding({ Error: { Code: 'InternalError', Message: body } });
    assert.equal(read(failing).envelopes.length, 1);
    const beside = JSON.stringify({ before: body, Response: { RequestId: 'outer' }, behind: body });
    assert.deepEqual(
      read(beside).envelopes.map(({ requestId }) => requestId?.value),
      ['outer', 'r1', 'r1'],
    );
  });

  for (const [what, text] of Object.entries({
    'prose that names a Response': '{"a": "the \\"Response\\" has no RequestId"}',
    'another vendor’s Response': JSON.stringify({ body: '{"Response": "text"}' }),
    'a token that looks like Base64 of JSON': '{"jwt": "eyJhbGciOiJIUzI1NiJ9.eyJSZXNwb25zZSI6MX0.c2ln"}',
    'Base64 of something else': `{"text": "${Buffer.from('{"Response": 7}').toString('base64')}"}`,
    'the name of an exception': '{"a": "catch TencentCloudSDKException"}',
    'a string in a string': JSON.stringify({ a: JSON.stringify({ body }) }),
    'a name of a member': JSON.stringify({ [body]: 1 }),
  })) {
    it(`are not: ${what}`, () => assert.deepEqual(read(text).envelopes, []));
  }

  it('are checked by all rules, except those that read the text', () => {
    const text = JSON.stringify({ body: '{"Response":{"Error":{"Code":"InternalError ","Message":7}},"x":1}' });
    const rules = { 'member-beside-response': 'warning' } as const;
    assert.equal(
      markFindings(text, findingsOf(text, {}, { rules })),
      String.raw`{"body":"{‹error missing-request-id|\"Response\"|›:{\"Error\":{\"Code\":‹warning padded-error-code|\"InternalError \"|›,\"Message\":‹error error-message-not-string|7|›}},\"x\":1}"}`,
    );
  });

  it('have their codes explained on hover', () => {
    const text = JSON.stringify({ body });
    const offset = text.indexOf('InternalError') + 3;
    const document = parse(text);
    const found = serviceWith().doHover(document, document.text.positionAt(offset));
    assert.ok(found);
    assert.match(JSON.stringify(found.contents), /Internal error/);
    const start = text.indexOf('\\"InternalError');
    assert.deepEqual(found.range, {
      start: { line: 0, character: start },
      end: { line: 0, character: start + '\\"InternalError\\"'.length },
    });
  });
});

describe('envelopes in quotes of other text', () => {
  it('are found in a log line in which quotes are escaped', () => {
    assert.equal(
      marked(String.raw`time=12:00 body="{\"Response\":{\"RequestId\":\"r\"}}" x="y"`, 'log'),
      String.raw`time=12:00 body="{\"Response\":{\"RequestId\":‹id|\"r\"|›}}" x="y"`,
    );
  });

  it('are found in a cassette, single-quoted and folded', () => {
    const text = `interactions:
- response:
    body:
      string: '{"Response": {"Error": {"Code": "InternalError", "Message": "it''s a
        long message, which was
        folded"}, "RequestId":
        "r1"}}'
    status: {code: 200, message: OK}
`;
    assert.deepEqual(textsOf(text, 'yaml'), {
      code: 'InternalError',
      message: "it's a long message, which was folded",
      requestId: 'r1',
    });
    assert.match(
      marked(text, 'yaml'),
      /‹code\|"InternalError"\|›[^]*‹message\|"it''s a\n[^‹]*folded"\|›[^]*‹id\|"r1"\|›\}\}'/,
    );
  });

  it('have line breaks where a cassette has empty lines', () => {
    const text = 'a: \'{"Response":\n\n\n  {"RequestId": "r1"}}\'\n';
    assert.deepEqual(textsOf(text, 'yaml').requestId, 'r1');
  });

  it('are found in a cassette, double-quoted and continued', () => {
    const text = String.raw`    body: "{\"Response\":{\"Error\":{\"Code\":\"Internal\
      Error\",\"Message\":\"a \
      \ b\x21\"},\"RequestId\":\"r1\"}}"
`;
    assert.deepEqual(textsOf(text, 'yaml'), { code: 'InternalError', message: 'a  b!', requestId: 'r1' });
    assert.match(marked(text, 'yaml'), /‹code\|\\"Internal\\\n {6}Error\\"\|›/);
  });

  it('are read the same with any line ends', () => {
    const text = 'a: \'{"Response": {"RequestId":\n   "r1"}}\'\nb: |\n  {"Response": {"RequestId": "r2"}}\n';
    for (const each of [text, text.replaceAll('\n', '\r\n')]) {
      const { envelopes } = read(each, { languageId: 'yaml' });
      assert.deepEqual(
        envelopes.map(({ source, requestId }) => [source, requestId?.value]),
        [
          ['embedded', 'r1'],
          ['text', 'r2'],
        ],
      );
    }
  });

  for (const text of ["a: '{'", 'a: "{', "a: 'b' {c: d}", 'a: \'{"Response": {}}\'', '{a: "b"}', "'{ '' '"]) {
    it(`are not: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text, { languageId: 'yaml' }).envelopes, []));
  }
});
