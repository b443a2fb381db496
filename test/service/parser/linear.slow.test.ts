import assert from 'node:assert/strict';
import { ChunkedText } from '../../../server/src/service';
import { parse, serviceWith } from '../../support/service';

/** Lengths in UTF-16 units. Four times the text must take at most some four times as long; quadratic is 16 times. */
const short = 100_000;
const long = 4 * short;
const maxRatio = 8;

/** Processor time in milliseconds below which a ratio says nothing. */
const noise = 5;

const root = '{"Response":{"RequestId":"1"}}';
const embedded = JSON.stringify({ a: '{"Response":{"RequestId":"2"}}' });
const sdk = '[TencentCloudSDKError] Code=InternalError, Message=a b';
const uuid = '0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f';

/** What is repeated to a long text, mostly of one line. */
const sources: readonly (readonly [languageId: string, repeated: string, head?: string])[] = [
  ['log', 'function a(b){return{c:b}};'],
  ['log', '{'],
  ['log', '{"a":1} '],
  ['log', `${root} `],
  ['log', '{"Error":{"Code":"C","Message":"m"},"RequestId":"r"} ', 'tencentcloud '],
  ['log', `${embedded} `],
  ['log', '{\\"a\\":1} '],
  ['log', "{'Response': {'RequestId': 'r'}} "],
  ['log', "{'Response': {"],
  ['log', '{ Response: { RequestId: `'],
  ['log', "'Response': "],
  ['log', '[Response] => Array '],
  ['log', '[Response] => Array\n(\n[RequestId] => r\n'],
  ['log', '{""Response"":'],
  ['log', '{&quot;Response&quot;:'],
  ['log', `\u001b[31m${root}\u001b[0m`],
  ['log', '[request id:]'],
  ['log', '[request id:r1] x\n'],
  ['log', `${sdk} `],
  ['log', `${sdk}, RequestId=${uuid}; `],
  ['log', `${sdk}\\n `],
  ['log', '[TencentCloudSDKException] code:C message:m requestId: '],
  ['log', 'TencentCloudSDKHttpException [Error]: m'],
  ['log', "TencentCloudSDKException('C', '"],
  ['log', 'Code: Aaa, Message: '],
  ['log', `Code: Aaa, Message: m, RequestId: ${uuid} `],
  ['log', 'RequestId=, ErrorCode=Aaa, ErrorMessage='],
  ['log', 'RequestId=', sdk],
  ['yaml', "'{"],
  ['yaml', '\n', "a: '{"],
  ['yaml', '\n', 'a: "{'],
  ['markdown', '{"a":1} ', '```\n'],
  ['json', `${root}\n${embedded}\n`],
  ['json', `${root},\n${embedded},\n`, '['],
  ['json', `${embedded},`, '{"Response":{"RequestId":"r"},"a":['],
  ['jsonl', `${root}\n${embedded}\n`],
  ['jsonl', `${root} ${embedded} `],
];

/** Processor time of a task in milliseconds: the least of several runs, or the first that is short enough. */
function cost(run: () => unknown, enough = 0): number {
  let least = Infinity;
  for (let count = 0; count < 3 && least > enough; count++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Opens a document and changes its first character. */
function edit(text: string, languageId: string): void {
  const service = serviceWith();
  const document = new ChunkedText('file:///x', languageId, 1, text);
  service.parse(document, {}).envelopes();
  const start = { line: 0, character: 0 };
  document.update([{ range: { start, end: start }, text: ' ' }], 2);
  service.parse(document, {}).envelopes();
}

describe('Parsing takes time in proportion to the text', function () {
  this.timeout(60_000);
  const ways = {
    'as a whole': (text: string, languageId: string) => parse(text, { languageId }).envelopes(),
    'while it is edited': edit,
  };
  for (const [languageId, repeated, head = ''] of sources) {
    for (const [way, run] of Object.entries(ways)) {
      it(`${languageId}, ${way}: ${JSON.stringify(head + repeated)}`, () => {
        const textOf = (length: number): string => head + repeated.repeat(Math.ceil(length / repeated.length));
        const [small, large] = [textOf(short), textOf(long)];
        const before = cost(() => run(small, languageId));
        const limit = maxRatio * Math.max(before, noise);
        const after = cost(() => run(large, languageId), limit);
        assert.ok(after < limit, `${before} ms, then ${after} ms`);
      });
    }
  }
});
