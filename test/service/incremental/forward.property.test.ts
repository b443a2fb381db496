import fc from 'fast-check';
import assert from 'node:assert/strict';
import { builtinCatalog } from '../../../server/src/data/builtinData';
import type { Envelope, Finding } from '../../../server/src/service';
import { ForwardDocument } from '../../../server/src/service/document/forwardDocument';
import type { Text } from '../../../server/src/service/envelope/envelope';
import { createItemCodeFinder } from '../../../server/src/service/itemCodes';
import { runs } from '../../support/runs';
import { parse, serviceWith, type ParseOptions } from '../../support/service';
import { languagesOfSnippets, snippets } from '../../support/snippets';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...snippets) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const list = fc.array(fc.constantFrom(...snippets.slice(0, 5)), { maxLength: 30 });
const wellFormed = fc
  .tuple(list, fc.constantFrom('', ', "Response": {"RequestId": "r"}', ', "Response": {"request_id": 1'))
  .map(([envelopes, end]) => `{"items": [\r\n${envelopes.join(',\r\n  ')}\n]${end}}`);
const lines = list.map((all) => all.join('\n'));
const named = list.map((all) => `{${all.map((envelope, index) => `"r${index}": ${envelope}`).join(',')}}`);

const reading = fc.record({
  whole: fc.oneof(text, wellFormed, lines, named),
  blockLength: fc.constantFrom(1, 7, 50, 1000),
  pieceLength: fc.constantFrom(1, 8, 40, 200),
  languageId: fc.constantFrom(...languagesOfSnippets),
  declared: fc.boolean(),
  unwrapped: fc.boolean(),
});

const findItemCodes = createItemCodeFinder({ catalog: builtinCatalog() });

interface Content {
  readonly envelopes: readonly Envelope[];
  readonly itemCodes: readonly Text[];
  readonly findings: readonly Finding[];
}

function* blocksOf(whole: string, length: number): Iterable<string> {
  for (let start = 0; start < whole.length; start += length) {
    yield whole.slice(start, start + length);
  }
}

function readForward(whole: string, lengths: readonly [block: number, piece: number], options: ParseOptions): Content {
  const [blockLength, pieceLength] = lengths;
  const source = {
    blocks: () => blocksOf(whole, blockLength),
    slice: (start: number, end: number) => whole.slice(start, end),
  };
  const { languageId = 'json', declared = false, unwrapped = false, reportBreaks = true } = options;
  const parseOptions = { languageId, declared, unwrapped, reportBreaks };
  const document = new ForwardDocument(source, parseOptions, pieceLength);
  const service = serviceWith();
  const read = [...service.envelopesForward(document)];
  return {
    envelopes: read.map(({ envelope }) => envelope),
    itemCodes: read.flatMap(({ itemFailures }) => itemFailures.flatMap(({ code }) => code ?? [])),
    findings: [...service.findingsForward(document)],
  };
}

describe('A text that is read forward', () => {
  it('holds what it holds as a whole, however it comes', function () {
    this.timeout(300_000);
    fc.assert(
      fc.property(reading, ({ whole, blockLength, pieceLength, ...options }) => {
        const document = parse(whole, options);
        const expected = {
          envelopes: document.envelopes(),
          itemCodes: document.itemCodes(findItemCodes).flatMap(({ codes }) => codes),
          findings: serviceWith().findings(document).first,
        };
        assert.deepEqual(readForward(whole, [blockLength, pieceLength], options), expected);
      }),
      { numRuns: runs(10_000) },
    );
  });
});
