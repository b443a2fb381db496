import assert from 'node:assert/strict';
import { rules } from '../../../server/src/service';
import type { RuleId } from '../../../server/src/service/rules';
import { readMarkers, renderMarkers } from '../../support/markers';
import { ruleFixtures } from '../../support/ruleFixtures';
import { findingsOf, markFindings, rulesOf } from '../../support/service';

const fixtures = ruleFixtures();

describe('rules', () => {
  for (const rule of rules.map(({ meta }) => meta.id)) {
    describe(rule, () => {
      const own = fixtures.filter((fixture) => fixture.rule === rule);

      it('has a fixture that fires, and one that is silent', () => {
        assert.ok(own.some(({ fires }) => fires));
        assert.ok(own.some(({ fires }) => !fires));
      });

      for (const { name, fires, text, expected, options, settings } of own) {
        it(name, () => {
          const marked = expected.some(({ label }) => label.endsWith(` ${rule}`));
          assert.equal(marked, fires, fires ? 'no mark of the rule' : 'a mark of the rule in a file named silent');
          assert.equal(markFindings(text, findingsOf(text, options, settings)), renderMarkers(text, expected));
        });
      }

      it('has a message, which quotes as VS Code does', () => {
        const found = own.flatMap(({ text, options, settings }) =>
          findingsOf(text, options, settings).filter((finding) => finding.rule === rule),
        );
        assert.match(found[0]?.message ?? '', /^[\S ]{10,200}[.?]$/);
        for (const { message, related = [] } of found) {
          assert.doesNotMatch([message, ...related.map((each) => each.message)].join(), /`/);
        }
      });
    });
  }
});

describe('findings', () => {
  const text = '{"Response":{"Error":{"Code":"","x":1},"RequestId":7}}';

  it('come in the order of the text', () => {
    assert.deepEqual(rulesOf(text), [
      'missing-error-message',
      'empty-error-code',
      'unexpected-error-member',
      'request-id-not-string',
    ]);
  });

  it('have the severity of the settings, and are dropped if it is off', () => {
    const found = findingsOf(text, {}, { rules: { 'empty-error-code': 'error', 'unexpected-error-member': 'off' } });
    assert.deepEqual(
      found.map(({ rule, severity }) => `${severity} ${rule}`),
      ['error missing-error-message', 'error empty-error-code', 'error request-id-not-string'],
    );
  });

  it('are reported for each envelope of a document', () => {
    const { text: plain, ranges } = readMarkers(
      '[{"Response":{"RequestId":‹warning empty-request-id|""|›}},{"Response":{"RequestId":‹error request-id-not-string|1|›}}]',
    );
    assert.equal(markFindings(plain, findingsOf(plain)), renderMarkers(plain, ranges));
  });

  it('point at what they refer to', () => {
    const duplicate = '{"Response":{"RequestId":"a","RequestId":"b"}}';
    assert.deepEqual(
      findingsOf(duplicate).map(({ related, unnecessary }) => [related?.map(({ span }) => span.offset), unnecessary]),
      [[[duplicate.lastIndexOf('"RequestId"')], true]],
    );
    const mismatch = '{"Response":{"Error":{"Code":"InternalError","Message":"[request id:a]"},"RequestId":"b"}}';
    assert.deepEqual(
      findingsOf(mismatch).map(({ related }) => related?.map(({ span }) => span.offset)),
      [[mismatch.indexOf('"b"')]],
    );
  });

  it('name the candidates of a misspelled code, the nearest first', () => {
    const [finding] = findingsOf('{"Response":{"Error":{"Code":"InvalidParametr","Message":"m"},"RequestId":"r"}}');
    assert.match(finding?.message ?? '', /did you mean "InvalidParameter"/);
  });
});

describe('one cause, one finding', () => {
  const response = (inner: string): string => `{"Response":{${inner}}}`;
  const known = '"Code":"InternalError","Message":"m"';
  const causes: Readonly<Record<string, readonly [text: string, rule: RuleId]>> = {
    'a misspelled RequestId is not also missing': [response('"requestId":"r"'), 'misspelled-member'],
    'nor empty': [response('"requestId":""'), 'misspelled-member'],
    'nor of the wrong type': [response('"requestId":1'), 'misspelled-member'],
    'a misplaced RequestId is not also missing': [
      `{"Response":{"Error":{${known}}},"RequestId":"r"}`,
      'misplaced-request-id',
    ],
    'nor misspelled': [`{"Response":{"Error":{${known}}},"requestId":"r"}`, 'misplaced-request-id'],
    'nor an unexpected member of Error': [response(`"Error":{${known},"RequestId":"r"}`), 'misplaced-request-id'],
    'a misspelled Code is not also missing': [
      response('"Error":{"code":"InternalError","Message":"m"},"RequestId":"r"'),
      'misspelled-member',
    ],
    'nor unexpected': [response('"Error":{"Code":"InternalError","message":"m"},"RequestId":"r"'), 'misspelled-member'],
    'a misspelled Error is not also without an object': [response('"error":"x","RequestId":"r"'), 'misspelled-member'],
    'a Code that is null is neither missing nor empty': [
      response('"Error":{"Code":null,"Message":""},"RequestId":"r"'),
      'error-code-not-string',
    ],
    'a RequestId that is null is not of the wrong type': [response('"RequestId":null'), 'empty-request-id'],
    'an Error that is null is not of the wrong type': [response('"Error":null,"RequestId":"r"'), 'null-error'],
    'an Error without any text has no empty code': [
      response('"Error":{"Code":"","Message":""},"RequestId":"r"'),
      'empty-error',
    ],
    'an empty Code is not unknown': [
      response('"Error":{"Code":" ","Message":"m"},"RequestId":"r"'),
      'empty-error-code',
    ],
    'a misspelled Code is not unknown': [
      response('"Error":{"Code":"InternalEror","Message":"m"},"RequestId":"r"'),
      'misspelled-error-code',
    ],
    'a padded Code is not unknown': [
      response('"Error":{"Code":"InternalError.","Message":"m"},"RequestId":"r"'),
      'padded-error-code',
    ],
    'what a later member replaces is not judged': [
      response('"Error":{"x":1},"Error":{"Code":"InternalError","Message":"m"},"RequestId":"r"'),
      'duplicate-member',
    ],
    'what breaks off has nothing missing': ['{"Response":{"Error":{"Code":"InternalError"', 'invalid-json'],
  };
  for (const [what, [text, rule]] of Object.entries(causes)) {
    it(what, () => assert.deepEqual(rulesOf(text), [rule]));
  }
});
