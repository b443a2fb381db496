import fc from 'fast-check';

/** Any number will do, as long as all runs have the same: a failure today is a failure tomorrow. */
const usualSeed = 20251030;

const { FAST_CHECK_SEED: seed = usualSeed } = process.env;

// Each test file is given this, by .mocharc.mjs, in each worker; a failing property prints the seed with its counterexample.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
