import Mocha from 'mocha';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** The result of a run, as in `out/test-results/vscode.json`. */
interface Result {
  suite: 'vscode';
  passed: number;
  failed: number;
  skipped: number;
}

const resultFile = path.resolve(__dirname, '../../../test-results/vscode.json');

/** Runs every suite beside this file; VS Code calls it in its extension host. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    // Enough for several waits of support.ts.
    timeout: 600_000,
    color: process.env.VSCODE_TEST_COLOR === '1',
    reporter: 'spec',
  });
  const grep = process.env.VSCODE_TEST_GREP;
  if (grep) {
    mocha.grep(new RegExp(grep));
  }
  const suites = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  suites.sort().forEach((name) => mocha.addFile(path.join(__dirname, name)));
  const result = await runMocha(mocha);
  fs.mkdirSync(path.dirname(resultFile), { recursive: true });
  fs.writeFileSync(resultFile, `${JSON.stringify(result)}\n`);
  if (result.failed > 0) {
    throw new Error(`${result.failed} tests failed in VS Code: their reports are above.`);
  }
  if (result.passed === 0) {
    throw new Error(`No test passed in VS Code: ${suites.length} suites were found in ${__dirname}.`);
  }
}

function runMocha(mocha: Mocha): Promise<Result> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ suite: 'vscode', passed: runner.stats?.passes ?? 0, failed, skipped: runner.stats?.pending ?? 0 });
    });
  });
}
