import assert from 'node:assert/strict';
import { rules } from '../../server/src/service';
import { localizedTextsIn } from '../support/strings';
import { readText } from './markdown';

type Strings = Readonly<Record<string, string>>;

const read = (path: string): Strings => JSON.parse(readText(path)) as Strings;

/** The placeholders, such as `{0}`, each once. */
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

/** The identifiers, which are not translated. */
const identifiers = (text: string): string[] => (text.match(/`[^`]+`/g) ?? []).sort();

const chinese = /[\u4e00-\u9fff]/;

describe('the texts of client, server and command line', () => {
  const descriptions = rules.map(({ meta: { id, description } }) => ({ place: `the rule ${id}`, text: description }));
  const texts = [...localizedTextsIn('client/src', 'server/src'), ...descriptions];
  const bundle = read('l10n/bundle.l10n.zh-cn.json');

  it('are literals, so that they can be found', () => {
    assert.deepEqual(
      texts.filter(({ text }) => text === undefined),
      [],
    );
  });

  it('are exactly those of the bundle', () => {
    const used = new Set(texts.map(({ text }) => text));
    const places = texts.filter(({ text = '' }) => !Object.hasOwn(bundle, text));
    assert.deepEqual(places, [], 'Translate them in l10n/bundle.l10n.zh-cn.json.');
    assert.deepEqual(
      Object.keys(bundle).filter((text) => !used.has(text)),
      [],
      'These are no longer used.',
    );
  });

  for (const [english, translated] of Object.entries(bundle)) {
    it(`keep placeholders and identifiers when translated: ${english}`, () => {
      assert.deepEqual(placeholders(translated), placeholders(english));
      assert.deepEqual(identifiers(translated), identifiers(english));
    });
  }
});

describe('the texts of the manifest', () => {
  const manifest = readText('package.json');
  const english = read('package.nls.json');
  const translated = read('package.nls.zh-cn.json');
  const used = [...new Set([...manifest.matchAll(/"%([^"%]+)%"/g)].map(([, key = '']) => key))].sort();

  it('are exactly those in English', () => assert.deepEqual(Object.keys(english).sort(), used));
  it('are exactly those in Chinese', () => assert.deepEqual(Object.keys(translated).sort(), used));

  it('are nowhere else', () => {
    const texts = /"(?:title|category|markdownDescription|contents|displayName)": "(?!%)[^"]*"/g;
    assert.deepEqual(manifest.match(texts) ?? [], []);
  });

  for (const [key, text] of Object.entries(translated)) {
    it(`are in Chinese, with the same identifiers: ${key}`, () => {
      assert.match(text, chinese);
      assert.deepEqual(identifiers(text), identifiers(english[key] ?? ''));
    });
  }
});
