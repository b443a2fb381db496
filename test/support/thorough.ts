// Loaded by `npm run test:slow` before its tests, in each worker: runs.ts then tries everything.
process.env.TEST_THOROUGH = '1';
