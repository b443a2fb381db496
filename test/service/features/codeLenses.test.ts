import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-types';
import { builtinCatalog } from '../../../server/src/data/builtinData';
import {
  Catalog,
  ChunkedText,
  type ApiResponseDocument,
  type CatalogData,
  type ClientCommands,
} from '../../../server/src/service';
import { hostileTexts, invisibleCharacters } from '../../support/hostile';
import { readMarkers, renderMarkers } from '../../support/markers';
import { parse, parseEdited, parseInPieces, serviceWith, type ParseOptions } from '../../support/service';

const commands: ClientCommands = { explain: 'explain', copyTicket: 'copy', copyPolicy: 'policy', showRule: 'rule' };
const uri = 'file:///x.json';

function lensesIn(document: ApiResponseDocument, commands?: ClientCommands, catalog = builtinCatalog()): CodeLens[] {
  return serviceWith({ catalog, client: { commands } }).getCodeLenses(document);
}

function lensesOf(text: string, options?: ParseOptions, client?: ClientCommands, catalog?: Catalog): CodeLens[] {
  return lensesIn(parseEdited(text, options), client, catalog);
}

/** A text parsed as a whole, and in pieces. */
function waysToParse(text: string, pieceLength: number): ApiResponseDocument[] {
  return [parse(text), parseEdited(text), parseInPieces(new ChunkedText(uri, 'json', 1, text), pieceLength)];
}

/** Asserts the lenses of a client without commands, which are marked in the text. */
function assertLenses(marked: string, options: ParseOptions = {}): void {
  const { text } = readMarkers(marked);
  const document = parseEdited(text, options);
  const ranges = lensesIn(document).map(({ range, command }) => {
    assert.equal(command?.command, '');
    const offset = document.text.offsetAt(range.start);
    return { label: command.title, offset, length: document.text.offsetAt(range.end) - offset };
  });
  assert.equal(renderMarkers(text, ranges), marked);
}

const failure = (code: unknown): string => JSON.stringify({ Response: { Error: { Code: code }, RequestId: 'r' } });
const titleOf = (code: unknown): string | undefined => lensesOf(failure(code))[0]?.command?.title;

