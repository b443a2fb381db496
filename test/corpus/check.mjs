// Tests the command line on real inputs, which are not part of this project.   node test/corpus/check.mjs DIR
//
// DIR/manifest.json   [{"file": "positive/a.json", "expect": {"cls": "error", "code": "…", "requestId": "…"}}, …]
// DIR/positive/       responses: recognised, with the status and the code of the manifest
// DIR/negative/       no responses: nothing recognised, nothing found
// DIR/ambiguous/      the inside of responses: nothing recognised, nothing found, unless the user opts in
// DIR/sdk-string/     exception texts of SDKs: recognised, with the code and the RequestId of the manifest
// DIR/*.jsonl.gz      many texts, one a line: {"text": "…", "label": "success"}; no errors in those labelled a success
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const [directory] = process.argv.slice(2);
if (!directory || !existsSync(join(directory, 'manifest.json'))) {
  console.error('Usage: node test/corpus/check.mjs DIR, where DIR has a manifest.json.');
  process.exit(2);
}

const manifest = new Map(
  JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')).map((each) => [each.file, each]),
);
let failures = 0;

function fail(file, problem) {
  failures++;
  console.log(`✘ ${file}: ${problem}`);
}

/** The reports of `check`, by path. */
function check(paths) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', ...paths], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error || stderr !== '' || (status !== 0 && status !== 1)) {
    throw error ?? new Error(`check ended with ${status}: ${stderr}`);
  }
  return new Map(JSON.parse(stdout).files.map((file) => [file.path, file]));
}

function filesIn(folder) {
  const path = join(directory, folder);
  return existsSync(path)
    ? readdirSync(path)
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];
}

/** Checks the files of a folder that `accepts` accepts; `judge` returns what is wrong with each. */
function checkFolder(folder, accepts, judge) {
  const all = filesIn(folder);
  const files = all.filter(accepts);
  const reports = files.length > 0 ? check(files.map((file) => join(directory, file))) : new Map();
  let good = 0;
  for (const file of files) {
    const problems = judge(reports.get(join(directory, file)), manifest.get(file)?.expect ?? {}, file);
    problems.forEach((problem) => fail(file, problem));
    good += problems.length === 0 ? 1 : 0;
  }
  console.log(`${folder}: ${good} of ${files.length} as expected, ${all.length - files.length} skipped`);
}

function judgeResponse({ envelopes, findings }, expect, file) {
  const [first] = envelopes;
  if (expect.requestIdOutside) {
    return silence({ envelopes, findings });
  }
  if (!isJson(file)) {
    return findings.some(({ rule }) => rule === 'invalid-json') ? [] : ['is no JSON, which was not reported'];
  }
  if (!first) {
    return ['was not recognised'];
  }
  // An empty `Error` makes a success a failure, since it is present.
  const status = expect.cls === 'success' ? 'success' : 'failure';
  const wrong = (what, actual, expected) =>
    expected === undefined || actual === expected
      ? []
      : [`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
  return [
    ...wrong('number of responses', envelopes.length, 1),
    ...wrong('status', first.status, status),
    ...wrong('code', first.error?.code ?? null, expect.code ?? (status === 'success' ? null : undefined)),
    ...wrong('RequestId', first.requestId, expect.requestId),
    ...(expect.cls === 'success' ? errorsOf(findings) : []),
  ];
}

/** A text with a failure, and its code in the manifest, or null if it has none. */
function judgeFirst({ envelopes }, expect) {
  const failure = envelopes.find(({ status }) => status === 'failure');
  if (!failure) {
    return ['was not recognised'];
  }
  return ['code', 'requestId'].flatMap((name) => {
    const actual = name === 'code' ? failure.error.code : failure.requestId;
    return expect[name] === undefined || actual === expect[name]
      ? []
      : [`${name} is ${JSON.stringify(actual)}, not ${JSON.stringify(expect[name])}`];
  });
}

function isJson(file) {
  try {
    JSON.parse(readFileSync(join(directory, file), 'utf8').replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

function silence({ envelopes, findings }) {
  return [...envelopes.map(({ range }) => `recognised at line ${range.start.line + 1}`), ...findings.map(describe)];
}

function errorsOf(findings) {
  return findings.filter(({ severity }) => severity === 'error').map(describe);
}

function describe({ rule, severity, message, range }) {
  return `line ${range.start.line + 1}: ${severity} ${message} [${rule}]`;
}

/** Checks a file of many texts. */
function checkTexts(name) {
  const lines = gunzipSync(readFileSync(join(directory, name)))
    .toString('utf8')
    .split('\n');
  const texts = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    const fileOf = (index) => join(folder, `${String(index).padStart(6, '0')}.json`);
    texts.forEach(({ text }, index) => writeFileSync(fileOf(index), text));
    const reports = check([folder]);
    const counts = {};
    texts.forEach(({ label, path, block }, index) => {
      const { envelopes, findings } = reports.get(fileOf(index));
      const count = (counts[label] ??= { texts: 0, recognised: 0, failures: 0, findings: {} });
      count.texts++;
      count.recognised += envelopes.length > 0 ? 1 : 0;
      count.failures += envelopes.some(({ status }) => status === 'failure') ? 1 : 0;
      findings.forEach(({ rule }) => (count.findings[rule] = (count.findings[rule] ?? 0) + 1));
      if (label === 'success') {
        errorsOf(findings).forEach((problem) => fail(`${name}, ${path} ${block}`, problem));
      }
    });
    for (const [label, { texts: total, recognised, failures: failed, findings }] of Object.entries(counts)) {
      const found = Object.entries(findings).map(([rule, times]) => `${rule} ${times}`);
      console.log(
        `${name}, ${label}: ${total} texts, ${recognised} recognised, ${failed} failures; ${found.join(', ') || 'nothing found'}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

checkFolder(
  'positive',
  () => true,
  (report, expect, file) => (file.endsWith('.json') ? judgeResponse : judgeFirst)(report, expect, file),
);
checkFolder('negative', () => true, silence);
checkFolder('ambiguous', () => true, silence);
checkFolder('sdk-string', () => true, judgeFirst);
readdirSync(directory)
  .filter((name) => name.endsWith('.jsonl.gz'))
  .forEach(checkTexts);
console.log(failures === 0 ? 'All as expected.' : `${failures} not as expected.`);
process.exitCode = failures === 0 ? 0 : 1;
