import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { readMarkers, renderMarkers } from '../../support/markers';
import { read } from '../../support/service';

const uuid = '0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f';

/** Responses as logs and consoles show them after something has decoded them; code, message and RequestId are marked. */
const notations: Readonly<Record<string, string>> = {
  Python: `12:00 got {'Response': {'Error': {'Code': ‹code|'InternalError'|›, 'Message': ‹message|"it's broken"|›}, 'RequestId': ‹id|'${uuid}'|›}} x`,
  'Python, with constants': `{'Response': {'Total': 0, 'Next': None, 'All': True, 'Items': [], 'RequestId': ‹id|'${uuid}'|›}}`,
  'Python, not first': `{'retcode': 0, 'Response': {'Error': {'Code': ‹code|'InternalError'|›, 'Message': ‹message|'m'|›}, 'RequestId': ‹id|'${uuid}'|›}, 'x': 1}`,
  'Python, inside other data': `{'status': 200, 'body': {'Response': {'RequestId': ‹id|'${uuid}'|›}}}`,
  'Python, printed prettily': `{'Response': {'Error': {'Code': ‹code|'InternalError'|›,\n                        'Message': ‹message|'it is '\n                                   'broken'|›},\n              'RequestId': ‹id|'${uuid}'|›}}`,
  'Python, with escapes': String.raw`{'Response': {'Error': {'Code': ‹code|'InternalError'|›, 'Message': ‹message|'a\'b\n"c" \x1b \u4e2d'|›}, 'RequestId': ‹id|'r1'|›}}`,
  'Python, in a string of JSON': `{"msg": "failed: {'Response': {'Error': {'Code': ‹code|'InternalError'|›, 'Message': ‹message|'m'|›}, 'RequestId': ‹id|'${uuid}'|›}}"}`,
  'Python, cut off': `{'Response': {'Error': {'Code': ‹code|'InternalError'|›, 'Message': ‹message|'m'|›}, 'RequestId': ‹id|'${uuid}'|›, 'Ite...\nnext {`,
  Node: `{ Response: { Error: { Code: ‹code|'InternalError'|›, Message: ‹message|'m'|› }, RequestId: ‹id|'${uuid}'|› } }`,
  'Node, on several lines': `{\n  Response: {\n    Error: {\n      Code: ‹code|'InternalError'|›,\n      Message: ‹message|'it is ' +\n        'broken'|›\n    },\n    RequestId: ‹id|'${uuid}'|›\n  }\n}\nnext\n`,
  'Node, with what it leaves out': `{ Response: { Items: [ [Object], [Array], ... 3 more items ], f: undefined, RequestId: ‹id|'${uuid}'|› } }`,
  'Node, not first': `{ status: 200, Response: { 'a-b': 1, RequestId: ‹id|'${uuid}'|› } }`,
  'Node, in colours': `{ Response: { Error: { Code: \x1b[32m‹code|'InternalError'|›\x1b[39m, Message: \x1b[32m‹message|'m'|›\x1b[39m }, RequestId: \x1b[32m‹id|'${uuid}'|›\x1b[39m } }`,
  Ruby: `{"Response"=>{"Error"=>{"Code"=>‹code|"InternalError"|›, "Message"=>‹message|"m"|›}, "RequestId"=>‹id|"${uuid}"|›, "a"=>nil}}`,
  PHP: `Array\n(\n    [Response] => Array\n        (\n            [Error] => Array\n                (\n                    [Code] => ‹code|InternalError|›\n                    [Message] => ‹message|it is "broken"|›\n                )\n\n            [RequestId] => ‹id|${uuid}|›\n        )\n\n)\n`,
  'PHP, as objects, with a message of two lines': `stdClass Object\n(\n    [Response] => stdClass Object\n        (\n            [RequestId] => ‹id|${uuid}|›\n            [Error] => stdClass Object\n                (\n                    [Code] => ‹code|UnauthorizedOperation|›\n                    [Message] => ‹message|not authorized\nresource (*) has no permission|›\n                )\n        )\n)\nnext\n`,
  'PHP, exported': `array (\n  'Response' => \n  array (\n    'Error' => \n    array (\n      'Code' => ‹code|'InternalError'|›,\n      'Message' => ‹message|'it\\'s a \\\\ "here"\nand there'|›,\n    ),\n    'Items' => \n    array (\n      0 => 'a',\n      1 => -1.5,\n      2 => NULL,\n      3 => \n      array (\n      ),\n    ),\n    'RequestId' => ‹id|'${uuid}'|›,\n  ),\n)\nnext\n`,
  'PHP, exported on a line': `got array ( 'a' => 1, 'Response' => array ( 'RequestId' => ‹id|'${uuid}'|›, 'Error' => array ( 'Code' => ‹code|'InternalError'|›, 'Message' => ‹message|'m'|› )), ) x`,
  'PHP, objects exported': `(object) array(\n   'Response' => \n  (object) array(\n     'Error' => \n    (object) array(\n       'Code' => ‹code|'InternalError'|›,\n       'Message' => ‹message|'m'|›,\n    ),\n     'RequestId' => ‹id|'${uuid}'|›,\n  ),\n)`,
  'PHP, objects of classes exported': `stdClass::__set_state(array(\n   'Response' => \n  \\My\\stdClass::__set_state(array(\n     'RequestId' => ‹id|'${uuid}'|›,\n     'Error' => \n    stdClass::__set_state(array(\n       'Code' => ‹code|'InternalError'|›,\n       'Message' => ‹message|'m'|›,\n    )),\n  )),\n))`,
  'PHP, exported in a string of JSON': String.raw`{"msg": "array (\n  'Response' => \n  array (\n    'Error' => \n    array (\n      'Code' => ‹code|'InternalError'|›,\n    ),\n    'RequestId' => ‹id|'${uuid}'|›,\n  ),\n)"}`,
  'PHP, exported and cut off': `array (\n  'Response' => \n  array (\n    'RequestId' => ‹id|'${uuid}'|›,\n    'Items' => \n    arr`,
  Java: `12:00 got {Response={Error={Code=‹code|InternalError|›, Message=‹message|it broke, as in {a}, x=1|›}, RequestId=‹id|${uuid}|›}} x`,
  'Java, in another order':
    '{Response={RequestId=‹id|r-1|›, Error={Message=‹message|it broke|›, Code=‹code|InternalError|›}}}',
  'Java, with data': `{Response={Total=1, Items=[{Id=a, Tags={}}, {Id=b}], Next=null, RequestId=‹id|${uuid}|›}}`,
  'Java, not first': `{retcode=0, Response={Error={Code=‹code|InternalError|›, Message=‹message|m|›}, RequestId=‹id|${uuid}|›}, more=1}`,
  'Java, with a message of two lines': `{Response={Error={Code=‹code|UnauthorizedOperation|›, Message=‹message|not authorized\nresource (*) has no permission|›}, RequestId=‹id|${uuid}|›}}\n`,
  'Java, in a string of JSON':
    '{"msg": "{Response={Error={Code=‹code|InternalError|›, Message=‹message|m|›}, RequestId=‹id|r-1|›}}"}',
  'Java, cut off': '{Response={Error={Code=‹code|InternalError|›, Message=‹message|it broke|›\nnext }\n',
  CSV: `2026-03-02,"{""Response"":{""Error"":{""Code"":‹code|""InternalError""|›,""Message"":‹message|""m, n""|›},""RequestId"":‹id|""${uuid}""|›}}",1\n`,
  'CSV, over several lines': `1,"{\n  ""Response"": {\n    ""RequestId"": ‹id|""${uuid}""|›\n  }\n}",2\n`,
  HTML: `<td>{&quot;Response&quot;:{&quot;Error&quot;:{&quot;Code&quot;:‹code|&quot;InternalError&quot;|›,&quot;Message&quot;:‹message|&quot;a &lt; b&quot;|›},&quot;RequestId&quot;:‹id|&quot;${uuid}&quot;|›}}</td>`,
  'HTML, with numbers, over several lines': `<pre>\n{\n  &#34;Response&#34;: {\n    &#34;RequestId&#34;: ‹id|&#34;${uuid}&#34;|›\n  }\n}\n</pre>\n`,
  'JSON in colours': `\x1b[1;39m{\x1b[0m\x1b[34;1m"Response"\x1b[0m: {"Error": {"Code": \x1b[32m‹code|"InternalError"|›\x1b[0m, "Message": ‹message|"m"|›}, "RequestId": ‹id|"${uuid}"|›}}\x1b[0m`,
  'the text of an SDK in a string in a string': String.raw`body="{\"error\":\"[TencentCloudSDKError] Code=‹code|InternalError|›, Message=‹message|m|›, RequestId=‹id|${uuid}|›\"}"`,
  'without its Response, beside the name of the vendor': `12:00 tencentcloud: {"Error":{"Code":‹code|"InternalError"|›,"Message":‹message|"m"|›},"RequestId":‹id|"${uuid}"|›}\n`,
  'without its Response, before the name of the vendor': `{"RequestId":‹id|"${uuid}"|›,"Error":{"Code":‹code|"InternalError"|›,"Message":‹message|"m"|›}} from cvm.tencentcloudapi.com\n`,
};

