import assert from 'node:assert/strict';
import { SymbolKind } from 'vscode-languageserver-types';
import { hostileTexts, invisibleCharacters } from '../../support/hostile';
import { readMarkers, renderMarkers } from '../../support/markers';
import { parseEdited, serviceWith } from '../../support/service';

/** Asserts the symbols, which are marked: each response with name, kind and detail, and the selection inside. */
function assertSymbols(marked: string, languageId: string): void {
  const { text } = readMarkers(marked);
  const document = parseEdited(text, { languageId });
  const ranges = serviceWith()
    .findDocumentSymbols(document)
    .flatMap((symbol) =>
      [
        { label: `${kinds.get(symbol.kind) ?? ''} ${symbol.name}, ${symbol.detail ?? ''}`, range: symbol.range },
        { label: '', range: symbol.selectionRange },
      ].map(({ label, range: { start, end } }) => {
        const offset = document.text.offsetAt(start);
        return { label, offset, length: document.text.offsetAt(end) - offset };
      }),
    );
  assert.equal(renderMarkers(text, ranges), marked);
}

const kinds = new Map<SymbolKind, string>([
  [SymbolKind.Event, 'event'],
  [SymbolKind.Object, 'object'],
]);

const nameOf = (code: unknown): string | undefined => {
  const text = JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: code } });
  const [symbol] = serviceWith().findDocumentSymbols(parseEdited(text));
  return symbol?.name;
};

describe('document symbols', () => {
  it('are the responses of JSON Lines: a failure by its code, a success, each with its RequestId', () => {
    assertSymbols(
      [
        '‹event InternalError, r1|{"Response": {"Error": {"Code": ‹|"InternalError"|›}, "RequestId": "r1"}}|›',
        '{"other": 1}',
        '‹object Success, r2|{"Response": {"Data": 1, "RequestId": ‹|"r2"|›}}|›',
        '‹event Failure without an error code, r3|{"Response": {"Error": {"Code": 7}, "RequestId": ‹|"r3"|›}}|›',
        '‹event Failure without an error code, |‹||›{"Response": {"Error": {"Code": null}}}|›',
      ].join('\n'),
      'jsonl',
    );
  });

  it('are the bodies and exceptions of a log', () => {
    assertSymbols(
      'ERROR ‹event LimitExceeded, r1|[TencentCloudSDKError] Code=‹|LimitExceeded|›, Message=m, RequestId=r1|›\n' +
        'body ‹object Success, r2|{"Response": {"RequestId": ‹|"r2"|›}}|› end\n',
      'log',
    );
  });

  it('are in Markdown, and below the headers of HTTP', () => {
    const marked = '‹object Success, r|{"Response": {"RequestId": ‹|"r"|›}}|›';
    assertSymbols(`# Title\n\n\`\`\`json\n${marked}\n\`\`\`\n`, 'markdown');
    assertSymbols(`HTTP/1.1 200 OK\nX: y\n\n${marked}`, 'http');
  });

  it('are none where there is no response', () => {
    assertSymbols('', 'jsonl');
    assertSymbols('{"name": "x"}\n{"Response": "x"}\n', 'jsonl');
  });

  it('are limited to the first 5,000', () => {
    const text = '{"Response": {"RequestId": "r"}}\n'.repeat(20_000);
    const symbols = serviceWith().findDocumentSymbols(parseEdited(text, { languageId: 'jsonl' }));
    assert.deepEqual(
      symbols.map(({ range }) => range.start.line),
      Array.from({ length: 5000 }, (_, index) => index),
    );
  });

  it('have names that are escaped and never empty', () => {
    assert.equal(nameOf('$(alert) x'), '$ (alert) x');
    assert.equal(nameOf(' one\n\ttwo '), 'one two');
    assert.equal(nameOf('x'.repeat(300)), `${'x'.repeat(200)}…`);
    for (const empty of ['', ' ', '\n', '\u00a0']) {
      assert.equal(nameOf(empty), 'Failure without an error code');
    }
    for (const hostile of hostileTexts) {
      const name = nameOf(hostile) ?? '';
      assert.match(name, /^\S(.*\S)?$/u);
      assert.ok(!name.includes('$('), name);
    }
    for (const [what, character] of Object.entries(invisibleCharacters)) {
      assert.ok(!nameOf(`a${character}b`)?.includes(character), what);
    }
  });
});
