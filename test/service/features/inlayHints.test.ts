import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { ChunkedText, rangeOf, type ApiResponseDocument, type Span } from '../../../server/src/service';
import { readMarkers, renderMarkers, type MarkedRange } from '../../support/markers';
import { parse, parseEdited, parseInPieces, serviceWith, type ParseOptions } from '../../support/service';

function allOf({ text }: ApiResponseDocument): Range {
  return rangeOf(text, { offset: 0, length: text.length });
}

function hintsOf(document: ApiResponseDocument, span?: Span): MarkedRange[] {
  const range = span ? rangeOf(document.text, span) : allOf(document);
  return serviceWith()
    .getInlayHints(document, range)
    .map(({ position, label }) => ({
      label: typeof label === 'string' ? label : '',
      offset: document.text.offsetAt(position),
      length: 0,
    }));
}

/** Asserts the hints of a text, or of the range `‹asked|…|›` in it, which are marked. */
function assertHints(marked: string, options: ParseOptions = {}): void {
  const { text, ranges } = readMarkers(marked);
  const asked = ranges.filter(({ label }) => label === 'asked');
  assert.equal(renderMarkers(text, [...asked, ...hintsOf(parseEdited(text, options), asked[0])]), marked);
}

describe('inlay hints', () => {
  it('are after each code', () => {
    assertHints(
      '[{"Response": {"Error": {"Code": "AuthFailure.SignatureFailure"‹Signature error||›, "Message": "m"}}},' +
        '{"Response": {"Error": {"Code": "Nonsense"‹Not in the list of known codes||›}}}, {"Response": {"RequestId": "r"}}]',
    );
  });

  it('are in JSON Lines, and after the codes of exceptions in logs', () => {
    assertHints('{}\n{"Response": {"Error": {"Code": "InternalError"‹Internal error||›}}}', { languageId: 'jsonl' });
    assertHints('[TencentCloudSDKError] Code=InternalError‹Internal error||›, Message=m, RequestId=r', {
      languageId: 'log',
    });
  });

  it('are nowhere else', () => {
    assertHints('[{"Code": "InternalError"}, {"Error": {"Code": "InternalError"}}]');
    assertHints('[{"Response": {"Error": {"Code": " "}}}, {"Response": {"Error": {"Code": 7, "Message": "m"}}}]');
    assertHints('{"Response": {"Data": {"Error": {"Code": "InternalError"}}, "RequestId": "r"}}');
  });

  it('are those of the requested range, including its ends', () => {
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
    const whole = parse(text);
    const cut = [parseEdited(text), parseInPieces(new ChunkedText('file:///x.json', 'json', 1, text), 100)];
    for (let offset = 0; offset < text.length; offset += 997) {
      const span = { offset, length: 1500 };
      for (const document of cut) {
        assert.deepEqual(hintsOf(document, span), hintsOf(whole, span));
      }
    }
  });

  it('are limited to 1,000', () => {
    const text = `[${'{"Response": {"Error": {"Code": "InternalError"}}},'.repeat(2000)}0]`;
    assert.equal(hintsOf(parseEdited(text)).length, 1000);
  });

  it('have padding on the left, and the explanation as their tooltip', () => {
    const text = '{"Response": {"Error": {"Code": "InternalEror"}}}';
    const document = parseEdited(text);
    const service = serviceWith();
    assert.deepEqual(service.getInlayHints(document, allOf(document)), [
      {
        position: { line: 0, character: text.indexOf('}') },
        label: 'Not in the list of known codes',
        tooltip: {
          kind: 'markdown',
          value: service.explanationMarkdown(service.explainCode('InternalEror'), 'hover'),
        },
        paddingLeft: true,
      },
    ]);
  });

  it('have a plain tooltip if the client shows hovers as plain text', () => {
    const document = parse('{"Response": {"Error": {"Code": "InternalError"}}}');
    const service = serviceWith({ client: { markdownHovers: false } });
    const [hint] = service.getInlayHints(document, allOf(document));
    assert.ok(typeof hint?.tooltip === 'object');
    assert.equal(hint.tooltip.kind, 'plaintext');
    assert.match(hint.tooltip.value, /^InternalError — /);
  });
});
