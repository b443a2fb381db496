import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupContent } from 'vscode-languageserver-types';
import { builtinCatalog } from '../../../server/src/data/builtinData';
import { Catalog } from '../../../server/src/service';
import { english } from '../../../server/src/service/base/localizer';
import * as markdown from '../../../server/src/service/base/markdown';
import type { EntryData } from '../../../server/src/service/catalog';
import type { ClientSupport } from '../../../server/src/service/context/serviceContext';
import { explanationToMarkdown } from '../../../server/src/service/explain';
import { hostileAddresses, hostileTexts, invisibleCharacters } from '../../support/hostile';
import { commandIn, lenientRenderer, tagsOf, visibleText } from '../../support/markdown';
import { parseMarkers } from '../../support/markers';
import { parseEdited, serviceWith, type ParseOptions } from '../../support/service';

interface Shown {
  readonly value: string;
  /** The text in the range of the hover. */
  readonly token: string;
}

/** The hover at the cursor. */
function hoverAt(
  marked: string,
  options: ParseOptions = {},
  catalog = builtinCatalog(),
  product = '',
): Shown | undefined {
  const { text, cursors } = parseMarkers(marked);
  const [offset] = cursors;
  assert.ok(offset !== undefined && cursors.length === 1);
  const document = parseEdited(text, options);
  const shown = serviceWith({ catalog, product }).doHover(document, document.text.positionAt(offset));
  if (!shown) {
    return undefined;
  }
  assert.ok(MarkupContent.is(shown.contents) && shown.contents.kind === 'markdown' && shown.range);
  const { start, end } = shown.range;
  const token = text.slice(document.text.offsetAt(start), document.text.offsetAt(end));
  return { value: shown.contents.value, token };
}

const failure = (code: string): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } });

/** The hover on the code of a failure. */
function hoverOn(code: string, catalog?: Catalog, product?: string): string {
  const text = failure(code);
  const offset = text.indexOf('"Code":') + '"Code":'.length;
  return hoverAt(`${text.slice(0, offset)}<|>${text.slice(offset)}`, {}, catalog, product)?.value ?? '';
}

/** The explanation of a code for terminals. */
function textOf(code: string, catalog: Catalog, product = ''): string {
  const service = serviceWith({ catalog, product });
  return service.explanationText(service.explainCode(code));
}

/** Asserts that the parts occur in this order. */
function inThisOrder(text: string, parts: readonly string[]): void {
  let position = -1;
  for (const part of parts) {
    const next = text.indexOf(part, position + 1);
    assert.ok(next > position, `"${part}" in its place in:\n${text}`);
    position = next;
  }
}

const full: EntryData = {
  description: 'The description',
  meaning: 'The meaning',
  causes: ['First cause', 'Second cause'],
  steps: ['First step', 'Second step'],
  fault: 'account',
  retry: 'after-fixing',
  url: 'https://www.tencentcloud.com/document',
  related: ['Other'],
};
const catalogOf = (codes: Record<string, string | EntryData>, product?: string): Catalog =>
  new Catalog([
    { scope: product ? 'product' : 'common', data: { schemaVersion: 1, codes, ...(product ? { product } : {}) } },
  ]);

