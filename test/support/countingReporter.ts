import * as Mocha from 'mocha';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Mocha's spec reporter, which also writes the counts, and the tests that failed or were retried, to
 * out/test-results/SUITE.json for test/summary.mjs. Usage: `mocha --reporter-option suite=NAME`; test/run.mjs may give
 * another name.
 */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { suite = '' } = (options.reporterOptions ?? {}) as { suite?: string };
    const name = process.env.TEST_SUITE ?? suite;
    if (name === '') {
      throw new Error('The reporter needs --reporter-option suite=NAME.');
    }
    const failed: string[] = [];
    const retried: string[] = [];
    const { EVENT_TEST_FAIL, EVENT_TEST_RETRY } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_FAIL, (test, error: Error) => failed.push(describe(test, error)));
    runner.on(EVENT_TEST_RETRY, (test: Mocha.Test, error: Error) => retried.push(describe(test, error)));
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const folder = join(__dirname, '..', '..', 'test-results');
      mkdirSync(folder, { recursive: true });
      const counts = { suite: name, passed: passes, failed: failures, skipped: pending, failures: failed, retried };
      writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(counts)}\n`);
    });
  }
}

function describe(test: Mocha.Test, { message }: Error): string {
  return `${test.titlePath().join(' › ')}: ${message}`;
}

export = CountingReporter;
