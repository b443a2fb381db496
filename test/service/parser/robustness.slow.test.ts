import assert from 'node:assert/strict';
import { seedFailure, seedSuccess } from '../../support/seed';
import { findingsOf, read, readOne, rulesOf, type ParseOptions } from '../../support/service';
import { ticketOf } from '../../support/ticket';

const million = 1_000_000;

/** All ways to parse a text; JSON Lines only for a single line. */
function waysToRead(text: string): [string, ParseOptions][] {
  const ways: [string, ParseOptions][] = [
    ['json', {}],
    ['json, declared', { declared: true }],
    ['json, unwrapped', { unwrapped: true }],
    ['jsonc', { languageId: 'jsonc' }],
  ];
  return text.includes('\n') ? ways : [...ways, ['jsonl, declared', { languageId: 'jsonl', declared: true }]];
}

describe('a truncated text', () => {
  const texts = {
    'success of the seed': seedSuccess,
    'failure of the seed': seedFailure,
    'failure on one line': JSON.stringify(JSON.parse(seedFailure)),
    'unwrapped failure': JSON.stringify((JSON.parse(seedFailure) as { Response: unknown }).Response),
    'response whose texts are escaped':
      '{"Response":{"Error":{"Code":"Internal\\u0045rror","Message":"\\n\\"m\\""},"RequestId":"\\u0072"}}',
  };
  for (const [what, text] of Object.entries(texts)) {
    for (const [way, options] of waysToRead(text)) {
      it(`has one cause, one finding, wherever the ${what} is cut (${way})`, () => {
        for (let length = 0; length < text.length; length++) {
          const start = text.slice(0, length);
          const others = rulesOf(start, options).filter((rule) => rule !== 'invalid-json');
          assert.deepEqual(others, [], JSON.stringify(start));
        }
      });
    }
  }

  it('has its break at the end', () => {
    const text = '{"Response":{"RequestId":"r"}';
    assert.deepEqual(read(text).breaks, [{ span: { offset: text.length, length: 0 }, reason: 'unexpected-end' }]);
  });

  it('has nothing missing, and no finding for an unclosed string', () => {
    assert.deepEqual(rulesOf('{"Response":{"Error":{'), []);
    assert.deepEqual(rulesOf('{"Response":{"Error":{"Code":"InternalErro'), ['invalid-json']);
    assert.deepEqual(rulesOf('{"Response":{"RequestId":"'), ['invalid-json']);
  });

  it('has the same findings for complete envelopes', () => {
    assert.deepEqual(rulesOf('[{"Response":{"Error":{"Code":"InternalError"}}},'), [
      'missing-request-id',
      'missing-error-message',
      'invalid-json',
    ]);
  });
});