describe('hover on a code', () => {
  it('shows the answer first, then what to do, then why', () => {
    inThisOrder(hoverOn('Full.Own', catalogOf({ Full: full })), [
      'Full.Own',
      'The description',
      "A product's own code",
      'Fault',
      'account',
      'Retry',
      'after fixing',
      'The meaning',
      '1. First step',
      '2. Second step',
      'First cause',
      'Second cause',
      'is a product',
      'Related',
      'Documentation',
      'https://www.tencentcloud.com/document',
    ]);
  });

  it('shows two sentences, three steps and three causes, and the explanation all of them', () => {
    const many = (name: string): string[] => ['1', '2', '3', '4', '5'].map((number) => `${name} ${number}.`);
    const entry = { ...full, meaning: 'One, e.g. this. `Two`. Three.', causes: many('Cause'), steps: many('Step') };
    const catalog = catalogOf({ Long: entry });
    const service = serviceWith({ catalog });
    const hover = hoverOn('Long', catalog);
    const whole = service.explanationMarkdown(service.explainCode('Long'));
    for (const [text, isWhole] of [
      [hover, false],
      [whole, true],
      [textOf('Long', catalog), true],
    ] as const) {
      inThisOrder(text.replaceAll('\\', ''), ['One, e.g. this. `Two`.', 'Step 1', 'Step 3', 'Cause 1', 'Cause 3']);
      for (const left of ['Three.', 'Step 4', 'Step 5', 'Cause 4', 'Cause 5']) {
        assert.equal(text.includes(left), isWhole, `${left} in ${text}`);
      }
    }
  });

  it('shows insights between the description and the facts', () => {
    const explanation = serviceWith({ catalog: catalogOf({ Full: full }) }).explainCode('Full');
    inThisOrder(explanationToMarkdown(explanation, english, { insights: [markdown.text('An insight')] }), [
      'The description',
      'An insight',
      'Common code',
    ]);
  });

  it('leaves out what is not known', () => {
    assert.doesNotMatch(
      hoverOn('Short', catalogOf({ Short: 'The description' })),
      /Fault|Retry|causes|do|Documentation|undefined/,
    );
  });

  it("says the seed's description", () => {
    inThisOrder(hoverOn('AuthFailure.SignatureFailure'), [
      'AuthFailure.SignatureFailure',
      'Signature error',
      'Common code',
    ]);
  });

  it('says how a code was matched if it was not exact', () => {
    assert.doesNotMatch(hoverOn('InternalError'), /this explains/);
    inThisOrder(hoverOn('InternalError.'), [
      'Internal error',
      'has leading or trailing spaces or dots',
      'InternalError',
    ]);
    inThisOrder(hoverOn('InvalidParameter.Db'), [
      'InvalidParameter.Db',
      'Judging by the name: `Db` is not accepted.',
      'The following applies to "InvalidParameter" in general: Incorrect parameter.',
    ]);
    inThisOrder(hoverOn('InvalidParameter.Error'), [
      'InvalidParameter.Error',
      'Incorrect parameter',
      'which it belongs to',
    ]);
    inThisOrder(hoverOn('ResourcesSoldOut.Zone'), ['ResourcesSoldOut.Zone', 'sold out', "A product's own code"]);
  });

  it('says that a code is unknown, and where to look it up', () => {
    inThisOrder(hoverOn('Nonsense.Of.Somebody'), [
      'Nonsense.Of.Somebody',
      'Not in the list of known codes',
      'documentation',
    ]);
  });

  it('suggests the codes that it may be a misspelling of', () => {
    inThisOrder(hoverOn('InternalErorr'), [
      '**`InternalErorr`** — Unknown; did you mean `InternalError` — Internal error?\n',
      'is in no list of codes',
    ]);
    assert.doesNotMatch(hoverOn('InternalErorr'), /Not in the list/);
  });

  it('says so before all that its parent says', () => {
    const slip = 'Unknown; did you mean `AuthFailure.SignatureFailure` — Signature error?\n\n';
    for (const code of ['AuthFailure.SignatureFailur', 'AuthFailure.signaturefailure']) {
      const parent = ["A product's own code", 'AuthFailure'];
      inThisOrder(hoverOn(code), [`**\`${code}\`** — ${slip}`, ...parent]);
      inThisOrder(textOf(code, builtinCatalog()), [`${code}: ${slip}`, ...parent]);
    }
  });

  it('describes three of the codes that may be meant', () => {
    const catalog = catalogOf({ Pot1: 'One.', Pot2: '', Pot3: 'With *stars*.', Pot4: 'Four.' });
    assert.ok(
      hoverOn('Pot', catalog).startsWith(
        '**`Pot`** — Unknown; did you mean `Pot1` — One or `Pot2` or `Pot3` — With \\*stars\\*?\n',
      ),
      hoverOn('Pot', catalog),
    );
  });

  it('prefers the codes of the product if it is known', () => {
    const catalog = catalogOf({ InvalidZone: 'Of cvm' }, 'cvm');
    inThisOrder(hoverOn('InvalidZone', catalog, 'cvm'), ['Of cvm', 'Product', 'cvm']);
    inThisOrder(hoverOn('InvalidZone', catalog), ['In cvm: Of cvm', 'If sent by cvm']);
    inThisOrder(hoverOn('InvalidZone.More', catalog), ['Not in the list of known codes']);
  });

  it('shows the meaning in other products, and where the help comes from', () => {
    const catalog = new Catalog([
      { scope: 'common', data: { schemaVersion: 1, codes: { Full: full } } },
      { scope: 'product', data: { schemaVersion: 1, product: 'cvm', codes: { 'Full.Own': 'Of cvm' } } },
      { scope: 'product', data: { schemaVersion: 1, product: 'cfw', codes: { 'Full.Own': 'Of *cfw*' } } },
    ]);
    const order = [
      'Of cfw',
      'Product: cfw',
      'The meaning',
      'First step',
      'First cause',
      'applies to "Full"',
      'In cvm: Of cvm',
    ];
    inThisOrder(hoverOn('Full.Own', catalog, 'cfw').replaceAll('\\*', ''), order);
    inThisOrder(textOf('Full.Own', catalog, 'cfw').replaceAll('*', ''), order);
  });

  it('is the same as plain text for terminals', () => {
    const catalog = catalogOf({ Full: full });
    inThisOrder(textOf('Full.Own', catalog), [
      'Full.Own: The description\n',
      "A product's own code · Fault: account · Retry: after fixing\n",
      'The meaning\n',
      '  1. First step\n  2. Second step\n',
      '  - First cause\n  - Second cause\n',
      'is a product',
      'Related: Other\n',
      'Documentation: https://www.tencentcloud.com/document\n',
    ]);
  });
});

