// Counts how the codes of all products are explained.   npm run compile && node test/explained.mjs
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const { builtinCatalog } = require(join(root, 'out/server/src/data/builtinData.js'));
const { listedCodes } = require(join(root, 'out/test/support/listedCodes.js'));

const catalog = builtinCatalog();

/** How the catalog knows a code of a product. */
function wayOf({ product, code }) {
  const match = catalog.match(code, product);
  if (match.kind !== 'exact') {
    return match.kind;
  }
  const { nameOnly, general, scope } = match.entry;
  if (!nameOnly) {
    return scope === 'product' ? "entry of the product's own" : `entry (${scope})`;
  }
  return general === undefined ? 'name only, without a parent' : 'name only, with a parent';
}

function count(title, codes) {
  const ways = new Map();
  for (const code of codes) {
    const way = wayOf(code);
    ways.set(way, (ways.get(way) ?? 0) + 1);
  }
  console.log(`${title}: ${codes.length}`);
  for (const [way, number] of [...ways].sort(([, one], [, other]) => other - one)) {
    console.log(`  ${String(number).padStart(6)}  ${((100 * number) / codes.length).toFixed(1).padStart(5)} %  ${way}`);
  }
}

const listed = listedCodes();
const distinct = new Map(listed.filter(({ retired }) => !retired).map(({ code }) => [code, { product: '', code }]));
count(
  'codes with their product',
  listed.filter(({ retired }) => !retired),
);
count('distinct codes, product unknown', [...distinct.values()]);
count(
  'retired codes with their product',
  listed.filter(({ retired }) => retired),
);
