import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { LanguageServer } from '../support/languageServer';
import { languagesOfSnippets, snippets } from '../support/snippets';
import { positionOf } from './expected';

/** Lone surrogates do not survive transport, and `positionOf` does not support a lone CR. */
const pieces = snippets.filter((piece) => !/^[\ud800-\udfff\r]$/.test(piece));

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));

const languages = fc.constantFrom(...languagesOfSnippets);

const share = fc.double({ min: 0, max: 1, noNaN: true });

interface Edit {
  readonly start: number;
  readonly length: number;
  readonly insert: string;
}

const edits: fc.Arbitrary<Edit[][]> = fc.array(
  fc.array(fc.record({ start: share, length: fc.nat({ max: 30 }), insert: text(3) }), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 5 },
);

describe('language server: incremental edits', () => {
  let server: LanguageServer;
  let documents = 0;

  before(async () => (server = await LanguageServer.start()));

  after(async () => assert.equal(await server.stop(), 0));

  /** All answers about a document, without its URI. */
  const answers = async (uri: string, position: { line: number; character: number }): Promise<unknown> => {
    const all = await Promise.all([
      server.diagnostics(uri),
      server.request('apiResponse/envelopes', { uri, position }),
      server.hover(uri, position),
    ]);
    return JSON.parse(JSON.stringify(all).replaceAll(uri, 'uri')) as unknown;
  };

  /** Edits a document with occasional requests. The result must equal that of a document opened with the final text. */
  const assertSame = async (
    original: string,
    versions: Edit[][],
    languageId: string,
    cursor: number,
  ): Promise<void> => {
    const edited = `file:///w/edited${documents}.json`;
    const fresh = `file:///w/fresh${documents++}.json`;
    let current = original;
    await server.open(edited, current, languageId);
    for (const version of versions) {
      const changes: TextDocumentContentChangeEvent[] = [];
      for (const { start, length, insert } of version) {
        const from = edge(current, Math.floor(start * current.length));
        const to = edge(current, Math.min(from + length, current.length));
        const range = { start: positionOf(current, from), end: positionOf(current, to) };
        changes.push({ range, text: insert });
        current = current.slice(0, from) + insert + current.slice(to);
      }
      await server.change(edited, ...changes);
      if (version.length % 2 === 0) {
        await server.diagnostics(edited);
      }
    }
    await server.open(fresh, current, languageId);
    const position = positionOf(current, edge(current, Math.floor(cursor * current.length)));
    assert.deepEqual(await answers(edited, position), await answers(fresh, position));
    await server.close(edited);
    await server.close(fresh);
  };

  it('have the same result as opening the final text', async () => {
    await fc.assert(fc.asyncProperty(text(12), edits, languages, share, assertSame), { numRuns: 200 });
  });

  it('have the same result in large documents', async () => {
    const lines = Array.from({ length: 700 }, (_, index) => pieces[index % 2]?.replace('"r"', `"r${index}"`));
    const large = fc.constantFrom('\n', ',\r\n').map((separator) => `[${lines.join(separator)}]`);
    await fc.assert(fc.asyncProperty(large, edits, languages, share, assertSame), { numRuns: 40 });
  });

  it('count columns in UTF-16 units', async () => {
    const uri = 'file:///w/astral.json';
    const before = '{"Response": {"𝒜": "😀😀", "RequestId": "x"}}';
    await server.open(uri, before);
    assert.deepEqual(await server.diagnostics(uri), []);
    const offset = before.indexOf('"x"');
    await server.change(uri, {
      range: { start: positionOf(before, offset), end: positionOf(before, offset + 3) },
      text: '7',
    });
    const [found] = await server.diagnostics(uri);
    assert.deepEqual(found?.range, { start: { line: 0, character: offset }, end: { line: 0, character: offset + 1 } });
  });
});

/** The offset, or the next one if it is inside CRLF, which is not a position in LSP. */
function edge(content: string, offset: number): number {
  return content[offset] === '\n' && content[offset - 1] === '\r' ? offset + 1 : offset;
}
