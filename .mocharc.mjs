import { availableParallelism } from 'node:os';

export default {
  reporter: 'out/test/support/countingReporter.js',
  require: ['out/test/support/fastCheck.js'],
  timeout: 120_000,
  forbidOnly: true,
  // How many workers `--parallel` has; test/run.mjs says how many cores its stages leave.
  jobs: Number(process.env.TEST_JOBS ?? availableParallelism()),
};
