/** Whether all cases are tried: `npm run test:slow` sets it. */
const thorough = process.env.TEST_THOROUGH === '1';

/** How often a property is tried: as often as it says in `npm run test:slow`, a tenth of it in `npm test`. */
export function runs(all: number): number {
  return thorough ? all : Math.ceil(all / 10);
}
