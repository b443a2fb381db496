import assert from 'node:assert/strict';
import { Catalog, ChunkedText, CodeNames, rangeOf, type ApiResponseDocument } from '../../../server/src/service';
import { parseCursor } from '../../support/markers';
import { parseEdited, serviceWith } from '../../support/service';

describe('hover, lens and hint explain a code of several products for the product from', () => {
  const catalog = new Catalog([
    { scope: 'product', data: { schemaVersion: 1, product: 'cvm', codes: { 'Zone.Gone': 'Of cvm' } } },
    { scope: 'product', data: { schemaVersion: 1, product: 'cfw', codes: { 'Zone.Gone': 'Of cfw' } } },
    { scope: 'product', data: { schemaVersion: 1, product: 'cls', codes: { 'Zone.Gone': 'Of cls' } } },
  ]);
  const response = (message = 'm'): string =>
    `{"Response": {"Error": {"Code": "<|>Zone.Gone", "Message": ${JSON.stringify(message)}}, "RequestId": "r"}}`;
  const denied = 'you are not authorized to perform operation (cls:SearchLog)\nresource (*) has no permission';
  const first = (marked: string, product = '', languageId = 'json'): string => {
    const { text, offset } = parseCursor(marked);
    const service = serviceWith({ catalog, product });
    // Each request gets a fresh document.
    const document = (): ApiResponseDocument => parseEdited(text, { languageId });
    const all = rangeOf(document().text, { offset: 0, length: text.length });
    const place = document().text.positionAt(offset);
    const lens = service.getCodeLenses(document()).find(({ range }) => range.start.line === place.line);
    const hint = service.getInlayHints(document(), all).find(({ position }) => position.line === place.line);
    const found = service.doHover(document(), place)?.contents as { value: string };
    const [told, ...others] = [found.value, JSON.stringify(hint?.label), lens?.command?.title ?? ''].map(
      (each) => /Of (\w+)/.exec(each)?.[1],
    );
    assert.deepEqual(others, [told, told]);
    return told ?? '';
  };

  it('nothing, in the order of the catalogs', () => assert.equal(first(response()), 'cvm'));
  it('the request, also for a code below one that products have', () =>
    assert.equal(
      first(`{"host": "cfw.tencentcloudapi.com", "body": ${response().replace('Gone', 'Gone.More')}}`),
      'cfw',
    ));
  it('the setting', () => assert.equal(first(response(), 'cfw'), 'cfw'));
  it('the CAM action in the message', () => assert.equal(first(response(denied), 'cfw'), 'cls'));
  it('the request beside it', () =>
    assert.equal(first(`{"host": "cfw.tencentcloudapi.com", "body": ${response(denied)}}`, 'cvm'), 'cfw'));
  it('neither the request nor the CAM action if they contradict each other, as in the list of failures', () => {
    for (const [call, told, listed] of [
      ['"action": "SearchLog"', 'cls', 'cls'],
      ['"action": "RunInstances"', 'cfw', 'cfw'],
      ['"product": "cvm", "action": "RunInstances"', 'cvm', 'cvm'],
    ] as const) {
      const marked = `{${call}, "body": ${response(denied)}}`;
      const failures = serviceWith({ catalog, product: 'cfw' }).listFailures(parseEdited(parseCursor(marked).text));
      assert.deepEqual([first(marked, 'cfw'), failures[0]?.product], [told, listed]);
    }
  });
  it('the request before it in a log, but not that of another response', () => {
    const other = '{"Response": {"RequestId": "q"}}';
    assert.equal(first(`POST https://cfw.tencentcloudapi.com\n${response()}`, 'cvm', 'log'), 'cfw');
    assert.equal(first(`POST https://cfw.tencentcloudapi.com\n${other}\n${response()}`, 'cvm', 'log'), 'cvm');
  });
  it('the request as it is now, while the document changes', () => {
    const { text, offset } = parseCursor(`{"host": "cfw.tencentcloudapi.com", "body": ${response()}}`);
    const service = serviceWith({ catalog });
    const edited = new ChunkedText('file:///x.json', 'json', 1, text);
    const told = (document: ApiResponseDocument): string | undefined => {
      const found = service.doHover(document, document.text.positionAt(offset))?.contents as { value: string };
      return /Of (\w+)/.exec(found.value)?.[1];
    };
    const before = service.parse(edited);
    assert.deepEqual([told(before), told(before)], ['cfw', 'cfw']);
    const host = text.indexOf('cfw');
    edited.edit(host, host + 'cfw'.length, 'cls');
    assert.equal(told(service.parse(edited)), 'cls');
  });

  for (const languageId of ['json', 'jsonl', 'log']) {
    it(`the request of each of many: ${languageId}`, () => {
      const products = Array.from({ length: 300 }, (_, index) => (index % 3 === 0 ? 'cls' : 'cfw'));
      const { text: body } = parseCursor(response());
      const calls = products.map((each) => `{"host": "${each}.tencentcloudapi.com", "body": ${body}}`);
      const text = languageId === 'json' ? `[${calls.join(',\n')}]` : calls.join('\n');
      const lenses = serviceWith({ catalog }).getCodeLenses(parseEdited(text, { languageId }));
      assert.deepEqual(
        lenses.map(({ command }) => command?.title),
        products.map((each) => `Of ${each}`),
      );
    });
  }

  it('nothing that only another response says', () => {
    const { text: body } = parseCursor(response());
    const other = '{"Response": {"RequestId": "q", "host": "cfw.tencentcloudapi.com"}}';
    assert.equal(first(`{"a": ${other}, "b": ${response()}}`), 'cvm');
    assert.equal(first(`[{"host": "cfw.tencentcloudapi.com", "body": ${body}},\n{"body": ${response()}}]`), 'cvm');
  });

  it('the request around it before one further out, whichever comes first in the text', () => {
    const inner = `{"body": ${response()}, "call": {"host": "cfw.tencentcloudapi.com"}}`;
    assert.equal(first(`{"host": "cls.tencentcloudapi.com", "calls": [[1], ${inner}]}`), 'cfw');
  });
});

