import assert from 'node:assert/strict';
import { builtinCatalog } from '../../server/src/data/builtinData';
import { defaultConfiguration, readConfiguration } from '../../server/src/lsp/session/configuration';
import {
  Catalog,
  isDeclared,
  isRuleId,
  isRuleSeverity,
  rangeOf,
  readRuleSettings,
  type CatalogData,
} from '../../server/src/service';
import { english } from '../../server/src/service/base/localizer';
import { redact } from '../../server/src/service/redaction';
import { completionsIn } from '../support/completion';
import { assertMeansNothing, assertUntouched, lookalike, prototypeNames } from '../support/prototypeNames';
import { findingsOf, parseEdited, read, serviceWith, type ParseOptions } from '../support/service';
import { ticketOf } from '../support/ticket';

/** Documents with a name as a member wherever possible, and as code, message and RequestId. */
function documents(name: string): string[] {
  const member = `"${name}":`;
  const escaped = `"${Array.from(name, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}":`;
  return [
    `{${member}{"Response":{"Error":{"Code":"X"}}},"Response":{"RequestId":"r"}}`,
    `{${member}{"RequestId":"r","Error":{"Code":"X","Message":"m"}},"Response":{}}`,
    `{"Response":{${member}{"RequestId":"r"}}}`,
    `{"Response":{${member}{"Error":{"Code":"X"}},"RequestId":"r"}}`,
    `{"Response":{"Error":{${member}{"Code":"X","Message":"m"}},"RequestId":"r"}}`,
    `{"Response":{"Error":{"Code":"${name}","Message":"${name}",${member}1},"RequestId":"${name}",${member}[]},${member}0}`,
    `{"Response":{"Error":{"Code":"InternalError.${name}.Error","Message":"m"},"RequestId":"r"}}`,
    `{"Response":{"Error":{"Code":"${name}.InternalError","Message":"m"},"RequestId":"r"}}`,
    `{"Response":{${member}null,${member}{},"RequestId":"r","Error":null}}`,
    `{${escaped}1,"Response":{${escaped}"x","RequestId":"r","Error":{${escaped}"Code","Code":"X","Message":"m"}}}`,
    `{"Response":{"RequestId":"r","DeprecatedWarning":{${member}1},"Data":[{${member}{"Response":{"RequestId":1}}}]}}`,
    `{"action":"${name}",${member}"DescribeInstances","region":"${name}","Response":{"RequestId":"r"}}`,
    `{"RequestId":"r",${member}{"RequestId":1}}`,
    `{${member}`,
    `[${member}{"Response":{"RequestId":1}}]`,
  ];
}

const waysToRead: readonly ParseOptions[] = [
  {},
  { declared: true },
  { unwrapped: true },
  { languageId: 'jsonl', declared: true },
];

