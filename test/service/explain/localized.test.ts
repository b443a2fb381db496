import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinCatalog } from '../../../server/src/data/builtinData';
import { Catalog, displayLanguages, languageOfLocale, Localizer, rules } from '../../../server/src/service';
import { english } from '../../../server/src/service/base/localizer';
import { chinese } from '../../support/chinese';
import { ruleFixtures } from '../../support/ruleFixtures';
import { parse, parseEdited, serviceWith } from '../../support/service';
import { failure, ticketOf } from '../../support/ticket';

describe('the language of a locale', () => {
  for (const locale of ['zh', 'zh-cn', 'zh-CN', 'zh_CN.UTF-8', 'zh-Hans', 'zh-sg', 'zh-Hans-CN']) {
    it(`is Chinese: ${locale}`, () => assert.equal(languageOfLocale(locale), 'zh-cn'));
  }
  for (const locale of ['', 'en', 'en-US', 'de', 'C', 'zh-tw', 'zh-Hant', 'zha', 'tzh-cn']) {
    it(`is English: ${locale}`, () => assert.equal(languageOfLocale(locale), 'en'));
  }
});

describe('a text', () => {
  const l10n = new Localizer('zh-cn', { 'Hello {0}': '你好 {0}', '{0} of {1}': '{1} 中的 {0}' });

  it('is translated, or stays English if there is no translation', () => {
    assert.equal(english.t('Hello {0}', 'x'), 'Hello x');
    assert.equal(l10n.t('Hello {0}', 'x'), '你好 x');
    assert.equal(l10n.t('Goodbye {0}', 'x'), 'Goodbye x');
    assert.equal(english.t('Hello {0}', 'x'), 'Hello x');
  });

  it('inserts its arguments verbatim, in any order', () => {
    assert.equal(l10n.t('{0} of {1}', '{1}', 2), '2 中的 {1}');
    for (const each of [l10n, english]) {
      assert.equal(each.t('{0} and {1}', 'one'), 'one and {1}');
      assert.equal(each.t('constructor'), 'constructor');
    }
  });

  it('is in the language of its own service, even after another service failed', () => {
    const broken = { template: '{{#code}}' };
    assert.throws(() => ticketOf(failure('m'), broken, { language: 'zh-cn' }), chinese);
    assert.throws(() => ticketOf(failure('m'), broken), /: The setting apiResponse\.supportTemplate cannot be used: /);
    assert.match(ticketOf(failure('m')).text, /^Tencent Cloud API support request\n/);
  });
});

describe('the catalog in Chinese', () => {
  const folder = join(__dirname, '../../../../server/catalog');
  const files = readdirSync(join(folder, 'en'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );

  it('has the same files', () => {
    const translated = readdirSync(join(folder, 'zh-cn'), { recursive: true, encoding: 'utf8' });
    assert.deepEqual(translated.filter((name) => name.endsWith('.json')).sort(), files.sort());
  });

  for (const name of files) {
    const codesIn = (language: string): Record<string, string | Record<string, unknown>> =>
      (JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as { codes: never }).codes;
    const original = codesIn('en');
    const translated = codesIn('zh-cn');

    it(`${name} has the same codes`, () => assert.deepEqual(Object.keys(translated), Object.keys(original)));

    it(`${name} says of each as much, with the same facts`, () => {
      for (const [code, entry] of Object.entries(original)) {
        assert.deepEqual(formOf(translated[code]), formOf(entry), code);
      }
    });
  }

  /** Only texts that are not prose may equal their translation. */
  function formOf(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) {
      return key === 'related' ? value : value.length;
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, formOf(each, name)]));
    }
    return ['fault', 'retry', 'url', 'urlCn'].includes(key) ? value : typeof value;
  }
});

