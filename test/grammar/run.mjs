// Tests of the injection grammar, with VS Code's JSON grammars from the npm package tm-grammars.
//
//   node test/grammar/run.mjs                      run
//   node test/grammar/run.mjs --updateSnapshot     rewrite the golden files in snapshots/ (refused when CI is set)
//   node test/grammar/run.mjs --base=DIR           with the grammars of an installed VS Code: …/extensions/json/syntaxes
//
// cases/*.test         vscode-tmgrammar-test files. On top of the tool's own check, a mark that no assertion asks for is a
//                      failure: what a file does not claim is claimed to be unmarked. Each runs as json, jsonc and jsonl.
// snapshots/*.fixture  documents whose scopes are compared with NAME.snap, e.g. where assertions cannot be written.
// Both                 must have the same scopes as without the injection, apart from its own.
// costs                huge lines must not take much longer than without the injection.
//
// The files have extensions unknown to formatters, since their columns and line ends matter.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { createRegistry } = require('vscode-tmgrammar-test/dist/common/index.js');
const { parseGrammarTestCase, runGrammarTestCase } = require('vscode-tmgrammar-test/dist/unit/index.js');
const { getVSCodeTokens, renderSnap } = require('vscode-tmgrammar-test/dist/snapshot/index.js');

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const options = process.argv.slice(2);
const update = options.includes('--updateSnapshot') || options.includes('-u');
const baseFolder = options.find((option) => option.startsWith('--base='))?.slice('--base='.length);
if (update && process.env.CI) {
  console.error('Golden files are not rewritten when CI is set.');
  process.exit(2);
}

const scopes = { json: 'source.json', jsonc: 'source.json.comments', jsonl: 'source.json.lines' };
const tmGrammars = {
  json: () => require.resolve('tm-grammars/grammars/json.json'),
  jsonc: () => require.resolve('tm-grammars/grammars/jsonc.json'),
  jsonl: () => require.resolve('tm-grammars/grammars/jsonl.json'),
};
const baseGrammars = Object.entries(scopes).map(([language, scopeName]) => ({
  language,
  scopeName,
  path: baseFolder
    ? path.resolve(baseFolder, `${language.toUpperCase()}.tmLanguage.json`)
    : tmGrammars[/** @type {keyof typeof scopes} */ (language)](),
}));
const injection = {
  path: path.join(root, 'syntaxes/api-response.injection.tmLanguage.json'),
  scopeName: 'api-response.injection',
  injectTo: ['source.json'],
};
const withInjection = createRegistry([...baseGrammars, injection]);
const withoutInjection = createRegistry(baseGrammars);

/** The scopes of marks; each mark has exactly one. */
const isMark = (scope) => /^(keyword|constant)\.other\..+\.api-response$/.test(scope);

let passed = 0;
let failed = 0;

async function check(name, problemsOf) {
  const problems = await problemsOf().catch((error) => [String(error.stack ?? error)]);
  if (problems.length === 0) {
    passed++;
    return;
  }
  failed++;
  console.error(`✖ ${name}`);
  for (const problem of problems) console.error(`    ${problem}`);
}

async function assertionProblems(testCase) {
  const failures = await runGrammarTestCase(withInjection, testCase);
  const problems = failures.map(
    ({ line, start, end, missing, unexpected, actual }) =>
      `line ${line + 1}, columns ${start}-${end}: missing [${missing}], unexpected [${unexpected}], actual [${actual}]`,
  );
  const lines = await getVSCodeTokens(withInjection, testCase.metadata.scope, testCase.source.join('\n'));
  lines.forEach(({ src, tokens }, lineNumber) => {
    const assertions = testCase.assertions.find((one) => one.sourceLineNumber === lineNumber)?.scopeAssertions ?? [];
    for (const token of tokens) {
      for (const mark of token.scopes.filter(isMark)) {
        const claimed = assertions.some(
          ({ from, to, scopes }) => from <= token.startIndex && token.endIndex <= to && scopes.includes(mark),
        );
        if (!claimed) problems.push(`${mark} on ${src.slice(token.startIndex, token.endIndex)} in: ${src}`);
      }
    }
  });
  return problems;
}

/** The tokens of any of the three base grammars, with adjacent equal ones joined. */
async function baseTokens(registry, scope, text) {
  const lines = await getVSCodeTokens(registry, scope, text);
  return lines.map(({ src, tokens }) => {
    const parts = [];
    for (const { startIndex, endIndex, scopes } of tokens) {
      const kept = scopes.filter((one) => !one.endsWith('.api-response'));
      const names = kept.map((one) => one.replace(/\.json\.(comments|lines)$/, '.json')).join(' ');
      const last = parts.at(-1);
      if (last?.names === names) last.text += src.slice(startIndex, endIndex);
      else parts.push({ names, text: src.slice(startIndex, endIndex) });
    }
    return parts.map((part) => `${part.text} → ${part.names}`).join('\n');
  });
}

