import assert from 'node:assert/strict';
import { parseMarkers } from '../../support/markers';
import { markEnvelopes, read } from '../../support/service';

const ticks = '```';

/** Asserts which parts of a text are responses. */
function assertEnvelopes(marked: string, languageId: string): void {
  assert.equal(markEnvelopes(parseMarkers(marked).text, { languageId }), marked);
}

describe('Responses in Markdown', () => {
  const failure = '‹failure|{"Response": {"Error": {"Code": "InternalError"}}}|›';
  for (const [place, marked] of Object.entries({
    'in fenced code': `# Title\n\n${ticks}json\n${failure}\n${ticks}\n`,
    'in a fence that is never closed': `~~~\n${failure}\n`,
    'in fenced code of a list': `1. first\n\n   ${ticks}json\n   ${failure}\n   ${ticks}\n- ${ticks}\n  ${failure}\n  ${ticks}\n`,
    'in fenced code of a quote': `> ${ticks}json\n> ${failure}\n> ${ticks}\n`,
    'in indented code': `text\n\n    ${failure}\n`,
    'in HTML': `<pre>\n${failure}</pre><pre><code>${failure}</code></pre>\n`,
    'in a container': `::: details\n${failure}\n:::\n`,
    'in inline code': `It says \`${failure}\`, not \`\`${failure}\`\`.\n`,
    'in a table': `| ${failure} | text |\n`,
    'in the text': `Responses\n${failure}\n  • The API will return Response.\n`,
  })) {
    it(place, () => assertEnvelopes(marked, 'markdown'));
  }

  it('are exception texts too', () => {
    assertEnvelopes(
      'It ended:\n\n    ‹failure|[TencentCloudSDKException] code:InternalError message:no requestId:r-1|›\n',
      'markdown',
    );
  });

  it('are none where it speaks of them', () => {
    const text = 'A `Response` has a `RequestId`: `{"Response": {…}}`, and `Error.Code` says {"why"}.\n';
    assert.equal(markEnvelopes(text, { languageId: 'markdown' }), text);
  });
});

describe('Responses on lines that all begin alike', () => {
  for (const [place, prefix] of Object.entries({
    'in a quote': '> ',
    'in a quote of a quote': '>> ',
    'in a comment': '  # ',
    'in a comment of many lines': ' * ',
    'in the log of a container': 'web-1  | ',
    'in a box': '│ ',
  })) {
    it(place, () => {
      const lines = ['‹failure|{"Response": {', '', '  "Error": {"Code": "InternalError"}', '}}|› and', 'prose'];
      const marked = lines.map((line) => (line === '' ? prefix.trimEnd() : prefix + line)).join('\n');
      assertEnvelopes(`text\n${marked}\n${marked}\nprose`, 'plaintext');
    });
  }

  it('have the places of their parts', () => {
    const text = '> {"Response": {"Error": {\n>   "Code": "A.\\u0042",\n>   "Message": "m"},\n> "RequestId": "r"}}\n';
    const [envelope, ...others] = read(text, { languageId: 'markdown' }).envelopes;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [envelope?.code, envelope?.message, envelope?.requestId].map((part) => [
        part?.value,
        part && text.slice(part.span.offset, part.span.offset + part.span.length),
      ]),
      [
        ['A.B', '"A.\\u0042"'],
        ['m', '"m"'],
        ['r', '"r"'],
      ],
    );
    assert.equal(envelope?.source, 'embedded');
  });

  it('are read for 2,000 lines', () => {
    const body = (lines: number): string =>
      `{"Response": {\n${'\n'.repeat(lines - 2)}"RequestId": "r"}}`.replaceAll(/^/gm, '> ');
    const found = (lines: number): number => read(body(lines), { languageId: 'markdown' }).envelopes.length;
    assert.deepEqual([found(2_000), found(2_100)], [1, 0]);
  });

  it('end where another line begins otherwise', () => {
    assertEnvelopes('> ‹success|{"Response": {"RequestId": "r",\n> "x": [\n|›{"x": 1}\n', 'markdown');
  });

  it('may follow something that only looks like one', () => {
    const sdkText = '‹failure|[TencentCloudSDKError] Code=InternalError, Message=m, RequestId=r|›';
    assertEnvelopes(`INFO {\nINFO ${sdkText}\nINFO ‹success|{"Response": {"RequestId": "r"}}|›\n`, 'log');
  });
});