for (const language of displayLanguages) {
  describe(`every entry of the catalog in ${language}`, () => {
    it('is rendered whole, as Markdown and as text', () => {
      for (const { code, product = '', meaning = '', causes = [], steps = [] } of builtinCatalog(language).entries()) {
        const service = serviceWith({ language, product });
        const explanation = service.explainCode(code);
        const shown = service.explanationMarkdown(explanation);
        const text = service.explanationText(explanation);
        for (const part of [meaning, ...causes, ...steps]) {
          assert.ok(text.includes(part), `${code}: ${part}`);
        }
        assert.doesNotMatch(`${shown}${text}`, /undefined|\[object|\{\d\}/, code);
        if (language === 'zh-cn') {
          const prose = text.replace(/^(?:相关错误码|文档)：.*$/gm, '').replace(/`[^`]*`/g, '');
          const lines = prose.split('\n').filter((line) => /[a-z]{3} [a-z]{3} /i.test(line) && !chinese.test(line));
          assert.deepEqual(lines, [], code);
        }
      }
    });
  });
}

describe('text in Chinese', () => {
  const language = 'zh-cn';

  for (const { rule, name, text, options, settings, fires } of ruleFixtures()) {
    if (fires) {
      it(`is the finding of ${rule}/${name}`, () => {
        const { first } = serviceWith({ language, settings }).findings(parse(text, options));
        for (const { message, related = [] } of first) {
          assert.match(message, chinese);
          related.forEach((each) => assert.match(each.message, chinese));
        }
      });
    }
  }

  it('is the finding of every rule', () => {
    const fired = new Set(ruleFixtures().flatMap(({ rule, fires }) => (fires ? [rule] : [])));
    assert.equal(fired.size, rules.length);
  });

  it('is the hover, with the page of the China site', () => {
    const text = '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "x"}}';
    const document = parseEdited(text);
    const found = serviceWith({ language }).doHover(document, document.text.positionAt(34));
    const { value } = found?.contents as { value: string };
    assert.match(
      value,
      /^\*\*`InternalError`\*\* — 服务内部出错。\n\n公共错误码 · 责任方：服务端 · 重试：退避后重试\n/,
    );
    assert.match(value, /\[文档\]\(https:\/\/cloud\.tencent\.com\//);
  });

  it('is the lens, without the full stop', () => {
    const text = '{"Response": {"Error": {"Code": "InternalError", "Message": "m"}, "RequestId": "x"}}';
    const commands = { explain: 'e', copyTicket: 'c', copyPolicy: 'p', showRule: 'r' };
    const lenses = serviceWith({ language, client: { commands } }).getCodeLenses(parseEdited(text));
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['服务内部出错', '复制工单', '服务端 · 退避后重试'],
    );
  });

  it('is the ticket, with the secrets taken out of it', () => {
    const document = `${'\n'.repeat(6)}${JSON.stringify(failure('token=abcdefg'))}`;
    const { text, removed } = ticketOf(document, {}, { language });
    assert.equal(
      text,
      `腾讯云 API 工单

RequestId：ed93f3cb-f35e-473f-b9f3-0d451b8b79c6
错误码：AuthFailure.SignatureFailure（${builtinCatalog(language).get('AuthFailure.SignatureFailure')?.description}）
错误信息：token=[已去除]
产品：（请填写）
接口：（请填写）
地域：（请填写）
出处：log/call.json，第 7 行
本地时间：2025-10-30 21:33:38 +08:00
UTC 时间：2025-10-30 13:33:38 UTC

期望结果：
调用成功。

复现步骤：
1. 调用接口。
2. 响应为失败，错误码为 AuthFailure.SignatureFailure。

已从工单中去除敏感信息：令牌。
`,
    );
    assert.deepEqual(removed, ['token']);
  });

  it("surrounds the text of a user's own code in another language", () => {
    const catalog = new Catalog([
      { scope: 'product', data: { schemaVersion: 1, product: 'own', codes: { Mine: 'Mine.' } } },
    ]);
    const service = serviceWith({ language, catalog });
    assert.equal(service.explanationText(service.explainCode('Mine')), 'Mine: 在 own 中：Mine.\n\n若由 own 返回\n');
  });
});
