/** The counts of a run, as in `out/test-results`. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The failed tests, each with its message. */
  readonly failures: readonly string[];
}

/** How mocha runs the suites on every host. */
export const mochaOptions = {
  ui: 'bdd',
  // Enough for several waits of support.ts.
  timeout: 600_000,
  reporter: 'spec',
} as const;

/** Runs the suites that a mocha has loaded and hands over their counts; throws unless all passed. */
export async function runSuites(mocha: Mocha, save: (counts: Counts) => void): Promise<void> {
  const counts = await new Promise<Counts>((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => {
      resolve({ passed: runner.stats?.passes ?? 0, failed, skipped: runner.stats?.pending ?? 0, failures });
    });
    runner.on('fail', (test, error: Error) => failures.push(`${test.titlePath().join(' › ')}: ${error.message}`));
  });
  save(counts);
  if (counts.failed > 0) {
    throw new Error(`${counts.failed} tests failed in VS Code: their reports are above.`);
  }
  if (counts.passed === 0) {
    throw new Error('No test passed in VS Code: no suite was found, or none matches VSCODE_TEST_GREP.');
  }
}
