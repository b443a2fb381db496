import assert from 'node:assert/strict';
import type { Span } from '../../../server/src/service';
import { parseRange } from '../../support/markers';
import { read, readOne, type ParseOptions } from '../../support/service';

type Part = 'code' | 'message' | 'requestId' | 'span';

/** Asserts that a part has the marked span, in UTF-16 units, and the value. */
function places(part: Part, marked: string, value?: string, options: ParseOptions = {}): void {
  const { text, range } = parseRange(marked);
  const envelope = readOne(text, options);
  const found = part === 'span' ? undefined : envelope[part];
  const span: Span | undefined = part === 'span' ? envelope.span : found?.span;
  assert.deepEqual(span, { offset: range.offset, length: range.length });
  if (value !== undefined) {
    assert.equal(found?.value, value);
  }
}

describe('places in the text', () => {
  it('are those of the tokens, quotes included', () => {
    places('code', '{"Response":{"Error":{"Code":‹|"InternalError"|›,"Message":"m"}}}', 'InternalError');
    places('message', '{"Response":{"Error":{"Code":"c","Message": ‹|"m"|› }}}', 'm');
    places('requestId', '{"Response":{"RequestId":‹|"r"|›}}', 'r');
    places('span', ' ‹|{"Response":{"RequestId":"r"}}|› ');
  });

  it('count an astral character as two', () => {
    places('code', '{"😀":"😀😀","Response":{"Error":{"Code":‹|"😀.c"|›}}}', '😀.c');
  });

  it('count CR and LF as one each', () => {
    places('requestId', '{\r\n  "Response": {\r\n    "RequestId": ‹|"r"|›\r\n  }\r\n}', 'r');
  });

  it('count a byte order mark, which is no break', () => {
    places('requestId', '\ufeff{"Response":{"RequestId":‹|"r"|›}}', 'r');
    places('span', '\ufeff‹|{"Response":{"RequestId":"r"}}|›');
    assert.deepEqual(read('\ufeff{"Response":{"RequestId":"r"}}').breaks, []);
    assert.equal(read('\ufeff\ufeff{"Response":{"RequestId":"r"}}').breaks.length, 1);
  });

  it('are from the start of the document in JSON Lines', () => {
    const jsonl = { languageId: 'jsonl' };
    places('requestId', '\ufeff{"😀":1}\r\n\n {"Response":{"RequestId":‹|"r"|›}}\r\n', 'r', jsonl);
    places('span', '{}\n ‹|{"Response":{"RequestId":"r"}}|›', undefined, jsonl);
  });

  it('reach to the end of a text that breaks off', () => {
    places('span', '‹|{"Response":{"RequestId":"r"|›');
    places('span', '[1,‹|{"Response":{"RequestId":"r"}, |›');
  });
});

describe('values', () => {
  const code = (token: string): string | undefined => readOne(`{"Response":{"Error":{"Code":${token}}}}`).code?.value;

  it('are decoded', () => {
    assert.equal(code('"a\\u0062\\n\\"\\\\\\/"'), 'ab\n"\\/');
    assert.equal(code('"\\ud83d\\ude00"'), '😀');
  });

  it('keep whitespace and dots at their ends', () => assert.equal(code('" InternalError. "'), ' InternalError. '));

  it('may be lone surrogates', () => {
    assert.equal(code('"\\ud83d"'), '\ud83d');
    assert.equal(code('"\ude00"'), '\ude00');
  });

  for (const token of ['7', 'true', 'null', '{}', '[]', '["c"]']) {
    it(`are none where they are no strings: ${token}`, () => assert.equal(code(token), undefined));
  }
});

describe('which member counts', () => {
  const requestId = (text: string, options: ParseOptions = {}): string | undefined =>
    readOne(text, options).requestId?.value;

  it('the last of duplicates, as for JSON.parse', () => {
    const text =
      '{"Response":{"Error":{"Code":"first"}},"Response":{"RequestId":"a","RequestId":"b","Error":1,"Error":{"Code":"c","Code":"d"}}}';
    const { requestId: id, code } = readOne(text);
    assert.deepEqual([id?.value, code?.value], ['b', 'd']);
  });

  it('the right RequestId before a misspelled one, before a misplaced one', () => {
    const { declared } = { declared: { declared: true } };
    assert.equal(requestId('{"requestId":"c","Response":{"request_id":"b","RequestId":"a","requestid":"b"}}'), 'a');
    assert.equal(requestId('{"RequestId":"c","Response":{"request-id":"b"}}'), 'b');
    assert.equal(requestId('{"RequestId":"c","Response":{"Error":{"Code":"x","RequestId":"d"}}}'), 'c');
    assert.equal(requestId('{"Response":{"Error":{"Code":"x","RequestId":"d"}}}'), 'd');
    assert.equal(requestId('{"Response":{"Error":{"Code":"x"}}}'), undefined);
    assert.equal(requestId('{"RequestId":"c","Response":{"TotalCount":0}}', declared), 'c');
  });

  it('one of another type too, which has no text', () => {
    const text = '{"RequestId":ID,"Response":{"Error":{"Code":"x","RequestId":"d"}}}';
    for (const id of ['7', 'null', '{}', '[1]', '{"RequestId":{"a":[]}}']) {
      assert.equal(requestId(`[${text.replace('ID', id)}]`), undefined, id);
    }
  });

  it('no RequestId from within the payload', () => {
    assert.equal(requestId('{"Response":{"Error":{"Code":"x"},"Item":{"RequestId":"d"}}}'), undefined);
  });

  for (const name of ['requestId', 'RequestID', 'request_id', 'REQUEST-ID', 'requestid', '_Request_Id']) {
    it(`${name} is a spelling of RequestId`, () => assert.equal(requestId(`{"Response":{"${name}":"r"}}`), 'r'));
  }

  for (const name of ['Request Id', 'RequestIds', 'Id', 'TraceId', 'xRequestId', `Request${'_'.repeat(40)}Id`]) {
    it(`${name} is not`, () => assert.equal(read(`{"Response":{"${name}":"r"}}`).envelopes.length, 0));
  }

  it('misspelled Code and Message where the right ones are absent', () => {
    const { code, message } = readOne('{"Response":{"RequestId":"r","error":{"code":"c","MESSAGE":"m"}}}');
    assert.deepEqual([code?.value, message?.value], ['c', 'm']);
  });

  it('no built-in property of JavaScript', () => {
    const text =
      '{"__proto__":{"Response":{"RequestId":"a"}},"constructor":1,"Response":{"__proto__":{"RequestId":"b"},"RequestId":"r","toString":1}}';
    const { envelopes } = read(text);
    assert.deepEqual(
      envelopes.map((envelope) => envelope.requestId?.value),
      ['r', 'a'],
    );
  });
});
