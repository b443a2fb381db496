// Loaded in each worker by `npm run test:slow`, so that runs.ts does all runs.
process.env.TEST_THOROUGH = '1';