describe('the product of a failure is inferred', () => {
  const listed = [
    'pot\tThing:Cracked,Gone',
    'cup\tThing:Cracked;Lid:Lost;Spoon:Bent\tLid:Loose',
    'mug\tThing:Cracked;Spoon:Bent',
  ];
  const actions = ['pot\tBoilWater,PourTea', 'cup\tBoilWater,DrinkTea', 'mug\tDrinkTea', 'tap\tOpenTap'];
  const names = new CodeNames(listed.join('\n'), actions.join('\n'));
  const catalog = new Catalog(
    [
      { scope: 'common', data: { schemaVersion: 1, codes: { InternalError: 'Common.' } } },
      { scope: 'product', data: { schemaVersion: 1, product: 'jug', codes: { 'Thing.Own': 'Of jug.' } } },
    ],
    () => names,
  );
  const textWith = (code: string, action?: string, host?: string): string =>
    JSON.stringify({
      ...(action ? { Action: action } : {}),
      ...(host ? { host: `${host}.tencentcloudapi.com` } : {}),
      body: { Response: { Error: { Code: code, Message: 'm' }, RequestId: 'r' } },
    });

  /** The product in the list of failures, in the ticket and in the hover. */
  const productsIn = (text: string, product = ''): (string | undefined)[] => {
    const service = serviceWith({ catalog, product });
    const document = parseEdited(text);
    const [envelope] = document.envelopes();
    assert.ok(envelope?.code);
    const ticket = service.createTicket(document, { envelope, file: 'f', time: { epoch: 0, offset: 0 } }).text;
    const hover = service.doHover(document, document.text.positionAt(envelope.code.span.offset));
    return [
      service.listFailures(document)[0]?.product,
      /^Product: +(\S+)$/m.exec(ticket)?.[1] ?? '',
      /Product: (\w+)/.exec((hover?.contents as { value: string }).value)?.[1] ?? '',
    ];
  };

  for (const [what, text, product] of [
    ['from a code that only one has', textWith('Thing.Gone'), 'pot'],
    ['from a padded one', textWith('Thing.Gone. '), 'pot'],
    ['from a retired one that only one had', textWith('Lid.Loose'), 'cup'],
    ['from an action that only one has, though others have the code', textWith('Thing.Cracked', 'PourTea'), 'pot'],
    ['from such an action, though the code is in no list of it', textWith('Lid.Lost', 'OpenTap'), 'tap'],
    ['not from an action and a code that several have', textWith('Thing.Cracked', 'BoilWater'), ''],
    ['from both, if only one has the code and the action', textWith('Spoon.Bent', 'BoilWater'), 'cup'],
    ['not from a code that several have', textWith('Thing.Cracked'), ''],
    ['not from one that is in no list', textWith('Thing.Own'), ''],
  ] as const) {
    it(what, () => assert.deepEqual(productsIn(text), [product, product, product]));
  }

  it('from the action alone for a common code', () => {
    assert.deepEqual(productsIn(textWith('InternalError', 'PourTea')).slice(0, 2), ['pot', 'pot']);
    assert.deepEqual(productsIn(textWith('InternalError', 'BoilWater')).slice(0, 2), ['', '']);
  });

  it('only if neither the request nor the setting names one', () => {
    assert.deepEqual(productsIn(textWith('Thing.Gone', 'PourTea', 'cup')), ['cup', 'cup', 'cup']);
    assert.deepEqual(productsIn(textWith('Thing.Gone', 'PourTea'), 'mug'), ['mug', 'mug', 'mug']);
  });

  it('for a code alone, too', () => {
    assert.ok(serviceWith({ catalog }).explainCode('Thing.Gone').facts.includes('Product: pot'));
    assert.ok(!serviceWith({ catalog }).explainCode('Thing.Cracked').facts.join().includes('Product:'));
  });
});
