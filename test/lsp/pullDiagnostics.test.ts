import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from 'vscode-languageserver/node';
import { rules } from '../../server/src/service';
import { LanguageServer } from '../support/languageServer';
import { assertFindings, codesOf, rangeOf, rulesPage, type Expectation } from './expected';
import { seedFailure, seedSuccess } from './seed';

describe('language server: pulled diagnostics', () => {
  let server: LanguageServer;
  let documents = 0;

  before(async () => (server = await LanguageServer.start()));

  after(async () => {
    assert.deepEqual(server.published, [], 'Who asks is sent nothing unasked.');
    assert.equal(await server.stop(), 0);
  });

  const diagnose = async (text: string, languageId = 'json'): Promise<Diagnostic[]> => {
    const uri = `file:///w/${documents++}.json`;
    await server.open(uri, text, languageId);
    const found = await server.diagnostics(uri);
    await server.close(uri);
    return found;
  };

  const assertIn = async (languageId: string, text: string, ...expected: Expectation[]): Promise<void> =>
    assertFindings(await diagnose(text, languageId), text, expected);

  it('finds nothing in the two responses of the contract', async () => {
    for (const languageId of ['json', 'jsonc']) {
      await assertIn(languageId, seedSuccess);
      await assertIn(languageId, seedFailure);
    }
  });

  it('finds everything in a document with many errors', async () => {
    const text = [
      '[',
      '  {"Response": {"Error": {"Code": " InternalError.", "message": "😀", "Type": "Sender"}}},',
      '  {"Response": {"Error": {"Code": "InternalEror", "Message": 1}, "RequestId": ""}},',
      '  {"Response": {"Error": null, "RequestId": 7}},',
      '  {"Response": {"Error": {}, "RequestId": "r", "RequestId": "s", "DeprecatedWarning": "w"}},',
      '  {"Response": {"Error": "no", "request_id": "t"}},',
      '  {"Response": {"Error": {"Code": "Zzzzzzzz", "Message": "[request id:other]"}, "RequestId": "v"}}',
      ']',
    ].join('\r\n');
    await assertIn(
      'json',
      text,
      ['missing-request-id', 'error', '"Response"'],
      ['padded-error-code', 'warning', '" InternalError."'],
      ['misspelled-member', 'warning', '"message"'],
      ['unexpected-error-member', 'information', '"Type"'],
      ['misspelled-error-code', 'warning', '"InternalEror"'],
      ['error-message-not-string', 'error', '1'],
      ['empty-request-id', 'warning', '""'],
      ['null-error', 'information', 'null'],
      ['request-id-not-string', 'error', '7'],
      ['missing-error-code', 'error', '"Error"', 3],
      ['missing-error-message', 'error', '"Error"', 3],
      ['duplicate-member', 'warning', '"RequestId"', 2],
      ['deprecated-action', 'information', '"DeprecatedWarning"'],
      ['error-not-object', 'error', '"no"'],
      ['misspelled-member', 'warning', '"request_id"'],
      ['unknown-error-code', 'hint', '"Zzzzzzzz"'],
      ['request-id-mismatch', 'warning', 'other'],
    );
  });

  it('fills in all properties of a diagnostic', async () => {
    const text = '{"Response": {"RequestId": "r", "RequestId": "s", "DeprecatedWarning": "w"}}';
    const [duplicate, deprecated] = await diagnose(text);
    assert.deepEqual(duplicate?.tags, [1]);
    assert.deepEqual(
      duplicate.relatedInformation?.map(({ location }) => location),
      [{ uri: `file:///w/${documents - 1}.json`, range: rangeOf(text, '"RequestId"', 1) }],
    );
    assert.deepEqual(deprecated?.tags, [2]);
  });

  it('links every rule to its section in the documentation', () => {
    const headings = readFileSync(rulesPage, 'utf8').match(/^#+ .*$/gm) ?? [];
    const sections = headings.map((heading) => heading.replace(/^#+ |`/g, ''));
    assert.deepEqual(
      rules.map(({ meta }) => meta.id).filter((id) => !sections.includes(id)),
      [],
    );
  });

  it('leaves invalid JSON to VS Code if it reports that itself', async () => {
    const text = '{"Response": {"RequestId": "r",,}}';
    await assertIn('json', text);
    await assertIn('jsonc', text);
    await assertIn('jsonl', text, ['invalid-json', 'error', ',', 1]);
  });

  it('reads JSON Lines line by line', async () => {
    const text = [
      '{"Response": {"RequestId": "a"}}',
      '',
      '{"level": "info"',
      '{"Response": {"Error": {"Code": "InternalError"}, "RequestId": "b"}}',
      '{"Response": {"RequestId": 3}}',
      '{"Response": {"RequestId": "c"}',
    ].join('\n');
    const last = 'c"}';
    const found = await diagnose(text, 'jsonl');
    assert.deepEqual(codesOf(found), ['missing-error-message', 'request-id-not-string', 'invalid-json']);
    assert.deepEqual(found[0]?.range, rangeOf(text, '"Error"'));
    assert.deepEqual(found[1]?.range, rangeOf(text, '3'));
    assert.equal(found[2]?.range.start.line, rangeOf(text, last).end.line);
  });

  it('treats a document as a response if its name says so', async () => {
    const named = 'file:///w/a.api-response.json';
    for (const [text, ...expected] of [
      ['{}', ['missing-response', 'error', '{']],
      ['{"Response": 1}', ['response-not-object', 'error', '1']],
    ] as [string, Expectation][]) {
      await server.open(named, text, 'json');
      assertFindings(await server.diagnostics(named), text, expected);
      await server.close(named);
    }
    await assertIn('json', '{}');
  });

  it('counts findings beyond the limit', async () => {
    const text = `[${Array.from({ length: 130 }, () => '{"Response": {"RequestId": 1}}').join(',\n')}]`;
    const found = await diagnose(text);
    assert.equal(found.length, 101);
    assertFindings(
      found.slice(0, 100),
      text,
      Array.from({ length: 100 }, (_, index): Expectation => ['request-id-not-string', 'error', '1', index]),
    );
    assert.deepEqual(found[100], {
      range: rangeOf(text, '1', 99),
      severity: 3,
      source: 'api-response',
      code: 'more-findings',
      message: '30 more findings in this document are not shown.',
    });
  });

  it('lists a hundred findings without a count', async () => {
    const text = `[${Array.from({ length: 100 }, () => '{"Response": {"RequestId": 1}}').join(',')}]`;
    const found = await diagnose(text);
    assert.equal(found.length, 100);
    assert.ok(!codesOf(found).includes('more-findings'));
  });
});
