import assert from 'node:assert/strict';
import { isDeclaredByName, languageOf } from '../../../server/src/service';

describe('how a file is read', () => {
  for (const [path, text, expected] of [
    ['a.json', '', 'json'],
    ['A.JSON', '', 'json'],
    ['a.har', '', 'json'],
    ['a.jsonc', '', 'jsonc'],
    ['a.jsonl', '', 'jsonl'],
    ['a.ndjson', '', 'jsonl'],
    ['a.http', '{}', 'http'],
    ['a.log', '{}', 'log'],
    ['a.md', '{}', 'markdown'],
    ['a.api-response.json', '', 'json'],
    ['a', '{"a": 1}', 'json'],
    ['a.txt', '[{"a": 1}]', 'json'],
    ['a.txt', '{"a": 1}\n{"a": 2}\n', 'jsonl'],
    ['a.txt', '{\n"a": 1}\n', 'json'],
    ['a.txt', '[INFO] {"a": 1}', 'plaintext'],
    ['a.txt', 'a: 1', 'plaintext'],
    ['a.txt', '[2024-10-09 17:05:37] ERROR {"a": 1}', 'plaintext'],
    ['a.txt', '[2022年10月9日] {"a": 1}', 'plaintext'],
    ['a.txt', '[17] {"a": 1}', 'plaintext'],
    ['a.txt', '["main"] {"a": 1}', 'plaintext'],
    ['a.txt', '[[17] main] {"a": 1}', 'plaintext'],
    ['a.txt', '[] {"a": 1} failed', 'plaintext'],
    ['a.txt', '{"a": 1}\nsaid the server', 'plaintext'],
    ['a.txt', '{\n"a": 1}\n[17:05:37] done', 'plaintext'],
    ['a.txt', '{ Response: { Error: 1 } }', 'plaintext'],
    ['a.txt', '{ a: 1 }\n{ b: 1 }', 'plaintext'],
    ['a.txt', "{'a': 1}", 'plaintext'],
    ['a.txt', '{error} {"a": 1}', 'plaintext'],
    ['a.txt', '[2024, 10]', 'json'],
    ['a.txt', '[-10]', 'json'],
    ['a.txt', '[[], {}]', 'json'],
    ['a.txt', '[2024,', 'json'],
    ['a.txt', '[2024', 'json'],
    ['a.txt', '{', 'json'],
    ['a.txt', '{"a"', 'json'],
    ['a.txt', '{"a": {b: 1}}', 'json'],
    ['a.txt', '{"a": 1}}', 'json'],
    ['a.txt', '{"a": 1},', 'json'],
    ['a.txt', '{"a": "\\q", }\n', 'json'],
    ['a.txt', '{ // one\n"a": 1}\n/* two */', 'json'],
    ['a.txt', '{\n"a": 1}\n{\n"a": 2}', 'json'],
    ['a.txt', '"a"', 'plaintext'],
    ['a.txt', '}', 'plaintext'],
    ['a.b/c', '', 'plaintext'],
  ] as const) {
    it(`${path} with ${JSON.stringify(text)}: ${expected}`, () => assert.equal(languageOf(path, text), expected));
  }
});

describe('the name of a file', () => {
  for (const [path, expected] of [
    ['a.api-response.json', true],
    ['mocks/A.API-Response.JSON', true],
    ['.api-response.json', false],
    ['a/.API-response.json', false],
    ['a\\.api-response.json', false],
    ['a/..api-response.json', true],
    ['api-response.json', false],
    ['a.api-response.json/b.json', false],
    ['a.api-response.jsonl', false],
  ] as const) {
    it(`declares it to be a response, or not: ${path}`, () => assert.equal(isDeclaredByName(path), expected));
  }
});