/** An object with an own property of that name, even for `__proto__`. */
function withMember(name: string, value: unknown): object {
  return JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`) as object;
}

/** All answers of the service that may contain a name. */
const answers: Readonly<Record<string, (name: string) => unknown>> = {
  'the envelopes': (name) => documents(name).map((text) => waysToRead.map((options) => read(text, options).envelopes)),
  'the findings': (name) => documents(name).map((text) => waysToRead.map((options) => findingsOf(text, options))),
  'the findings for a product': (name) => documents(name).map((text) => findingsOf(text, {}, { product: name })),
  'the findings, all rules on': (name) =>
    documents(name).map((text) =>
      findingsOf(text, {}, { rules: { 'member-beside-response': 'error', 'data-beside-error': 'error' } }),
    ),
  'the hovers, at every place': (name) =>
    documents(name).map((text) => {
      const service = serviceWith({ product: name });
      const document = parseEdited(text, { unwrapped: true });
      return Array.from(text, (_, offset) => service.doHover(document, document.text.positionAt(offset)));
    }),
  'code lenses, inlay hints and symbols': (name) =>
    documents(name).map((text) => {
      const commands = { explain: 'a', copyTicket: 'b', copyPolicy: 'policy', showRule: 'rule' };
      const service = serviceWith({ product: name, client: { commands } });
      const document = parseEdited(text, { unwrapped: true });
      return [
        service.getCodeLenses(document),
        service.getInlayHints(document, rangeOf(document.text, { offset: 0, length: text.length })),
        service.findDocumentSymbols(document),
      ];
    }),
  'completion, at every place': (name) =>
    documents(name).map((text) =>
      Array.from(text, (_, offset) =>
        completionsIn(text, offset, { declared: true, product: name, languageId: name })
          .concat(completionsIn(text, offset, { declared: true, product: name }))
          .slice(0, 5)
          .map((item) => [item, serviceWith().doResolve(item)]),
      ),
    ),
  'the explanations': (name) => {
    const service = serviceWith({ product: name });
    return [name, ` ${name}.`, `${name}.${name}.Error`, `InternalError.${name}.Error`].map((code) => {
      const explanation = service.explainCode(code);
      return [explanation, service.explanationMarkdown(explanation), service.explanationText(explanation)];
    });
  },
  'matches and misspellings': (name) => {
    const catalog = builtinCatalog();
    return [name, `${name}.x`, ` ${name}`, `Limit.${name}`].map((code) => {
      const match = catalog.match(code, name);
      return [match, catalog.misspellings(match, name), catalog.get(code), catalog.get(code, name)];
    });
  },
  'a catalog that has the name as a code and as a product': (name) => {
    const codes = withMember(name, 'Described.') as NonNullable<CatalogData['codes']>;
    const catalog = new Catalog([
      { scope: 'common', data: { schemaVersion: 1, codes } },
      { scope: 'product', data: { schemaVersion: 1, product: name, codes: withMember('Own', 'o') as typeof codes } },
    ]);
    const service = serviceWith({ catalog, product: name });
    const looked = [name, `${name}.x`, `${name}.`, `${name}x`, 'Own', 'Other'].map((code) => {
      const match = catalog.match(code, name);
      return [match, catalog.misspellings(match, name), catalog.match(code), service.explainCode(code)];
    });
    return [catalog.entries(), looked];
  },
  'the tickets': (name) =>
    documents(name)
      .slice(0, 12)
      .filter((text) => read(text).envelopes.length > 0)
      .map((text) => ticketOf(text, { file: name }, { product: name })),
  'tickets by a template that speaks of it': (name) =>
    [
      `{{${name}}}`,
      `{{{${name}}}}{{&${name}}}`,
      `{{code.${name}}}{{requestId.${name}}}`,
      `{{code.${name}.${name}}}{{code.constructor.${name}}}{{code.__proto__.${name}}}`,
      `{{#${name}}}yes{{/${name}}}{{^${name}}}no{{/${name}}}`,
      `{{#code.${name}}}yes{{/code.${name}}}{{#code}}{{${name}}}{{code}}{{/code}}`,
      `{{${name}}}{{requestId}}{{${name}}}{{code}}`,
      `{{>${name}}}`,
    ].map((template) => ticketOf(documents(name)[5], { template })),
  'what is taken out of texts': (name) =>
    [`${name}=AKIDz8krbsJ5yKBZQpn74`, `secretKey=${name}`, `token: ${name}`].map((text) => redact(text, english)),
  'rule settings': (name) => [
    readRuleSettings(withMember(name, 'error')),
    readRuleSettings({ 'empty-error': name }),
    isRuleId(name),
    isRuleSeverity(name),
  ],
  'declared documents': (name) => [
    isDeclared(name, [name]),
    isDeclared(`a/${name}.json`, [`${name}.json`]),
    isDeclared('a.json', [name]),
    isDeclared(`${name}/x`, [`${name}/**`, `!${name}`]),
  ],
};

describe('names of built-in JavaScript properties', () => {
  for (const [what, answer] of Object.entries(answers)) {
    it(`mean nothing to ${what}`, () => {
      for (const name of prototypeNames) {
        assertMeansNothing(name, answer(name), answer(lookalike(name)));
      }
    });
  }

  it('have no effect as members of the configuration', () => {
    const everything = {
      rules: { 'invalid-json': 'hint' },
      product: 'cvm',
      hover: { enabled: false },
      diagnostics: { enabled: false },
      codeLens: { enabled: false },
      inlayHints: { enabled: true },
      symbols: { enabled: false },
      completion: { enabled: false },
      files: { declared: ['*'] },
      recognition: { unwrapped: true },
      supportTemplate: 'x',
    };
    assert.notDeepEqual(readConfiguration(everything), defaultConfiguration);
    for (const name of prototypeNames) {
      const inside = Object.fromEntries(
        Object.entries(everything).map(([section, value]) => [section, withMember(name, value)]),
      );
      for (const value of [withMember(name, everything), inside, withMember(name, inside)]) {
        assert.deepEqual(readConfiguration(value), defaultConfiguration, name);
        assertUntouched();
      }
    }
  });

  it('are empty placeholders, however deep', () => {
    const text = '{"Response":{"Error":{"Code":"InternalError","Message":"m"},"RequestId":"r"}}';
    for (const path of [
      ...prototypeNames,
      ...prototypeNames.map((name) => `code.${name}`),
      'code.constructor.name',
      'code.constructor.constructor',
      'code.constructor.__proto__.constructor',
      'code.__proto__.__proto__.constructor',
      'failed.constructor.name',
    ]) {
      assert.equal(ticketOf(text, { template: `[{{${path}}}]{{code}}` }).text, '[]InternalError\n', path);
      assert.equal(ticketOf(text, { template: `[{{#${path}}}x{{/${path}}}]` }).text, '[]\n', path);
    }
  });
});