const silent: readonly string[] = [
  `12:00 aws: {"Error":{"Code":"InternalError","Message":"m"},"RequestId":"${uuid}"}\n`,
  `tencentcloud\n{"Error":{"Code":"InternalError","Message":"m"},"RequestId":"${uuid}"}\n`,
  `tencentcloud: {"Error":{"Code":"InternalError"},"RequestId":"${uuid}"}\n`,
  `tencentcloud: {"RequestId":"${uuid}"}\n`,
  "{'Response': 'text'}",
  "{'Response': {'Items': []}}",
  'interface A { Response: { RequestId: string; Error?: { Code: string } } }',
  "{'request': {'Response': x}}",
  '[Response] => text\n[RequestId] => r',
  '{ Response: {',
  '{"Response": {"Error": {"Code": "...", "Message": "..."}}}',
  '{"Response": {"Error": {"Code": "…", "Message": "…"}, "RequestId": "…"}}',
  '{"Response": {"RequestId": "..."}}',
  "{'Response': {'Error': {'Code': '...', 'Message': '...'}, 'RequestId': '...'}}",
  '{Response={Error={Code=..., Message=...}, RequestId=...}}',
  '{Response={Items=[]}}',
  '{Response={',
  "'Response' => array ( 'Error' => array ( 'Code' => '...', 'Message' => '...' ) )",
  "'Response' => array ( 'Items' => array () )",
  "'Response' => array_map('f', [])",
  "'Response' =>",
  '{""Response"":1}',
  '{&quot;Response&quot;:1}',
];

