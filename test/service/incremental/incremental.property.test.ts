import fc from 'fast-check';
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ChunkedText, type ApiResponseDocument } from '../../../server/src/service';
import { runs } from '../../support/runs';
import { parse, parseInPieces, contentOf, serviceWith } from '../../support/service';
import { languagesOfSnippets, snippets } from '../../support/snippets';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...snippets) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
/** Envelopes in an array, as in real documents; edits break them. */
const wellFormed = fc
  .array(fc.constantFrom(...snippets.slice(0, 5)), { maxLength: 12 })
  .map((envelopes) => `[\r\n${envelopes.join(',\r\n  ')}\n]`);
const lines = fc
  .array(fc.constantFrom(...snippets.slice(0, 5), '', 'no'), { maxLength: 12 })
  .map((all) => all.join('\n'));

const edit = fc.record({
  from: fc.nat(1000),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  text: fc.oneof(piece, text),
});

const session = fc.record({
  start: fc.oneof(text, wellFormed, lines),
  edits: fc.array(edit, { maxLength: 6 }),
  whole: fc.option(text, { freq: 20 }),
  pieceLength: fc.constantFrom(1, 8, 40, 200),
  languageId: fc.constantFrom(...languagesOfSnippets),
  declared: fc.boolean(),
  unwrapped: fc.boolean(),
  readEachTime: fc.boolean(),
});

describe('An edited document', () => {
  it('is parsed as if it were new, after any edits', function () {
    this.timeout(300_000);
    fc.assert(
      fc.property(session, ({ start, edits, whole, readEachTime, pieceLength, ...options }) => {
        const document = new ChunkedText('file:///x.json', options.languageId, 1, start);
        const read = (): ApiResponseDocument => parseInPieces(document, pieceLength, options);
        let expected = start;
        let version = 1;
        const change = (event: { range?: { start: number; end: number }; text: string }): void => {
          const positions = TextDocument.create('file:///x', options.languageId, version, expected);
          if (event.range) {
            const range = {
              start: positions.positionAt(event.range.start),
              end: positions.positionAt(event.range.end),
            };
            const [from, to] = [positions.offsetAt(range.start), positions.offsetAt(range.end)];
            document.update([{ range, text: event.text }], ++version);
            expected = expected.slice(0, from) + event.text + expected.slice(to);
          } else {
            document.update([{ text: event.text }], ++version);
            expected = event.text;
          }
        };
        read();
        for (const { from, length, text: inserted } of edits) {
          const at = Math.min(from, expected.length);
          change({ range: { start: at, end: Math.min(at + length, expected.length) }, text: inserted });
          if (readEachTime) {
            read();
          }
        }
        if (whole !== null) {
          change({ text: whole });
        }
        assert.equal(document.getText(), expected);
        assertSamePositions(document, expected);
        const parsed = read();
        const fresh = parse(expected, options);
        assert.deepEqual(contentOf(parsed), contentOf(fresh));
        const service = serviceWith({ maxFindings: 5 });
        assert.equal(service.findings(parsed).total, service.findings(fresh).total);
        assert.deepEqual(service.doValidation(parsed), service.doValidation(fresh));
      }),
      { numRuns: runs(10_000) },
    );
  });
});

/** Asserts that offsets and positions equal those of vscode-languageserver-textdocument. */
function assertSamePositions(document: ChunkedText, expected: string): void {
  const reference = TextDocument.create('file:///x', 'json', 1, expected);
  assert.equal(document.lineCount, reference.lineCount);
  for (let offset = -1; offset <= expected.length + 1; offset += 1 + (expected.length >> 6)) {
    const position = reference.positionAt(offset);
    assert.deepEqual(document.positionAt(offset), position);
    const beyond = { line: position.line, character: position.character + (offset % 5) };
    assert.equal(document.offsetAt(beyond), reference.offsetAt(beyond));
  }
}
