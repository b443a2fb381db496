import 'mocha/mocha.js';
import { mochaOptions, runSuites } from '../suite/runSuites';
import { countsMark } from './protocol';

/** Runs the suites that `load` loads; VS Code calls it in the web worker extension host. */
export async function runInWorker(load: () => void, grep: string): Promise<void> {
  mocha.setup({ ...mochaOptions, color: false });
  mocha.grep(new RegExp(grep));
  load();
  await runSuites(mocha, (counts) => console.log(`${countsMark}${JSON.stringify(counts)}`));
}
