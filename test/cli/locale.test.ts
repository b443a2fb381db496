import assert from 'node:assert/strict';
import { languageOfEnvironment, supportedLanguage } from '../../server/src/cli/usage/locale';
import { localizerFor } from '../../server/src/cli/usage/parseOptions';
import { run } from './run';

describe('command line: the display language', () => {
  for (const [locale, language] of [
    ['zh-CN', 'zh-cn'],
    ['zh-cn', 'zh-cn'],
    ['zh_CN.UTF-8', 'zh-cn'],
    ['zh_CN.GB18030@radical', 'zh-cn'],
    ['zh-Hans', 'zh-cn'],
    ['zh-Hans-CN', 'zh-cn'],
    ['ZH', 'zh-cn'],
    ['EN', 'en'],
    ['en_US.UTF-8', 'en'],
    ['en-GB', 'en'],
    ['zh-TW', undefined],
    ['zh-Hant', undefined],
    ['de', undefined],
    ['english', undefined],
    ['', undefined],
  ] as const) {
    it(`of ${locale || 'an empty locale'} is ${language ?? 'not supported'}`, () => {
      assert.equal(supportedLanguage(locale), language);
    });
  }

  it('is that of the first variable that is set', () => {
    const chinese = 'zh_CN.UTF-8';
    for (const [environment, language] of [
      [{}, 'en'],
      [{ LANG: chinese }, 'zh-cn'],
      [{ LANG: 'en_US.UTF-8', LC_MESSAGES: chinese }, 'zh-cn'],
      [{ LANG: chinese, LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
      [{ LANG: chinese, LC_MESSAGES: chinese, LC_ALL: 'C' }, 'en'],
      [{ LANG: chinese, LC_MESSAGES: '', LC_ALL: '' }, 'zh-cn'],
      [{ LANG: 'de_DE.UTF-8' }, 'en'],
    ] as const) {
      assert.equal(languageOfEnvironment(environment), language, JSON.stringify(environment));
    }
  });

  it('is that of --locale before that of the environment, and never that of an operand', () => {
    const languageFor = (...args: string[]): string => localizerFor(args, { LANG: 'zh_CN.UTF-8' }).language;
    assert.equal(languageFor('check', '.'), 'zh-cn');
    assert.equal(languageFor('check', '--locale', 'EN', '.'), 'en');
    assert.equal(languageFor('check', '--locale=en_US', '.'), 'en');
    assert.equal(languageFor('check', '--locale'), 'zh-cn');
    assert.equal(languageFor('check', '--', '--locale', 'en'), 'zh-cn');
    assert.equal(localizerFor(['explain', '--locale', 'zh'], {}).language, 'zh-cn');
  });

  it('holds for all that is printed', async () => {
    const { stdout } = await run(['explain', 'InternalError'], { env: { LC_ALL: '', LANG: 'zh_CN.UTF-8' } });
    assert.match(stdout, /^InternalError: .*[\u4e00-\u9fff]/);
  });
});
