// Runs the stages of `npm test`, in parallel if there are free cores, and prints a summary.
//
//   node test/run.mjs              all stages of npm test
//   node test/run.mjs hosts        the suites on all hosts, and what they need
//   node test/run.mjs other-hosts  the same after npm test: not what that has done
//   node test/run.mjs NAME…        these stages
//
// A failed stage does not stop the others, except those that need its output. The exit code is 0 if all stages passed.
import { availableParallelism } from 'node:os';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = new URL('../out/test-results/', import.meta.url);

/**
 * Each stage is an npm script and uses one core; one with `workers` uses all cores that are free when it starts.
 * Windows mostly wait, so one core is enough for two of them (`jobs`). A stage with `counts` writes the number of its
 * tests to out/test-results. The longest stages come first. A stage with a host in `env` is not part of `npm test`.
 */
const stages = [
  { name: 'compile' },
  { name: 'package' },
  { name: 'install:vscode', needs: ['compile'] },
  { name: 'window', needs: ['compile', 'package', 'install:vscode'], counts: true, jobs: 2 },
  { name: 'process', needs: ['compile', 'package'], counts: true, workers: true },
  { name: 'unit', needs: ['compile'], counts: true, workers: true },
  // Needs no build, but would keep a core from longer stages.
  { name: 'lint', needs: ['compile'] },
  { name: 'vscode', needs: ['compile', 'package', 'install:vscode'], counts: true },
  { name: 'grammar', counts: true },
  ...hostStages('newest'),
  // Windows of the web differ in little from others.
  ...hostStages('web', 'test:web'),
];

/** The hosts that `npm test` leaves out: it runs in the oldest VS Code. test/embedded-vscode knows them by these names. */
function hostStages(host, windowScript = 'test:window') {
  const env = { VSCODE_TEST_VERSION: host };
  const install = `install:vscode-${host}`;
  const needs = ['compile', 'package', install];
  return [
    { name: install, script: 'install:vscode', env, needs: ['compile'] },
    { name: `window-${host}`, script: windowScript, env, needs, counts: true, jobs: 2 },
    { name: `vscode-${host}`, script: 'test:vscode', env, needs, counts: true },
  ];
}

/** Names that stand for several stages. */
const otherHosts = stages.filter(({ env }) => env).map(({ name }) => name);
const groups = {
  hosts: ['compile', 'package', 'install:vscode', 'vscode', ...otherHosts],
  'other-hosts': otherHosts,
};

const scriptOf = ({ name, script, counts }) => script ?? (counts ? `test:${name}` : name);
const fileOf = ({ name }, extension) => new URL(`${name.replace(':', '-')}.${extension}`, results);

function selectStages(args) {
  const names = args.flatMap((name) => groups[name] ?? name);
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = [...Object.keys(groups), ...stages.map(({ name }) => name)];
    console.error(`Unknown stage ${unknown.join(', ')}: choose from ${known.join(', ')}.`);
    process.exit(2);
  }
  return stages.filter(({ name, env }) => (names.length === 0 ? !env : names.includes(name)));
}

function readCounts(stage) {
  try {
    return JSON.parse(readFileSync(fileOf(stage, 'json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A stage that failed without a failed test counts as one, so that the total shows it. */
function settleCounts(stage, ok) {
  const counts = readCounts(stage) ?? { suite: stage.name, passed: 0, failed: 0, skipped: 0 };
  if (!ok && counts.failed === 0) {
    counts.failed = 1;
    writeFileSync(fileOf(stage, 'json'), `${JSON.stringify(counts)}\n`);
  }
  return counts;
}

/** Runs a stage on some cores. Its output goes to out/test-results, and is printed only on failure. */
function run(stage, cores) {
  const started = performance.now();
  // Do not count the result of an earlier run.
  rmSync(fileOf(stage, 'json'), { force: true });
  console.log(`▶ ${stage.name}`);
  return new Promise((resolve) => {
    const output = [];
    const child = spawn('npm', ['run', '--silent', scriptOf(stage)], {
      cwd: root,
      shell: process.platform === 'win32',
      env: { ...process.env, ...stage.env, TEST_SUITE: stage.name, TEST_JOBS: String(stage.jobs ?? cores) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (ok) => {
      const seconds = (performance.now() - started) / 1000;
      mkdirSync(results, { recursive: true });
      writeFileSync(fileOf(stage, 'log'), Buffer.concat(output));
      const text = ok ? '' : `\n${Buffer.concat(output).toString('utf8')}`;
      console.log(`${ok ? '✔' : '✖'} ${stage.name}, ${seconds.toFixed(1)} s${text}`);
      const counts = settleCounts(stage, ok);
      resolve({ stage, result: ok ? 'passed' : 'failed', seconds, counts: stage.counts ? counts : undefined });
    };
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => (output.push(Buffer.from(String(error))), end(false)));
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs stages in parallel, each as soon as its needs are met and a core is free. */
async function runAll(list) {
  const done = new Map();
  const running = new Map();
  const waiting = [...list];
  const freeCores = () => availableParallelism() - [...running.values()].reduce((sum, { cores }) => sum + cores, 0);
  const isPending = (name) => list.some((stage) => stage.name === name) && !done.has(name);

  const start = (stage) => {
    const cores = stage.workers ? Math.max(1, freeCores()) : 1;
    const ended = run(stage, cores).then((outcome) => {
      running.delete(stage);
      done.set(stage.name, outcome);
    });
    running.set(stage, { cores, ended });
  };

  while (waiting.length > 0) {
    for (const stage of [...waiting]) {
      const needs = stage.needs ?? [];
      if (needs.some((name) => ['failed', 'not run'].includes(done.get(name)?.result))) {
        waiting.splice(waiting.indexOf(stage), 1);
        done.set(stage.name, { stage, result: 'not run', seconds: 0 });
      } else if (!needs.some(isPending) && (running.size === 0 || freeCores() > 0)) {
        waiting.splice(waiting.indexOf(stage), 1);
        start(stage);
      }
    }
    // Nothing is running if all waiting stages were just skipped.
    if (running.size > 0) {
      await Promise.race([...running.values()].map(({ ended }) => ended));
    }
  }
  await Promise.all([...running.values()].map(({ ended }) => ended));
  return list.map(({ name }) => done.get(name));
}

function table(outcomes, seconds) {
  const rows = outcomes.map(({ stage, result, seconds: took, counts }) => [
    stage.name,
    result,
    counts ? String(counts.passed) : '',
    counts ? String(counts.failed) : '',
    `${took.toFixed(1)} s`,
  ]);
  const sum = (name) => String(outcomes.reduce((total, { counts }) => total + (counts?.[name] ?? 0), 0));
  const failed = outcomes.some(({ result }) => result !== 'passed');
  const all = [
    ['stage', 'result', 'passed', 'failed', 'time'],
    ...rows,
    ['all', failed ? 'failed' : 'passed', sum('passed'), sum('failed'), `${seconds.toFixed(1)} s`],
  ];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return all.map((row) => line(row).trimEnd()).join('\n');
}

const started = performance.now();
const outcomes = await runAll(selectStages(process.argv.slice(2)));
console.log(table(outcomes, (performance.now() - started) / 1000));
process.exitCode = outcomes.every(({ result }) => result === 'passed') ? 0 : 1;