describe('the link to the whole explanation', () => {
  const uri = 'file:///w/50%25 off (1).json';
  const clients = { both: { hoverCommand: 'explain' }, plain: { hoverCommand: 'explain', markdownHovers: false } };

  const linkIn = (text: string, part: string, client: Partial<ClientSupport>, languageId = 'json'): unknown => {
    const service = serviceWith({ client });
    const document = service.parse(TextDocument.create(uri, languageId, 1, text));
    const contents = service.doHover(document, document.text.positionAt(text.indexOf(part) + part.length))?.contents;
    assert.ok(MarkupContent.is(contents));
    return commandIn(contents.value);
  };
  const placeOf = (code: string, line: number, character: number): unknown => [
    'explain',
    { code, uri, position: { line, character } },
  ];

  it('is there for clients that want it, before the documentation', () => {
    const text = failure('InternalError');
    assert.deepEqual(linkIn(text, '"InternalError', clients.both), placeOf('InternalError', 0, text.indexOf('"Int')));
    const shown = serviceWith({ client: clients.both });
    const document = shown.parse(TextDocument.create(uri, 'json', 1, text));
    assert.match(
      JSON.stringify(shown.doHover(document, { line: 0, character: 30 })),
      /\) · \[Documentation\]\([^()]*\)"/,
    );
  });

  it('is nowhere else', () => {
    const text = failure('InternalError');
    const commands = { explain: 'explain', copyTicket: 'copy', copyPolicy: 'policy', showRule: 'rule' };
    for (const client of [{}, { commands }, clients.plain]) {
      assert.equal(linkIn(text, '"InternalError', client), undefined);
    }
    for (const member of ['Error', 'Code', 'Message', 'RequestId']) {
      assert.equal(linkIn(text, `"${member}"`, clients.both), undefined);
    }
  });

  it('leads to codes of items and in source code, too', () => {
    const text = '{"Response": {"Set": [{"Code": "InternalError", "Message": "m"}], "RequestId": "r"}}';
    assert.deepEqual(linkIn(text, '"InternalError', clients.both), placeOf('InternalError', 0, text.indexOf('"Int')));
    const source =
      'import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cfw/v20190904"\ncode == "AuthFailure.SignatureFailure"\n';
    assert.deepEqual(linkIn(source, 'AuthFailure', clients.both, 'go'), placeOf('AuthFailure.SignatureFailure', 1, 9));
  });

  it('is not there for a text that is too long for a code', () => {
    assert.equal(linkIn(failure('A'.repeat(201)), '"AAA', clients.both), undefined);
  });

  for (const hostile of [...hostileTexts, ...hostileAddresses]) {
    it(`cannot be made or changed by a code: ${JSON.stringify(hostile)}`, () => {
      if (hostile.trim() !== '') {
        const text = failure(hostile);
        const [command, argument] = linkIn(text, '"Code":"', clients.both) as [string, { code: string }];
        assert.deepEqual([command, argument.code], ['explain', hostile.trim()]);
      }
    });
  }
});

