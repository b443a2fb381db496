import Mocha from 'mocha';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { mochaOptions, runSuites } from './runSuites';

/** Runs every suite beside this file; VS Code calls it in an extension host under Node. */
export async function run(): Promise<void> {
  const { VSCODE_TEST_COLOR: color, VSCODE_TEST_GREP: grep, VSCODE_TEST_COUNTS: file = 'counts.json' } = process.env;
  const mocha = new Mocha({ ...mochaOptions, color: color === '1' });
  if (grep) {
    mocha.grep(new RegExp(grep));
  }
  const suites = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  suites.sort().forEach((name) => mocha.addFile(path.join(__dirname, name)));
  await runSuites(mocha, (counts) => fs.writeFileSync(file, JSON.stringify(counts)));
}
