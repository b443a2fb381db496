import fc from 'fast-check';

/** Fixed, so that failures are reproducible. */
const defaultSeed = 20251030;

const { FAST_CHECK_SEED: seed = defaultSeed } = process.env;

// Loaded in each worker by .mocharc.mjs. A failing property prints the seed with its counterexample.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