describe('code lenses', () => {
  it('are over each failure, and over no success', () => {
    assertLenses(`[
      ‹Signature error · caller · retry after fixing|{|›"Response": {"Error": {"Code": "AuthFailure.SignatureFailure"}}},
      {"Response": {"RequestId": "r"}},
      ‹Internal error · service · retry with backoff|{|›
        "Response": {"RequestId": "r", "Error": {"Code": "InternalError", "Message": "m"}}
      }
    ]`);
  });

  it('are in the order of the text, even if responses are nested', () => {
    const inner = `{"Response": {"Error": {"Code": "InternalError"}}}`;
    const text = `{"before": ${inner}, "Response": {"Error": {"Code": "LimitExceeded"}}, "data": [${`${inner},`.repeat(50)}0]}`;
    const [whole, ...others] = waysToParse(text, 64).map((document) =>
      lensesIn(document).map(({ range, command }) => [range.start.character, command?.title]),
    );
    assert.equal(whole?.length, 52);
    for (const starts of others) {
      assert.deepEqual(starts, whole);
    }
  });

  it('are in JSON Lines, logs, HTTP bodies and Markdown', () => {
    assertLenses(
      '{"Response": {"RequestId": "r"}}\n‹Internal error · service · retry with backoff|{|›"Response": {"Error": {"Code": "InternalError"}}}\n',
      { languageId: 'jsonl' },
    );
    assertLenses(
      'ERROR ‹Signature error · caller · retry after fixing|[|›TencentCloudSDKError] Code=AuthFailure.SignatureFailure, Message=m, RequestId=r',
      { languageId: 'log' },
    );
    assertLenses(
      'HTTP/1.1 200 OK\n\n‹Internal error · service · retry with backoff|{|›"Response": {"Error": {"Code": "InternalError"}}}',
      { languageId: 'http' },
    );
    assertLenses('```\n‹Not in the list of known codes|{|›"Response": {"Error": {"Code": "Nonsense"}}}\n```', {
      languageId: 'markdown',
    });
  });

  it('are over a declared failure that lacks its Response', () => {
    assertLenses('‹Internal error · service · retry with backoff|{|›"Error": {"Code": "InternalError"}}', {
      declared: true,
    });
  });

  for (const text of [
    '{"name": "x", "version": "1.0.0"}',
    '{"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "r"}',
    '{"Response": {"RequestId": "r", "Data": {"Response": {"Error": {"Code": "Nonsense"}}}}}',
    '',
    '[',
  ]) {
    it(`are not in ${JSON.stringify(text)}`, () => assert.deepEqual(lensesOf(text, {}, commands), []));
  }

  it('explain a code by its name, and after trimming', () => {
    assert.equal(
      titleOf('InvalidParameterValue.Zone'),
      'The value of Zone is not accepted · caller · retry after fixing',
    );
    assert.equal(titleOf(' InternalError. '), 'Internal error · service · retry with backoff');
  });

  it('say so if there is nothing to explain', () => {
    assert.equal(titleOf('Nonsense'), 'Not in the list of known codes');
    for (const code of ['', ' ', 7, null, undefined]) {
      assert.equal(titleOf(code), 'Failure without an error code');
    }
  });

  it('run commands of the client with the code and the position of the response', () => {
    const text = `\n ${failure(' AuthFailure.SignatureFailure')}`;
    const range = { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } };
    const code = 'AuthFailure.SignatureFailure';
    assert.deepEqual(lensesOf(text, {}, commands), [
      {
        range,
        command: {
          title: 'Signature error',
          command: 'explain',
          arguments: [{ code, uri, position: range.start }],
        },
      },
      {
        range,
        command: { title: 'Copy Support Ticket', command: 'copy', arguments: [{ uri, position: range.start }] },
      },
      {
        range,
        command: {
          title: 'caller · retry after fixing',
          command: 'explain',
          arguments: [{ code, uri, position: range.start }],
        },
      },
    ]);
  });

  it('have a short label before the commands, which ends with a word, and the rest after them', () => {
    const labels = (description: string): unknown[] => {
      const codes: CatalogData['codes'] = { Own: { description, fault: 'caller' } };
      const catalog = new Catalog([{ scope: 'common', data: { schemaVersion: 1, codes } }]);
      return lensesOf(failure('Own'), {}, commands, catalog).map(({ command }) => command?.title);
    };
    const words = 'one two three four five six seven eight nine ten eleven twelve';
    assert.deepEqual(labels(`${words.slice(0, 60)}.`), [words.slice(0, 60), 'Copy Support Ticket', 'caller']);
    assert.deepEqual(labels(words)[0], 'one two three four five six seven eight nine ten eleven…');
    assert.deepEqual(labels('字'.repeat(61))[0], `${'字'.repeat(60)}…`);
  });

  it('offer no explanation without a code, or for one that is too long', () => {
    for (const [code, title] of [
      ['', 'Failure without an error code'],
      ['x'.repeat(201), 'Not in the list of known codes'],
    ]) {
      assert.deepEqual(
        lensesOf(failure(code), {}, commands).map(({ command }) => [command?.title, command?.command]),
        [
          [title, ''],
          ['Copy Support Ticket', 'copy'],
        ],
      );
    }
  });

  it('are limited to the first 1,000 failures', () => {
    const each = `${failure('InternalError')},\n`;
    for (const document of waysToParse(`[\n${each.repeat(10_000)}0]`, 1000)) {
      const lenses = lensesIn(document, commands);
      assert.equal(lenses.length, 3000);
      assert.deepEqual(
        lenses.map(({ range }) => range.start.line),
        Array.from({ length: 3000 }, (_, index) => 1 + Math.floor(index / 3)),
      );
    }
  });

  it('have titles that hostile text does not affect', () => {
    const titles = new Set(['Not in the list of known codes', 'Failure without an error code']);
    for (const hostile of [...hostileTexts, ...Object.values(invisibleCharacters)]) {
      assert.ok(titles.has(titleOf(hostile) ?? ''), hostile);
    }
  });

  it('show text of a catalog on one line, escaped and shortened', () => {
    const title = (description: string): string | undefined => {
      const codes: CatalogData['codes'] = { Own: description };
      const catalog = new Catalog([{ scope: 'common', data: { schemaVersion: 1, codes } }]);
      return lensesOf(failure('Own'), {}, undefined, catalog)[0]?.command?.title;
    };
    assert.equal(title('one\ntwo\t three.'), 'one two three');
    assert.equal(title('the `Zone` is $(alert) gone'), 'the Zone is $ (alert) gone');
    assert.equal(title('a\u202eb\u0000c'), 'a\\u202eb\\u0000c');
    assert.equal(title('x'.repeat(500)), `${'x'.repeat(120)}…`);
  });
});
