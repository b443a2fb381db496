import assert from 'node:assert/strict';
import { Catalog, type CatalogFile } from '../../../server/src/service';
import type { Entry } from '../../../server/src/service/catalog';
import { parse, serviceWith } from '../../support/service';
import { failure } from '../../support/ticket';

const general: CatalogFile = {
  scope: 'common',
  data: {
    schemaVersion: 1,
    codes: {
      FailedOperation: { description: 'It failed.', steps: ['Read on.'], fault: 'service', retry: 'backoff' },
      LimitExceeded: { description: 'A quota.', meaning: 'Of many kinds.', vague: true, fault: 'account', retry: 'no' },
    },
  },
};

const described = { description: 'The pot is gone.', fault: 'account', retry: 'no' } as const;

/** A catalog in which products have codes of which only the names are known, and one product has more to say. */
const catalog = new Catalog([
  general,
  {
    scope: 'product',
    data: {
      schemaVersion: 1,
      products: {
        teapot: { codes: { 'FailedOperation.PotNotFound': null, 'FailedOperation.Error': null, Bare: null } },
        kettle: { codes: { 'FailedOperation.PotNotFound': null, 'FailedOperation.LidInUse': null } },
        urn: { codes: { 'FailedOperation.LidInUse': described, 'LimitExceeded.PotTooOften': null } },
      },
    },
  },
]);

const teapot = serviceWith({ catalog, product: 'teapot' });
const textWith = (code: string, message = 'm'): string => JSON.stringify(failure(message, code));

describe('a code of which only the name is known', () => {
  const code = 'FailedOperation.PotNotFound';
  const sentence = '`Pot` was not found.';

  it('is explained by its name, and then by its parent', () => {
    const { description, facts, caveat, note } = teapot.explainCode(code);
    assert.deepEqual(
      { description, facts, caveat, note },
      {
        description: `Judging by the name: ${sentence}`,
        facts: ['Product: teapot', 'Fault: caller', 'Retry: after fixing'],
        caveat: 'The following applies to "FailedOperation" in general: It failed.',
        note: undefined,
      },
    );
    const explanation = teapot.explainCode(code);
    for (const said of [teapot.explanationMarkdown(explanation), teapot.explanationText(explanation)]) {
      assert.match(
        said,
        /Judging by the name: `Pot` was not found\.[^]*Fault: caller[^]*in general: It failed\.[^]*1\. Read on\./,
      );
    }
  });

  it('is explained so wherever it is shown', () => {
    const document = parse(textWith(code));
    const hover = teapot.doHover(document, document.text.positionAt(textWith(code).indexOf(code)));
    assert.match(JSON.stringify(hover), /Judging by the name: `Pot` was not found/);
    assert.match(teapot.explainText(code) ?? '', /Judging by the name: `Pot` was not found/);
    assert.equal(teapot.getCodeLenses(document)[0]?.command?.title, 'Pot was not found · caller · retry after fixing');
    const [hint] = teapot.getInlayHints(document, {
      start: { line: 0, character: 0 },
      end: { line: 9, character: 0 },
    });
    assert.equal(hint?.label, 'Pot was not found');
    assert.equal(teapot.listFailures(document)[0]?.description, sentence.replaceAll('`', '"'));
    assert.equal(teapot.describeCode(code), sentence);
    assert.equal(teapot.listCodes().find((each) => each.code === code)?.description, sentence);
  });

  it('is explained so in Chinese', () => {
    const { description } = serviceWith({ catalog, language: 'zh-cn' }).explainCode(code);
    assert.equal(description, '从名称看：找不到 `Pot`。');
  });

  it('is explained so if not even the name is known', () => {
    const { description, facts } = teapot.explainCode('FailedOperation.SpoutTooLong');
    assert.equal(description, 'Judging by the name: `Spout` is too long.');
    assert.deepEqual(facts, ['Product: teapot', 'Fault: caller', 'Retry: after fixing']);
    assert.equal(teapot.describeCode('FailedOperation.SpoutTooLong'), '`Spout` is too long.');
  });

  it('has the fault and retry of its name below a parent that leaves them open, too', () => {
    const { facts, caveat } = serviceWith({ catalog, product: 'urn' }).explainCode('LimitExceeded.PotTooOften');
    assert.deepEqual(facts, ['Product: urn', 'Fault: caller', 'Retry: with backoff']);
    assert.equal(caveat, 'The following applies to "LimitExceeded" in general: A quota.');
  });

  it('has the fault and retry of its parent if the name leaves them open', () => {
    assert.deepEqual(teapot.explainCode('FailedOperation.BoilWaterFailed').facts, [
      'Product: teapot',
      'Fault: service',
      'Retry: with backoff',
    ]);
  });

  it('is explained by its parent if the name says nothing', () => {
    const { description, caveat } = teapot.explainCode('FailedOperation.Error');
    assert.deepEqual([description, caveat], ['It failed.', undefined]);
    assert.equal(teapot.explainCode('Bare').description, 'A code of the product; nothing more is known about it.');
  });

  it('is explained by the message first if that settles the matter', () => {
    const [lens] = teapot.getCodeLenses(parse(textWith(code, '该规格已售罄')));
    assert.match(lens?.command?.title ?? '', /^Pot was not found · sold out · service · /);
  });

  it('is read where it stands in the message of another one', () => {
    const said = teapot.explainText(textWith('FailedOperation', 'FailedOperation.PotNotFound: no pot')) ?? '';
    assert.doesNotMatch(said, /carries another code/);
    const other = teapot.explainText(textWith('LimitExceeded', '[FailedOperation.SpoutTooLong] no pot')) ?? '';
    assert.match(other, /carries another code, `FailedOperation\.SpoutTooLong`: `Spout` is too long\./);
  });

  it('is not read if the product describes it', () => {
    const { description, facts } = serviceWith({ catalog, product: 'urn' }).explainCode('FailedOperation.LidInUse');
    assert.equal(description, 'The pot is gone.');
    assert.deepEqual(facts, ['Product: urn', 'Fault: account', 'Retry: no']);
  });

  it('is read, with what another product means by it', () => {
    const { description, elsewhere } = serviceWith({ catalog, product: 'kettle' }).explainCode(
      'FailedOperation.LidInUse',
    );
    assert.equal(description, 'Judging by the name: `Lid` is in use.');
    assert.deepEqual(elsewhere, [{ product: 'urn', description: 'The pot is gone.' }]);
  });
});