async function baseProblems(scope, text) {
  const [actual, expected] = await Promise.all([
    baseTokens(withInjection, scope, text),
    baseTokens(withoutInjection, scope, text),
  ]);
  const line = actual.findIndex((one, index) => one !== expected[index]);
  return line < 0 ? [] : [`line ${line + 1} with the injection:\n${actual[line]}\n  without:\n${expected[line]}`];
}

async function snapshotProblems(file, scope, text) {
  const golden = `${file}.snap`;
  const actual = `${renderSnap(await getVSCodeTokens(withInjection, scope, text))}\n`;
  if (update) writeFileSync(golden, actual);
  if (!existsSync(golden)) return ['no golden file; run with --updateSnapshot and look at what it writes'];
  const expected = readFileSync(golden, 'utf8');
  if (actual === expected) return [];
  const [actualLines, expectedLines] = [actual.split('\n'), expected.split('\n')];
  const line = actualLines.findIndex((one, index) => one !== expectedLines[index]);
  return [`line ${line + 1} is:     ${actualLines[line]}`, `line ${line + 1} should: ${expectedLines[line]}`];
}

async function costProblems(text) {
  const [slow, plain] = await Promise.all(
    [withInjection, withoutInjection].map((registry) => registry.loadGrammar(scopes.jsonc)),
  );
  // CPU time, which does not depend on other load.
  const milliseconds = (grammar) => {
    const before = process.cpuUsage();
    grammar.tokenizeLine2(text, null);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const [actual, base] = [milliseconds(slow), milliseconds(plain)];
  return actual <= 10 * base + 300 ? [] : [`${actual.toFixed()} ms, without the injection ${base.toFixed()} ms`];
}

const filesIn = (folder, extension) =>
  readdirSync(path.join(here, folder))
    .filter((name) => name.endsWith(extension))
    .map((name) => path.join(here, folder, name));

for (const file of filesIn('cases', '.test')) {
  const testCase = parseGrammarTestCase(readFileSync(file, 'utf8'));
  for (const scope of Object.values(scopes)) {
    const name = `${path.basename(file)} as ${scope}`;
    const inScope = { ...testCase, metadata: { ...testCase.metadata, scope } };
    await check(`${name}: assertions`, () => assertionProblems(inScope));
    await check(`${name}: the rest as usual`, () => baseProblems(scope, testCase.source.join('\n')));
  }
}

for (const file of filesIn('snapshots', '.fixture')) {
  const scope = scopes[file.split('.').at(-2)];
  const text = readFileSync(file, 'utf8');
  await check(`${path.basename(file)}: golden`, () => snapshotProblems(file, scope, text));
  await check(`${path.basename(file)}: the rest as usual`, () => baseProblems(scope, text));
}
for (const file of filesIn('snapshots', '.snap')) {
  await check(`${path.basename(file)}: has a fixture`, async () =>
    existsSync(file.slice(0, -'.snap'.length)) ? [] : ['golden file without a fixture'],
  );
}

const item = '{"Id":"ins-1","Name":"\\"{}","Error":{"Code":"x"},"RequestId":"r"},';
const costs = {
  'a payload of 350 kB': `{"Response":{"Set":[${item.repeat(5000)}0],"RequestId":"r"}}`,
  'an object of 350 kB that is no response': `{"Set":[${item.repeat(5000)}0]}`,
  '5,000 envelopes': `[${'{"Response":{"RequestId":"r"}},'.repeat(5000)}0]`,
  'comments that never end': `{"a":[${'"Response"/*,'.repeat(3000)}`,
  'comments that never end, after the colon': `{${'"Response":/*,'.repeat(3000)}`,
  'spaces before a value that is not an object': `{${`"Response":${' '.repeat(1000)}1,`.repeat(300)}"a":1}`,
};
for (const [name, text] of Object.entries(costs)) await check(`cost of ${name}`, () => costProblems(text));

const results = path.join(root, 'out/test-results');
mkdirSync(results, { recursive: true });
writeFileSync(
  path.join(results, 'grammar.json'),
  `${JSON.stringify({ suite: 'grammar', passed, failed, skipped: 0 })}\n`,
);
console.log(`grammar: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