describe('a truncated declared document', () => {
  for (const text of ['', ' ', '{', '{"Resp', '{"Response"', '{"Response":', '[', '{"a":1', '{"RequestId":"r"', '"']) {
    it(`has invalid-json alone: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(rulesOf(text, { declared: true }), ['invalid-json']);
    });
  }
});

describe('hostile texts', () => {
  const deep = {
    arrays: '['.repeat(million) + ']'.repeat(million),
    'arrays without end': '['.repeat(million),
    objects: '{"a":'.repeat(million) + '1' + '}'.repeat(million),
    'objects without end': '{"a":'.repeat(million),
    'nothing but ends': ']}'.repeat(million),
    'ends of the wrong kind': '[{'.repeat(million / 2) + ']}'.repeat(million / 2),
    'arrays after commas': '[1,'.repeat(million),
    'objects under fixed names': '{"Response":'.repeat(million) + '1' + '}'.repeat(million),
    'objects under RequestId': '{"RequestId":'.repeat(million) + '1' + '}'.repeat(million),
    breaks: '{"a" 1 '.repeat(million / 10),
  };
  for (const [what, text] of Object.entries(deep)) {
    for (const [way, options] of Object.entries({ json: {}, declared: { declared: true } })) {
      it(`a million deep: ${what} (${way})`, () => assert.doesNotThrow(() => rulesOf(text, options)));
    }
  }

  for (const [what, payload] of Object.entries({ arrays: deep.arrays, objects: deep.objects })) {
    it(`a payload a million deep: ${what}`, () => {
      const text = `{"Response":{"Data":${payload},"RequestId":"r"}}`;
      assert.equal(readOne(text).requestId?.value, 'r');
      assert.deepEqual(rulesOf(text), []);
    });

    it(`an envelope below a million: ${what}`, () => {
      const middle = payload.indexOf(what === 'arrays' ? ']' : '1');
      const text = `${payload.slice(0, middle)}{"Response":{"RequestId":"r"}}${payload.slice(what === 'arrays' ? middle : middle + 1)}`;
      assert.equal(readOne(text).span.offset, middle);
    });
  }

  it('a payload a million deep and without end', () => {
    assert.deepEqual(rulesOf(`{"Response":{"RequestId":"r","Data":${'['.repeat(million)}`), ['invalid-json']);
  });

  it('an envelope in members that are named like its own, a thousand deep and no deeper', () => {
    const around = (depth: number): string =>
      '{"Response":['.repeat(depth) + '{"Response":{"RequestId":"r"}}' + ']}'.repeat(depth);
    assert.equal(readOne(around(999)).requestId?.value, 'r');
    assert.equal(read(around(1000)).envelopes.length, 0);
  });

  it('what stands beside a nesting that is too deep to be looked into', () => {
    const deeper = '{"Response":'.repeat(2000) + '{"RequestId":"x"}' + '}'.repeat(2000);
    assert.deepEqual(
      read(`[${deeper},{"Response":{"Data":${deeper},"RequestId":"r"}}]`).envelopes.map(
        ({ requestId }) => requestId?.value,
      ),
      ['r'],
    );
  });

  it('envelopes inside envelopes, a hundred thousand deep', () => {
    const text = '{"Response":{"RequestId":"r","x":'.repeat(100_000) + '1' + '}}'.repeat(100_000);
    assert.equal(read(text).envelopes.length, 1);
  });

  it('more envelopes in one line of JSON Lines than a call can have arguments', () => {
    const text = `[${'{"Response":{"RequestId":""}},'.repeat(150_000)}0]`;
    assert.equal(findingsOf(text, { languageId: 'jsonl' }).length, 150_000);
  });

  it('texts of many megabytes on one line', () => {
    const huge = 'x\\"'.repeat(million);
    const text = `{"${huge}":1,"Response":{"Error":{"Code":"${huge}","Message":"m${huge}"},"RequestId":"${huge}"}}`;
    assert.deepEqual(rulesOf(text), ['unknown-error-code']);
    assert.equal(readOne(text).code?.value.length, 2 * million);
  });

  it('names of many megabytes', () => {
    const text = `{"Response":{"RequestId":"r","Request${'_'.repeat(million)}Id":1}}`;
    assert.deepEqual(rulesOf(text), []);
  });

  it('names of built-in JavaScript properties', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
      const text = `{"${name}":"x","Response":{"${name}":"x","Error":{"Code":"${name}","Message":"m","${name}":1},"RequestId":"r"}}`;
      assert.deepEqual(rulesOf(text), ['unknown-error-code', 'unexpected-error-member'], name);
      assert.equal('x' in {}, false);
    }
  });

  it('lone surrogates and control characters', () => {
    assert.deepEqual(rulesOf('{"Response":{"\ud800":"\udc00\ud800","RequestId":"\ud83d"}}'), []);
    assert.deepEqual(rulesOf('{"Response":{"a":"\u0000","RequestId":"r"}}'), ['invalid-json']);
  });

  it('requests around an envelope, a hundred thousand deep', () => {
    const text = `{"r":{"Response":{"RequestId":"r"}},"x":${'{"action":"DescribeInstances","x":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
    const ticket = ticketOf(text, { template: '{{action}}' });
    assert.equal(ticket.text, 'DescribeInstances\n');
  });
});