describe('the products that have a code', () => {
  const line = (products: number, product: string): string | undefined => {
    const names = Array.from({ length: products }, (_, index) => `p${index}`);
    const codes = { 'FailedOperation.PotNotFound': null };
    const data = { schemaVersion: 1, products: Object.fromEntries(names.map((name) => [name, { codes }])) };
    const service = serviceWith({
      catalog: new Catalog([general, { scope: 'product', data }]),
      product,
    });
    return /Products with this code: .*/.exec(
      service.explanationText(service.explainCode('FailedOperation.PotNotFound')),
    )?.[0];
  };

  it('are named if it is not only that of the call', () => {
    assert.equal(line(1, 'p0'), undefined);
    assert.equal(line(1, ''), 'Products with this code: p0');
    assert.equal(line(2, 'p0'), 'Products with this code: p0, p1');
  });

  it('are ten at most', () => {
    assert.equal(line(10, 'p0'), 'Products with this code: p0, p1, p2, p3, p4, p5, p6, p7, p8, p9');
    assert.match(line(13, 'p0') ?? '', /p8, p9 and 3 more$/);
  });

  it('are not named for common codes and parents', () => {
    assert.deepEqual(serviceWith({ product: 'cfw' }).explainCode('AuthFailure.SignatureFailure').products, []);
    assert.deepEqual(teapot.explainCode('FailedOperation').products, []);
    assert.deepEqual(teapot.explainCode('FailedOperation.SpoutTooLong').products, []);
  });
});

describe('a code that its product no longer has', () => {
  class Retired extends Catalog {
    override get(code: string, product?: string): Entry | undefined {
      const entry = super.get(code, product);
      return entry?.scope === 'product' ? { ...entry, retired: true } : entry;
    }
  }

  it('is said to be no longer listed', () => {
    const data = { schemaVersion: 1, product: 'teapot', codes: { 'FailedOperation.PotNotFound': null } };
    const retired = serviceWith({ catalog: new Retired([general, { scope: 'product', data }]), product: 'teapot' });
    assert.deepEqual(retired.explainCode('FailedOperation.PotNotFound').facts, [
      'Product: teapot',
      "No longer in the vendor's list",
      'Fault: caller',
      'Retry: after fixing',
    ]);
    assert.equal(retired.explainCode('FailedOperation.LidNotFound').facts.length, 3);
  });
});
