// Runs the stages of `npm test`, in parallel if there are free cores, and prints a summary.
//
//   node test/run.mjs              all stages of npm test
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
 * tests to out/test-results. The longest stages come first.
 */
const stages = [
  { script: 'compile' },
  { script: 'lint' },
  { script: 'package' },
  { script: 'install:vscode', needs: ['compile'] },
  { script: 'test:window', needs: ['compile', 'package', 'install:vscode'], counts: true, jobs: 2 },
  { script: 'test:process', needs: ['compile', 'package'], counts: true, workers: true },
  { script: 'test:unit', needs: ['compile'], counts: true, workers: true },
  { script: 'test:vscode', needs: ['compile', 'package', 'install:vscode'], counts: true },
  { script: 'test:grammar', counts: true },
];

const suiteOf = ({ script }) => script.replace(/^test:/, '');
const fileOf = (stage, extension) => new URL(`${suiteOf(stage).replace(':', '-')}.${extension}`, results);

function selectStages(names) {
  const unknown = names.filter((name) => !stages.some((stage) => suiteOf(stage) === name));
  if (unknown.length > 0) {
    console.error(`Unknown stage ${unknown.join(', ')}: choose from ${stages.map(suiteOf).join(', ')}.`);
    process.exit(2);
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(suiteOf(stage)));
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
  const counts = readCounts(stage) ?? { suite: suiteOf(stage), passed: 0, failed: 0, skipped: 0 };
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
  console.log(`▶ ${suiteOf(stage)}`);
  return new Promise((resolve) => {
    const output = [];
    const child = spawn('npm', ['run', '--silent', stage.script], {
      cwd: root,
      shell: process.platform === 'win32',
      env: { ...process.env, TEST_JOBS: String(stage.jobs ?? cores) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (ok) => {
      const seconds = (performance.now() - started) / 1000;
      mkdirSync(results, { recursive: true });
      writeFileSync(fileOf(stage, 'log'), Buffer.concat(output));
      const text = ok ? '' : `\n${Buffer.concat(output).toString('utf8')}`;
      console.log(`${ok ? '✔' : '✖'} ${suiteOf(stage)}, ${seconds.toFixed(1)} s${text}`);
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
  const isPending = (script) => list.some((stage) => stage.script === script) && !done.has(script);

  const start = (stage) => {
    const cores = stage.workers ? Math.max(1, freeCores()) : 1;
    const ended = run(stage, cores).then((outcome) => {
      running.delete(stage);
      done.set(stage.script, outcome);
    });
    running.set(stage, { cores, ended });
  };

  while (waiting.length > 0) {
    for (const stage of [...waiting]) {
      const needs = stage.needs ?? [];
      if (needs.some((script) => ['failed', 'not run'].includes(done.get(script)?.result))) {
        waiting.splice(waiting.indexOf(stage), 1);
        done.set(stage.script, { stage, result: 'not run', seconds: 0 });
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
  return list.map(({ script }) => done.get(script));
}

function table(outcomes, seconds) {
  const rows = outcomes.map(({ stage, result, seconds: took, counts }) => [
    suiteOf(stage),
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
