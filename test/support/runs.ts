/** Set by `npm run test:slow`. */
const thorough = process.env.TEST_THOROUGH === '1';

/** The number of runs of a property: all in `npm run test:slow`, a tenth in `npm test`. */
export function runs(all: number): number {
  return thorough ? all : Math.ceil(all / 10);
}
