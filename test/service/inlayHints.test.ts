import assert from 'node:assert/strict';
import { builtinCatalog } from '../../server/src/builtin';
import {
  ChunkedText,
  defaultSettings,
  explain,
  explanationToMarkdown,
  inlayHints,
  type ReadOptions,
  type Span,
} from '../../server/src/service';
import { readMarkers, renderMarkers, type MarkedRange } from '../support/markers';
import { readParts } from '../support/service';

function hintsOf(text: string, options: Partial<ReadOptions> = {}, range?: Span): MarkedRange[] {
  const document = new ChunkedText('file:///x.json', 'json', 1, text);
  const parts = readParts(text, options);
  const all = { offset: 0, length: text.length };
  return inlayHints(document, parts, range ?? all, builtinCatalog(), defaultSettings).map(({ position, label }) => ({
    label: typeof label === 'string' ? label : '',
    offset: document.offsetAt(position),
    length: 0,
  }));
}

/** The hints of a text, or of the range that is marked `‹asked|…|›` in it, are those marked. */
function assertHints(marked: string, options: Partial<ReadOptions> = {}): void {
  const { text, ranges } = readMarkers(marked);
  const asked = ranges.filter(({ label }) => label === 'asked');
  assert.equal(renderMarkers(text, [...asked, ...hintsOf(text, options, asked[0])]), marked);
}

describe('inlay hints', () => {
  it('stand behind each code', () => {
    assertHints(
      '[{"Response": {"Error": {"Code": "AuthFailure.SignatureFailure"‹Signature error||›, "Message": "m"}}},' +
        '{"Response": {"Error": {"Code": "Nonsense"‹Unknown error code||›}}}, {"Response": {"RequestId": "r"}}]',
    );
  });

  it('stand in JSON Lines, and behind the codes of exceptions in logs', () => {
    assertHints('{}\n{"Response": {"Error": {"Code": "InternalError"‹Internal error||›}}}', { languageId: 'jsonl' });
    assertHints('[TencentCloudSDKError] Code=InternalError‹Internal error||›, Message=m, RequestId=r', {
      languageId: 'log',
    });
  });

  it('stand nowhere else', () => {
    assertHints('[{"Code": "InternalError"}, {"Error": {"Code": "InternalError"}}]');
    assertHints('[{"Response": {"Error": {"Code": " "}}}, {"Response": {"Error": {"Code": 7, "Message": "m"}}}]');
    assertHints('{"Response": {"Data": {"Error": {"Code": "InternalError"}}, "RequestId": "r"}}');
  });

  it('are those of the range that is asked for, its ends included', () => {
    const failure = (code: string): string => `{"Response": {"Error": {"Code": ${code}}}}`;
    const other = failure('"InternalError"');
    const hint = '‹Internal error||›';
    assertHints(`[${other}, ‹asked|${failure(`"InternalError"${hint}`)}|›, ${other}]`);
    assertHints(`[{"Response": {"Error": {"Code": "InternalError"‹asked|${hint}}|›}}, ${other}]`);
    assertHints(`[${other}, ${failure(`‹asked|"InternalError"|›${hint}`)}]`);
    assertHints(`[${failure('"Inter‹asked|nal|›Error"')}, ${other}]`);
    assertHints(`‹asked|[|›${other}]`);
  });

  it('are the same however the document is cut into parts', () => {
    const one = '{"Response": {"Error": {"Code": "InternalError"}, "RequestId": "r"}},';
    const text = `[${one.repeat(200)}{"Response": {"Data": [${'1,'.repeat(500)}0], "Error": {"Code": "LimitExceeded"}}}]`;
    for (let offset = 0; offset < text.length; offset += 997) {
      const range = { offset, length: 1500 };
      assert.deepEqual(hintsOf(text, { pieceLength: 100 }, range), hintsOf(text, {}, range));
    }
  });

  it('are 1,000 at the most', () => {
    assert.equal(hintsOf(`[${'{"Response": {"Error": {"Code": "InternalError"}}},'.repeat(2000)}0]`).length, 1000);
  });

  it('have a blank before them, and the explanation as their tooltip', () => {
    const text = '{"Response": {"Error": {"Code": "InternalEror"}}}';
    const document = new ChunkedText('file:///x.json', 'json', 1, text);
    const range = { offset: 0, length: text.length };
    assert.deepEqual(inlayHints(document, readParts(text), range, builtinCatalog(), defaultSettings), [
      {
        position: { line: 0, character: text.indexOf('}') },
        label: 'Unknown error code',
        tooltip: { kind: 'markdown', value: explanationToMarkdown(explain(builtinCatalog(), 'InternalEror')) },
        paddingLeft: true,
      },
    ]);
  });
});