/** The text with all that was read of it marked. */
function marked(text: string): string {
  const ranges = read(text, { languageId: 'log' }).envelopes.flatMap(({ code, message, requestId }) =>
    Object.entries({ code, message, id: requestId }).flatMap(([label, each]) =>
      each ? [{ label, ...each.span }] : [],
    ),
  );
  return renderMarkers(text, ranges);
}

describe('Responses in other notations', () => {
  for (const [name, expected] of Object.entries(notations)) {
    it(`are found: ${name}`, () => assert.equal(marked(readMarkers(expected).text), expected));
  }

  for (const text of silent) {
    it(`are none: ${JSON.stringify(text)}`, () => assert.equal(marked(text), text));
  }

  it('have the values that were printed', () => {
    const Message = `it's a "message" with \`all\` quotes,\nlines, \\ and 中文 ${'which is long '.repeat(20)}`;
    const response = { Response: { Error: { Code: 'InternalError', Message }, RequestId: uuid } };
    for (const text of [inspect(response, { depth: null }), inspect(response, { depth: null, colors: true })]) {
      const [envelope] = read(`console: ${text}\n`, { languageId: 'log' }).envelopes;
      assert.deepEqual([envelope?.message?.value, envelope?.requestId?.value], [Message, uuid]);
    }
  });

  it('are embedded in the text, so that nothing is inserted into them', () => {
    const text = `{'Response': {'Error': {'Code': 'InternalError', 'Message': 'm'}, 'RequestId': '${uuid}'}}`;
    const [envelope] = read(text, { languageId: 'log' }).envelopes;
    assert.deepEqual([envelope?.source, envelope?.span], ['embedded', { offset: 0, length: text.length }]);
  });
});
