import assert from 'node:assert/strict';
import { actionsOn, fixAll, quickFixesOf } from '../../support/codeActions';
import { ruleFixtures } from '../../support/ruleFixtures';

describe('fix all', () => {
  it('applies all safe fixes in the document, and no others', () => {
    const before = [
      '[',
      '  {"Response": {"Error": {"Code": " InternalError.", "message": 1, "Type": "Sender"}}, "RequestId": "a"},',
      '  {"Response": {"Error": {"Code": "InternalEror", "Message": "m"}, "RequestId": ""}},',
      '  {"Response": {"Error": null, "RequestId": 7}},',
      '  {"Response": {"Error": {}, "RequestId": "r", "RequestId": "s", "DeprecatedWarning": "w"}},',
      '  {"Response": {"Error": "no", "request_id": "t"}},',
      '  {"Response": {"Error": {"Code": "Zzzzzzzz", "Message": {}}}}',
      ']',
    ].join('\r\n');
    const after = [
      '[',
      '  {"Response": {"Error": {"Code": "InternalError", "Message": "1", "Type": "Sender"}, "RequestId": "a"}},',
      '  {"Response": {"Error": {"Code": "InternalEror", "Message": "m"}, "RequestId": ""}},',
      '  {"Response": {"RequestId": "7"}},',
      '  {"Response": {"Error": {}, "RequestId": "s", "DeprecatedWarning": "w"}},',
      '  {"Response": {"Error": "no", "RequestId": "t"}},',
      '  {"Response": {"Error": {"Code": "Zzzzzzzz", "Message": {}}}}',
      ']',
    ].join('\r\n');
    assert.equal(fixAll(before), after);
    assert.equal(fixAll(after), undefined);
  });

  it('repeats if one fix enables another', () => {
    assert.equal(fixAll('{"Response":{"error":null,"requestId":7}}'), '{"Response":{"RequestId":"7"}}');
    assert.equal(
      fixAll('{"Response":{"Error":null},"request_id":7}', { declared: true }),
      '{"Response":{"RequestId":"7"}}',
    );
  });

  it('removes any number of doubles', () => {
    const doubles = Array.from({ length: 1000 }, (_, index) => `"RequestId":"${index}"`).join(',');
    assert.equal(fixAll(`{"Response":{${doubles}}}`), '{"Response":{"RequestId":"999"}}');
  });

  it('does not turn a success into a failure by removing a null that hides an Error', () => {
    for (const name of ['error', 'Error']) {
      const text = `{"Response":{"${name}":{"Code":"InternalError","Message":"m"},"Error":null,"RequestId":"r"}}`;
      assert.ok(!quickFixesOf(text).some(({ title }) => title === 'Remove "Error"'));
    }
    assert.equal(
      fixAll('{"Response":{"Error":{"Code":"InternalError","Message":"m"},"Error":null,"RequestId":"r"}}'),
      '{"Response":{"RequestId":"r"}}',
    );
  });

  it('parses the document again with the same options', () => {
    assert.equal(fixAll('{"response":{"requestId":1}}', { declared: true }), '{"Response":{"RequestId":"1"}}');
    const failure = (id: string): string => `{"Error":{"Code":"InternalError","Message":"m"},"RequestId":${id}}`;
    assert.equal(fixAll(failure('1'), { unwrapped: true }), failure('"1"'));
    assert.equal(
      fixAll('{"Response":{"requestId":1}}\n{"a":{}}\n{"Response":{"request_id":2}}\n', { languageId: 'jsonl' }),
      '{"Response":{"RequestId":"1"}}\n{"a":{}}\n{"Response":{"RequestId":"2"}}\n',
    );
  });

  for (const { rule, name, text, options, settings } of ruleFixtures()) {
    it(`leaves nothing to do for itself in ${rule}/${name}`, () => {
      const fixed = fixAll(text, options, settings);
      if (fixed !== undefined) {
        assert.notEqual(fixed, text);
        assert.equal(fixAll(fixed, options, settings), undefined);
      }
    });
  }
});

describe('kinds of actions', () => {
  const text = '{"Response":{"Error":null,"RequestId":"r"}}';
  const kinds = (only: readonly string[] | undefined): (string | undefined)[] =>
    actionsOn(text, only).map(({ kind }) => kind);
  const fixAllKind = 'source.fixAll.apiResponse';

  it('are the requested ones and their sub-kinds', () => {
    assert.deepEqual(kinds(undefined), ['quickfix']);
    assert.deepEqual(kinds(['']), ['quickfix', fixAllKind]);
    assert.deepEqual(kinds(['quickfix']), ['quickfix']);
    assert.deepEqual(kinds(['source']), [fixAllKind]);
    assert.deepEqual(kinds(['source.fixAll', 'refactor']), [fixAllKind]);
    assert.deepEqual(kinds([fixAllKind]), [fixAllKind]);
    assert.deepEqual(kinds(['source.fixAll.other', 'source.organizeImports', 'refactor', 'quick', 'source.fix']), []);
    assert.deepEqual(kinds([]), []);
  });

  it('have the diagnostic, and are limited in number', () => {
    const [action] = actionsOn(text, ['quickfix']);
    assert.deepEqual(action?.diagnostics, [
      {
        range: { start: { line: 0, character: 21 + 0 }, end: { line: 0, character: 25 } },
        severity: 3,
        source: 'api-response',
        code: 'null-error',
        codeDescription: { href: 'file:///rules.md#null-error' },
        message: action?.diagnostics?.[0]?.message,
        tags: [1],
      },
    ]);
    const many = `[${Array.from({ length: 300 }, () => text).join(',')}]`;
    assert.equal(actionsOn(many, ['quickfix']).length, 100);
    assert.equal(fixAll(many), many.replaceAll('"Error":null,', ''));
  });
});
