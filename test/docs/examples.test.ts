import assert from 'node:assert/strict';
import { builtinCatalog } from '../../server/src/builtin';
import { checkFile, reportOf } from '../../server/src/cli/checkFile';
import {
  createTicket,
  defaultSettings,
  findings,
  readDocument,
  rules,
  type RuleSeverity,
} from '../../server/src/service';
import { redact } from '../../server/src/service/ticket/redaction';
import { defaultTemplate } from '../../server/src/service/ticket/template';
import { blocksOf, firstCells, readText, sectionsOf } from './markdown';

/** All rules switched on, since an example must not break another one. */
const allOn = Object.fromEntries(rules.map(({ meta }) => [meta.id, 'warning' as const]));

function rulesBrokenBy(text: string, languageId: string): string[] {
  const document = readDocument(text, { languageId, declared: false, unwrapped: false });
  return findings(document, text, builtinCatalog(), { ...defaultSettings, rules: allOn }).map(({ rule }) => rule);
}

describe('docs/rules.md', () => {
  const sections = new Map(sectionsOf(readText('docs/rules.md')).map((section) => [section.heading, section]));

  for (const { id, severity } of rules.map(({ meta }) => meta)) {
    it(`shows how ${id} is broken and kept`, () => {
      const { text } = sections.get(id)!;
      const languageId = /^In declared documents only/m.test(text) ? 'api-response' : 'json';
      const examples = blocksOf(text, 'json').map((example) => rulesBrokenBy(example, languageId));
      assert.deepEqual(examples, [[id], []]);
    });

    it(`shows how ${id} is set`, () => {
      const { text } = sections.get(id)!;
      const [how, value] = howToSet(severity);
      assert.equal(
        text.split(`**How to turn it ${how}.** \`"apiResponse.rules": { "${id}": "${value}" }\`\n`).length,
        2,
      );
    });
  }
});

function howToSet(severity: RuleSeverity): [string, string] {
  return severity === 'off' ? ['on', 'warning'] : ['off', 'off'];
}

describe('docs/ticket.md', () => {
  const page = readText('docs/ticket.md');
  const [document = '', settings = ''] = blocksOf(page, 'json');
  const { envelopes } = readDocument(document, { languageId: 'json', declared: false, unwrapped: false });
  const [envelope] = envelopes;
  const placeholders = firstCells(page).flatMap((cell) => /^\{\{(\w+)\}\}$/.exec(cell)?.[1] ?? []);

  const ticket = (template?: string): string => {
    if (!envelope) {
      throw new Error('The page has no document with a response.');
    }
    const line = document.slice(0, envelope.span.offset).split('\n').length;
    const time = { epoch: Date.UTC(2025, 9, 30, 13, 33, 38), offset: 480 };
    const request = { text: document, envelope, envelopes, file: 'logs/failed-call.json', line, time };
    return createTicket(builtinCatalog(), { ...request, ...(template === undefined ? {} : { template }) }).text;
  };

  it('shows the built-in template and one of the user’s own as they are filled in', () => {
    const template = (JSON.parse(settings) as Record<string, string>)['apiResponse.supportTemplate'] ?? '';
    assert.deepEqual(blocksOf(page, 'text'), [ticket(), ticket(template)]);
  });

  it('lists placeholders that exist', () => {
    const filled = placeholders.map((name) => ticket(`{{#${name}}}yes{{/${name}}}`).split('\n', 1)[0]);
    assert.deepEqual(
      filled,
      placeholders.map(() => 'yes'),
    );
  });

  it('lists all placeholders of the built-in template and of the setting’s description', () => {
    const used = [...defaultTemplate().matchAll(/\{\{[#^/]?(\w+)\}\}/g)].map(([, name = '']) => name);
    const texts = JSON.parse(readText('package.nls.json')) as Readonly<Record<string, string>>;
    const list = /Placeholders such as .*?: (.*?);/.exec(texts['setting.supportTemplate'] ?? '')?.[1] ?? '';
    const described = [...list.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    assert.deepEqual(
      [...new Set([...used, ...described])].filter((name) => !placeholders.includes(name)),
      [],
    );
    assert.deepEqual(
      described.filter((name) => name === 'requestId' || name === 'utcTime'),
      ['requestId', 'utcTime'],
    );
  });

  it('names what is taken out', () => {
    const secrets = [
      'Authorization: TC3-HMAC-SHA256 x',
      'q-ak=x',
      'SecretKey: x',
      'SecretId: x',
      'token: x',
      'Signature: x',
    ].join('\n');
    const rows = sectionsOf(page)
      .filter(({ heading }) => heading === 'What is taken out')
      .flatMap(({ text }) => [...text.matchAll(/^\| ([\w -]+?) +\|/gm)].map(([, cell]) => cell))
      .filter((cell) => cell !== 'named' && !/^-+$/.test(cell ?? ''));
    assert.deepEqual(rows, [...redact(secrets).removed]);
  });
});

describe('docs/command-line.md', () => {
  it('shows the JSON form as it is', () => {
    const page = readText('docs/command-line.md');
    const [text = '', output = ''] = blocksOf(page, 'json');
    const { files } = JSON.parse(output) as { files: unknown[] };
    const options = { settings: defaultSettings, declared: [], unwrapped: false };
    const checked = checkFile('mocks/a.json', false, 'json', text, builtinCatalog(), options);
    assert.deepEqual(files, [reportOf(checked, builtinCatalog(), options.settings)]);
  });
});
