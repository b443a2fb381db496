import assert from 'node:assert/strict';
import { readMarkers } from '../../support/markers';
import { seedFailure, seedSuccess } from '../../support/seed';
import { markEnvelopes, read, readOne, type ParseOptions } from '../../support/service';

/** Asserts that exactly the marked ranges are envelopes, with the status of the label. */
function recognises(marked: string, options: ParseOptions = {}): void {
  assert.equal(markEnvelopes(readMarkers(marked).text, options), marked);
}

const declared = { declared: true };
const unwrapped = { unwrapped: true };

describe('recognition by content', () => {
  it("takes the seed's success", () => {
    const envelope = readOne(seedSuccess);
    assert.equal(envelope.status, 'success');
    assert.equal(envelope.requestId?.value, 'b5b41468-520d-4192-b42f-595cc34b6c1c');
    assert.equal(envelope.code, undefined);
    assert.equal(envelope.message, undefined);
    assert.equal(envelope.source, 'json');
  });

  it("takes the seed's failure", () => {
    const envelope = readOne(seedFailure);
    assert.equal(envelope.status, 'failure');
    assert.equal(envelope.requestId?.value, 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6');
    assert.equal(envelope.code?.value, 'AuthFailure.SignatureFailure');
    assert.match(envelope.message?.value ?? '', /^The provided credentials .* is correct\.$/);
  });

  describe('an envelope is an object whose Response is an object', () => {
    const envelopes = {
      'with a RequestId': '‹success|{"Response":{"RequestId":"r"}}|›',
      'with a RequestId that is no UUID': '‹success|{"Response":{"RequestId":"s1630000000"}}|›',
      'with an empty RequestId': '‹success|{"Response":{"RequestId":""}}|›',
      'with a RequestId of another type': '‹success|{"Response":{"RequestId":7}}|›',
      'with a RequestId that is null': '‹success|{"Response":{"RequestId":null}}|›',
      'with a misspelled RequestId': '‹success|{"Response":{"request_id":"r"}}|›',
      'with an Error that has a Code alone': '‹failure|{"Response":{"Error":{"Code":"InternalError"}}}|›',
      'with an Error that has a Message alone': '‹failure|{"Response":{"Error":{"Message":"m"}}}|›',
      'with an Error that is null, and a RequestId': '‹success|{"Response":{"Error":null,"RequestId":"r"}}|›',
      'with an Error that is a string, and a RequestId': '‹failure|{"Response":{"Error":"e","RequestId":"r"}}|›',
      'with an empty Error, and a RequestId': '‹failure|{"Response":{"Error":{},"RequestId":"r"}}|›',
      'with a misspelled Error, and a RequestId': '‹failure|{"Response":{"error":{},"RequestId":"r"}}|›',
      'with an Error that has no text at all':
        '‹failure|{"Response":{"Error":{"Code":"","Message":""},"RequestId":"r"}}|›',
      'with names in escapes': '‹success|{"Respon\\u0073e":{"Reques\\u0074Id":"r"}}|›',
      'with members beside Response': '‹success|{"retcode":0,"Response":{"RequestId":"r"},"code":null}|›',
      'and whose Code is in a second Error': '‹failure|{"Response":{"Error":1,"Error":{"Code":"c"}}}|›',
    };
    for (const [what, marked] of Object.entries(envelopes)) {
      it(what, () => recognises(marked));
    }
  });

  describe('no envelope is', () => {
    const others = {
      'an empty document': '',
      'a document of whitespace': ' \n\t\r\n',
      'a number': '7',
      'an empty object': '{}',
      'an empty Response': '{"Response":{}}',
      'a Response with data alone': '{"Response":{"TotalCount":0}}',
      'a Response that is a string (OMDb)': '{"Response":"True","Title":"Alien"}',
      'a Response that is a list': '{"Response":[{"RequestId":"r"}]}',
      'a Response that is null': '{"Response":null}',
      'a Response with an Error that is null': '{"Response":{"Error":null}}',
      'a Response with an Error that is a string': '{"Response":{"Error":"e"}}',
      'a Response with an Error of other members': '{"Response":{"Error":{"Description":"d"}}}',
      'a Response with an Error whose members are misspelled': '{"Response":{"Error":{"code":"c","message":"m"}}}',
      'a Response with a misspelled Error': '{"Response":{"error":{"Code":"c","Message":"m"}}}',
      'a RequestId beside Response': '{"Response":{"TotalCount":0},"RequestId":"r"}',
      'a response in lower case': '{"response":{"RequestId":"r"}}',
      'a RESPONSE in upper case': '{"RESPONSE":{"RequestId":"r"}}',
      'what AWS answers': '{"Error":{"Code":"AccessDenied","Message":"m"},"RequestId":"r"}',
      'what Alibaba Cloud answers': '{"RequestId":"r","Instances":[]}',
      'a Response that a later one replaces': '{"Response":{"RequestId":"r"},"Response":"True"}',
      'a Response that a later list replaces': '[{"Response":{"RequestId":"r"},"Response":[1]}]',
      'a Response that a later object replaces': '[{"Response":{"RequestId":"r"},"Response":{}}]',
      'an Error that a later one replaces': '{"Response":{"Error":{"Code":"c"},"Error":1}}',
      'a name without a value': '{"Response"}',
      'names inside a comment': '{"a":1}//{"Response":{"RequestId":"r"}}',
    };
    for (const [what, text] of Object.entries(others)) {
      it(what, () => recognises(text));
    }
  });

  describe('any number, at any depth', () => {
    const e = '‹success|{"Response":{"RequestId":"r"}}|›';
    const texts = {
      'in a list': `[${e},1,${e}]`,
      'deep inside a wrapper': `{"log":{"entries":[{"response":{"content":${e}}}]}}`,
      'one after the other, though that is no JSON': `${e}${e}\n${e}`,
      'after invalid JSON': `{"a":nonsense,,,"b":[${e}]}`,
      'under a Response that is none itself': `{"Response":[${e}]}`,
      'under a Response of another vendor': `{"Response":{"View":[${e}]}}`,
      'beside a Response of another vendor': `{"Response":"True","body":${e}}`,
      'beside a fixed name': `{"RequestId":${e},"Error":${e}}`,
    };
    for (const [where, marked] of Object.entries(texts)) {
      it(where, () => recognises(marked));
    }

    it('beside Response in a wrapper, before and after it', () => {
      const inner = '‹failure|{"Response":{"Error":{"Code":"c"}}}|›';
      recognises(`‹success|{"first":${inner},"Response":{"RequestId":"r"},"last":[${inner}]}|›`);
    });
  });

  describe('none inside the payload of another', () => {
    const e = '{"Response":{"RequestId":"inner"}}';
    const texts = {
      'directly under Response': `‹success|{"Response":{"RequestId":"r","Response":{"RequestId":"inner"}}}|›`,
      'in a member of it': `‹success|{"Response":{"Data":${e},"RequestId":"r"}}|›`,
      'in a list of it': `‹success|{"Response":{"Set":[${e},[${e}]],"RequestId":"r"}}|›`,
      'in its Error': `‹failure|{"Response":{"Error":{"Code":"c","Detail":${e}},"RequestId":"r"}}|›`,
      'in its RequestId': `‹success|{"Response":{"RequestId":${e}}}|›`,
    };
    for (const [where, marked] of Object.entries(texts)) {
      it(where, () => recognises(marked));
    }

    it('nor in a string of it', () => {
      recognises(`‹success|{"Response":{"Data":${JSON.stringify(e)},"RequestId":"r"}}|›`);
    });
  });

  it('has per-item Errors for data of the action', () => {
    const envelope = readOne('{"Response":{"Set":[{"Error":{"Code":"c","Message":"m"}}],"RequestId":"r"}}');
    assert.equal(envelope.status, 'success');
    assert.equal(envelope.code, undefined);
  });
});

describe('declared documents', () => {
  it('have an envelope wherever Response is an object', () => {
    recognises('‹success|{"Response":{}}|›', declared);
    recognises('[‹success|{"Response":{"TotalCount":0}}|›]', declared);
  });

  it('may misspell Response', () => {
    recognises('‹success|{"response":{"TotalCount":0}}|›', declared);
    recognises('‹success|{"RESPONSE":{"RequestId":"r"}}|›', declared);
    recognises('‹failure|{"_response":{"Error":{"Code":"c"}}}|›', declared);
  });

  it('prefer the right spelling of Response', () => {
    const envelope = readOne('{"Response":{"RequestId":"right"},"response":{"RequestId":"wrong"}}', declared);
    assert.equal(envelope.requestId?.value, 'right');
  });

  it('have a wrapped envelope inside another document', () => {
    recognises('{"status":200,"body":‹success|{"Response":{"RequestId":"r"}}|›}', declared);
  });

  it('list an unwrapped envelope', () => {
    recognises('‹failure|{"Error":{"Code":"c","Message":"m"},"RequestId":"r"}|›', declared);
    recognises('‹success|{"TotalCount":0,"RequestId":"r"}|›', declared);
  });

  it('have any spelling of Response', () => {
    recognises('‹success|{"response":{}}|›', declared);
  });

  for (const text of ['', '{}', '[]', '7', '{"Response":"x"}', '{"TotalCount":0}']) {
    it(`have none in ${text === '' ? 'an empty text' : text}`, () => recognises(text, declared));
  }
});

describe('unwrapped recognition', () => {
  it('is off by default', () => recognises('{"TotalCount":0,"RequestId":"r"}'));

  it('takes a whole failure without its Response', () => {
    recognises('‹failure|{"Error":{"Code":"c","Message":"m"},"RequestId":"r"}|›', unwrapped);
    recognises('‹failure|{"RequestId":1,"Items":[],"Error":{"Message":"m","Code":"c"}}|›', unwrapped);
  });

  it('reads its members', () => {
    const envelope = readOne('{"Error":{"Code":"c","Message":"m"},"RequestId":"r"}', unwrapped);
    assert.deepEqual([envelope.code?.value, envelope.message?.value, envelope.requestId?.value], ['c', 'm', 'r']);
  });

  it('still accepts wrapped ones', () => recognises('‹success|{"Response":{"RequestId":"r"}}|›', unwrapped));

  for (const text of [
    '{"TotalCount":0}',
    '{"TotalCount":0,"RequestId":"r"}',
    '{"Error":{"Code":"c","Message":"m"}}',
    '{"Error":{"Code":"c"},"RequestId":"r"}',
    '{"Error":{"Type":"Sender","Code":"c","Message":"m"},"RequestId":"r"}',
    '{"Error":{"Message":"m"},"RequestId":"r"}',
    '{"Error":{"code":"c","message":"m"},"RequestId":"r"}',
    '{"Error":{"Code":"c","Message":"m"},"requestId":"r"}',
    '{"error":{"code":"c"}}',
    '{"Error":"m","RequestId":"r"}',
    '[{"Error":{"Code":"c","Message":"m"},"RequestId":"r"}]',
    '[{"TotalCount":0}]',
    '"RequestId"',
    '{}',
  ]) {
    it(`does not take ${text}`, () => recognises(text, unwrapped));
  }
});

describe('comments', () => {
  const commented = '{/* one */"Response":// two\n{"RequestId":"r",},}';

  it('are welcome in jsonc, and so are trailing commas', () => {
    recognises(`/* zero */‹success|${commented}|›// three`, { languageId: 'jsonc' });
    assert.deepEqual(read(commented, { languageId: 'jsonc' }).breaks, []);
  });

  it('hide no envelope in json, where they are breaks', () => {
    recognises(`‹success|${commented}|›`);
    assert.deepEqual(
      read(commented).breaks.map(({ reason, span }) => [reason, span.offset]),
      [['comment', 1]],
    );
  });
});

describe('JSON Lines', () => {
  const jsonl = { languageId: 'jsonl' };

  it('have envelopes on lines of their own', () => {
    recognises(
      '‹success|{"Response":{"RequestId":"r"}}|›\n\n{"a":1}\r\n[‹success|{"Response":{"RequestId":"r"}}|›]\n',
      jsonl,
    );
    assert.equal(readOne('{"Response":{"RequestId":"r"}}', jsonl).source, 'jsonl');
  });

  it('have none across lines', () => recognises('{"Response":\n{"RequestId":"r"}}', jsonl));

  it('are declared line by line', () => {
    recognises('‹success|{"Response":{}}|›\n‹success|{"RequestId":"r"}|›\n{}', { ...jsonl, ...declared });
  });

  it('break line by line: the lines around a broken one count', () => {
    recognises('‹success|{"Response":{"RequestId":"r"|›\n‹success|{"Response":{"RequestId":"r"}}|›', jsonl);
    assert.equal(read('{"Response":{"RequestId":"r"\n{"Response":{"RequestId":"r"}}', jsonl).breaks.length, 1);
  });
});

describe('other languages', () => {
  it('are not read', () => {
    assert.deepEqual(read(seedFailure, { languageId: 'typescript', ...declared }), {
      envelopes: [],
      breaks: [],
      missingResponses: [],
    });
  });
});