describe('hover is shown', () => {
  for (const marked of [
    '{"Response":{"Error":{"Code":<|>"InternalError","Message":"m"},"RequestId":"r"}}',
    '{"Response":{"Error":{"Code":"Inter<|>nalError","Message":"m"},"RequestId":"r"}}',
    '{"Response":{"Error":{"Code":"InternalError"<|>,"Message":"m"},"RequestId":"r"}}',
  ]) {
    it(`for the code at ${marked.indexOf('<|>')}`, () => assert.equal(hoverAt(marked)?.token, '"InternalError"'));
  }

  const names: Readonly<Record<string, readonly [token: string, name: string]>> = {
    '{"Resp<|>onse":{"RequestId":"r"}}': ['"Response"', 'Response'],
    '{"Response":{"Reque<|>stId":"r"}}': ['"RequestId"', 'RequestId'],
    '{"Response":{"RequestId":"<|>r"}}': ['"r"', 'RequestId'],
    '{"Response":{"request_<|>id":"r"}}': ['"request_id"', 'RequestId'],
    '{"Response":{"Err<|>or":{"Code":"c"}}}': ['"Error"', 'Error'],
    '{"Response":{"Error":{"Co<|>de":"c"}}}': ['"Code"', 'Code'],
    '{"Response":{"Error":{"Code":"<|>"}}}': ['""', 'Code'],
    '{"Response":{"Error":{"Code":"c","Mess<|>age":"m"}}}': ['"Message"', 'Message'],
    '{"Response":{"Error":{"Code":"c","Message":"the <|>message"}}}': ['"the message"', 'Message'],
    '{"Reque<|>stId":"r","Response":{"Error":{"Code":"c"}}}': ['"RequestId"', 'RequestId'],
  };
  for (const [marked, [token, name]] of Object.entries(names)) {
    it(`for the fixed member ${marked}`, () => {
      const shown = hoverAt(marked);
      assert.equal(shown?.token, token);
      assert.ok(shown.value.startsWith(`**\`${name}\`** — `), shown.value);
    });
  }

  it('for unwrapped responses in declared documents', () => {
    const marked = '{"Error":{"Code":"<|>InternalError","Message":"m"},"RequestId":"r"}';
    assert.equal(hoverAt(marked, { declared: true })?.token, '"InternalError"');
    assert.equal(hoverAt(marked, { unwrapped: true })?.token, '"InternalError"');
    assert.equal(hoverAt(marked), undefined);
  });

  it('for each of several envelopes, even beside the Response of another', () => {
    const inner = '{"Response":{"Error":{"Code":"<|>InternalError","Message":"m"},"RequestId":"r"}}';
    assert.equal(hoverAt(`[{"Response":{"RequestId":"r"}},${inner}]`)?.token, '"InternalError"');
    assert.equal(hoverAt(`{"Response":{"RequestId":"r"},"next":${inner}}`)?.token, '"InternalError"');
    assert.equal(hoverAt(`{"next":${inner},"Response":{"RequestId":"r"}}`)?.token, '"InternalError"');
  });
});

describe('no hover is shown', () => {
  for (const marked of [
    '<|>',
    '{"Resp<|>onse":{"TotalCount":0}}',
    '<|> {"Response":{"RequestId":"r"}}',
    '{"Response":{"Total<|>Count":0,"RequestId":"r"}}',
    '{"Response":{"TotalCount":<|>0,"RequestId":"r"}}',
    '{"Response":{"Items":[{"Error":{"Co<|>de":"InternalError"}}],"RequestId":"r"}}',
    '{"ret<|>code":0,"Response":{"RequestId":"r"}}',
    '{"body":{"Response":{"RequestId":"r"}},"Request<|>Id":"r"}',
    '{"Response":{"Error":{"Code":"c","Det<|>ail":"InternalError"}}}',
  ]) {
    it(`at ${marked}`, () => assert.equal(hoverAt(marked), undefined));
  }
});

describe('hostile text in a hover', () => {
  const render = lenientRenderer();
  const allowed = ['p', 'strong', 'code', 'ul', 'ol', 'li'].flatMap((tag) => [`<${tag}>`, `</${tag}>`]);

  /** Asserts that nothing in it is live in any renderer. */
  function isInert(source: string): void {
    assert.deepEqual(
      tagsOf(render(source)).filter((tag) => !allowed.includes(tag)),
      [],
      source,
    );
  }

  for (const hostile of hostileTexts) {
    it(`as a code, a product or a catalog: ${JSON.stringify(hostile)}`, () => {
      const unknown = hoverOn(hostile);
      isInert(unknown);
      if (hostile.trim() !== '') {
        assert.ok(visibleText(render(unknown)).includes(hostile.trim().replace(/\s+/g, ' ')));
      }
      isInert(hoverOn(`Code.${hostile}`, catalogOf({ Code: 'Description' })));
      const entry: EntryData = {
        description: hostile,
        meaning: hostile,
        causes: [hostile],
        steps: [hostile],
        url: `x${hostile}`,
        related: [hostile],
      };
      isInert(hoverOn('Code', catalogOf({ Code: entry }, hostile), hostile));
    });
  }

  for (const [name, character] of Object.entries(invisibleCharacters)) {
    it(`shows what cannot be seen: ${name}`, () => {
      assert.ok(!hoverOn(`Internal${character}Error`).includes(character));
    });
  }

  it('is shortened', () => {
    assert.doesNotThrow(() => hoverOn('`x'.repeat(200_000)));
  });
});
