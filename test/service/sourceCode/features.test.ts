import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import type { Settings } from '../../../server/src/service';
import { apply, completionsIn } from '../../support/completion';
import { parseCursor } from '../../support/markers';
import { parse, serviceWith } from '../../support/service';
import { sourceCatalog } from '../../support/sourceCatalog';

const catalog = sourceCatalog();
const cvm = 'import cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\n';

function hoverAt(marked: string, settings: Partial<Settings> = {}): string | undefined {
  const { text, offset } = parseCursor(marked);
  const document = parse(text, { languageId: 'go' });
  const hover = serviceWith({ catalog, settings }).doHover(document, document.text.positionAt(offset));
  return hover && MarkupContent.is(hover.contents) ? hover.contents.value : undefined;
}

describe('hover in source code', () => {
  it('explains a literal as the imported product means it', () => {
    assert.match(hoverAt(`${cvm}code == "ResourceNotFound.<|>InstanceNotFound"`) ?? '', /There is no such instance\./);
  });

  it('explains a constant of the SDK', () => {
    assert.match(
      hoverAt(`${cvm}code == cvm.RESOURCENOTFOUND_INSTANCE<|>NOTFOUND`) ?? '',
      /There is no such instance\./,
    );
  });

  it('says the same as in a response', () => {
    const inSource = hoverAt(`${cvm}code == "<|>AuthFailure.SignatureFailure"`);
    const { text, offset } = parseCursor(
      '{"Response": {"Error": {"Code": "<|>AuthFailure.SignatureFailure", "Message": "m"}, "RequestId": "r"}}',
    );
    const document = parse(text);
    const inResponse = serviceWith({ catalog }).doHover(document, document.text.positionAt(offset));
    assert.deepEqual(inSource, (inResponse?.contents as MarkupContent).value);
  });

  for (const [where, marked] of Object.entries({
    'in a comment': `${cvm}// "Resource<|>NotFound.InstanceNotFound"`,
    'beside a code': `${cvm}code == <|> "ResourceNotFound.InstanceNotFound"`,
    'in a file that does not name the SDK': 'code == "Resource<|>NotFound.InstanceNotFound"',
  })) {
    it(`is silent ${where}`, () => assert.equal(hoverAt(marked), undefined));
  }

  it('is silent if source code is switched off', () => {
    assert.equal(hoverAt(`${cvm}code == "<|>ResourceNotFound"`, { sourceCode: false }), undefined);
  });
});

describe('completion in source code', () => {
  const completions = (marked: string): ReturnType<typeof completionsIn> => {
    const { text, offset } = parseCursor(marked);
    return completionsIn(text, offset, { languageId: 'go', catalog });
  };
  const labels = (marked: string): string[] => completions(marked).map(({ label }) => label);

  for (const [where, marked] of Object.entries({
    'in a literal that is compared with a code': `${cvm}if e.Code == "<|>" {`,
    'in one that is still open': `${cvm}if e.Code == "<|>\nreturn`,
    'in one that is assigned to a code': `${cvm}retryCode := "Res<|>"`,
    'in a list of codes': `${cvm}var codes = []string{\n\t"InternalError",\n\t"<|>",\n}`,
    'in one that begins like a code': `${cvm}x := f("ResourceNotFound.<|>")`,
  })) {
    it(`offers the codes of the imported product and common ones ${where}`, () => {
      const offered = labels(marked);
      assert.ok(offered.includes('ResourceNotFound.InstanceNotFound'), marked);
      assert.ok(offered.includes('AuthFailure.SignatureFailure'), marked);
      assert.ok(!offered.includes('FailedOperation.TeapotBusy'), marked);
      assert.equal(offered.length, new Set(offered).size);
    });
  }

  it('offers the codes of all imported products', () => {
    const teapot = cvm.replaceAll('cvm', 'teapot');
    const offered = labels(`${cvm}${teapot}if e.Code == "<|>" {`);
    assert.ok(offered.includes('ResourceNotFound.InstanceNotFound'));
    assert.ok(offered.includes('FailedOperation.TeapotBusy'));
  });

  for (const [where, marked] of Object.entries({
    'in other literals': `${cvm}x := "Res<|>"`,
    'outside of literals': `${cvm}if e.Code == <|> {`,
    'in comments': `${cvm}// if e.Code == "<|>"`,
    'after text that is no code': `${cvm}if e.Code == "see: <|>" {`,
    'in a file that does not name the SDK': 'if e.Code == "<|>" {',
  })) {
    it(`offers nothing ${where}`, () => assert.deepEqual(labels(marked), []));
  }

  it('replaces the code around the cursor, and no more', () => {
    const marked = `${cvm}if e.Code == "ResourceNot<|>Found.X" || e.Code == "y" {`;
    const { text, offset } = parseCursor(marked);
    const item = completions(marked).find(({ label }) => label === 'ResourceNotFound.InstanceNotFound');
    assert.ok(item);
    assert.equal(
      apply(text, offset, item),
      `${cvm}if e.Code == "ResourceNotFound.InstanceNotFound" || e.Code == "y" {`,
    );
  });
});

describe('findings in source code', () => {
  const text = `${cvm}if code == "FailedOperation.TeapotBusy" || code == "ResourceNotFound.InstanceNotFoundd" {`;
  const messages = (settings: Partial<Settings> = {}, language: 'en' | 'zh-cn' = 'en'): string[] =>
    serviceWith({ catalog, settings, language })
      .doValidation(parse(text, { languageId: 'go' }))
      .map(({ message, severity }) => `${severity} ${typeof message === 'string' ? message : ''}`);

  it('say what is odd about a code', () => {
    assert.deepEqual(messages(), [
      '4 "FailedOperation.TeapotBusy" is a code of teapot, but this file imports cvm.',
      '4 "ResourceNotFound.InstanceNotFoundd" is not in any list of the SDK; did you mean "ResourceNotFound.InstanceNotFound"?',
    ]);
  });

  it('say so in Chinese', () => {
    assert.deepEqual(messages({}, 'zh-cn'), [
      '4 "FailedOperation.TeapotBusy" 是 teapot 的错误码，而此文件导入的是 cvm。',
      '4 "ResourceNotFound.InstanceNotFoundd" 不在 SDK 的任何列表中；是否应为 "ResourceNotFound.InstanceNotFound"？',
    ]);
  });

  it('have the severity of the settings', () => {
    const rules = { 'foreign-code-in-source': 'off', 'unlisted-code-in-source': 'warning' } as const;
    assert.deepEqual(
      messages({ rules }).map((message) => message.slice(0, 4)),
      ['2 "R'],
    );
  });

  it('are none if source code is switched off', () => assert.deepEqual(messages({ sourceCode: false }), []));
});
