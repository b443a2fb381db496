import assert from 'node:assert/strict';
import { checkFile } from '../../server/src/cli/checking/checkFile';
import { inMemory } from '../../server/src/cli/input/openInput';
import { jsonReporter } from '../../server/src/cli/reporters/jsonReporter';
import { defaultSettings, rules, type RuleSeverity } from '../../server/src/service';
import { english } from '../../server/src/service/base/localizer';
import { redact } from '../../server/src/service/redaction';
import { defaultTemplate } from '../../server/src/service/ticket/template';
import { reported } from '../cli/reported';
import { place } from '../support/madeUpSecrets';
import { placements } from '../support/secretPlacements';
import { parse, rulesOf, serviceWith, type ParseOptions } from '../support/service';
import { blocksOf, firstCells, readText, sectionsOf } from './markdown';

/** All rules are on, since an example must not break another rule. */
const allOn = Object.fromEntries(rules.map(({ meta }) => [meta.id, 'warning' as const]));

function rulesBrokenBy(text: string, options: ParseOptions): string[] {
  return rulesOf(text, options, { rules: allOn });
}

describe('docs/rules.md', () => {
  const sections = new Map(sectionsOf(readText('docs/rules.md')).map((section) => [section.heading, section]));

  for (const { id, severity } of rules.map(({ meta }) => meta)) {
    it(`shows how ${id} is broken and kept`, () => {
      const { text } = sections.get(id)!;
      const declared = /^In declared documents only/m.test(text);
      const languageId = /^In \[source code\]/m.test(text) ? 'go' : 'json';
      const examples = blocksOf(text, languageId).map((example) => rulesBrokenBy(example, { declared, languageId }));
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
  const parsed = parse(document);
  const placeholders = firstCells(page).flatMap((cell) => /^\{\{(\w+)\}\}$/.exec(cell)?.[1] ?? []);

  const withItems = parse('{"Response": {"Items": [{"Code": "InternalError"}], "RequestId": "r"}}');

  const ticket = (template?: string, source = parsed): string => {
    const [envelope] = source.envelopes();
    if (!envelope) {
      throw new Error('The page has no document with a response.');
    }
    const time = { epoch: Date.UTC(2025, 9, 30, 13, 33, 38), offset: 480 };
    const request = { envelope, file: 'logs/failed-call.json', time };
    return serviceWith().createTicket(source, { ...request, ...(template === undefined ? {} : { template }) }).text;
  };

  it('shows the built-in template and one of the user’s own as they are filled in', () => {
    const template = (JSON.parse(settings) as Record<string, string>)['apiResponse.supportTemplate'] ?? '';
    assert.deepEqual(blocksOf(page, 'text'), [ticket(), ticket(template)]);
  });

  it('lists placeholders that exist', () => {
    const filled = placeholders.map((name) => {
      const source = name === 'itemCodes' ? withItems : parsed;
      return ticket(`{{#${name}}}yes{{/${name}}}`, source).split('\n', 1)[0];
    });
    assert.deepEqual(
      filled,
      placeholders.map(() => 'yes'),
    );
  });

  it('lists all placeholders of the built-in template and of the setting’s description', () => {
    const used = [...defaultTemplate('en').matchAll(/\{\{[#^/]?(\w+)\}\}/g)].map(([, name = '']) => name);
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

  it('names the kinds of secrets', () => {
    const all = Object.values(placements).flat();
    const secrets = all.map(({ template, title }) => place(template, title).text).join('\n\n');
    const rows = sectionsOf(page)
      .filter(({ heading }) => heading === 'What is taken out')
      .flatMap(({ text }) => [...text.matchAll(/^\| ([\w -]+?) +\|/gm)].map(([, cell]) => cell))
      .filter((cell) => cell !== 'named' && !/^-+$/.test(cell ?? ''));
    assert.deepEqual(rows, [...redact(secrets, english).removed]);
  });
});

describe('docs/command-line.md', () => {
  it('shows the JSON form as it is', () => {
    const page = readText('docs/command-line.md');
    const [text = '', output = ''] = blocksOf(page, 'json');
    const { files } = JSON.parse(output) as { files: unknown[] };
    const job = { format: 'json', language: 'en', settings: defaultSettings, declared: [], unwrapped: false } as const;
    const service = serviceWith();
    const checked = checkFile(inMemory({ path: 'mocks/a.json' }, Buffer.from(text)), job, service);
    const written = Array.from(jsonReporter(service).file(checked), (fragment) => fragment.text);
    assert.deepEqual(files, [JSON.parse(written.join(''))]);
  });

  it('shows all other forms as they are', async () => {
    const page = readText('docs/command-line.md');
    const error = { Code: 'AuthFailure.SignatureFailure', Message: 'Signature error.' };
    const files = {
      'mocks/a.json': JSON.stringify({ Response: { Error: error, RequestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6' } }),
      'mocks/b.json': '{\n  "Response": {}\n}\n',
    };
    const declared = ['mocks/*.json'];
    const [failure] = (await reported(files, { declared, failures: true })).split('\n');
    const [text, github] = [await reported(files, { declared }), await reported(files, { declared, format: 'github' })];
    assert.deepEqual(blocksOf(page, 'text').slice(0, 3), [text, `${failure}\n`, github]);
    const issues = JSON.parse(blocksOf(page, 'json')[2] ?? '') as unknown;
    assert.deepEqual(issues, JSON.parse(await reported(files, { declared, format: 'gitlab' })));
  });
});
