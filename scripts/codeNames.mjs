// Writes the names of codes and actions that ship with the product; see docs/catalog.md.   npm run names -- FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const target = join(import.meta.dirname, '..', 'server/catalog/names');

/** A name may be anything that the tables can contain: their separators are tabs, commas, colons, semicolons and `+`. */
const nameShape = /^[A-Za-z0-9_.-]+$/;

/** An input that cannot be used. The message names the file and the place. */
class InputError extends Error {}

try {
  const [folder, ...others] = process.argv.slice(2);
  if (folder === undefined || others.length > 0) {
    throw new InputError('pass the folder with product-codes.json.gz and product-actions.json.gz.');
  }
  const codes = read(folder, 'product-codes.json.gz');
  const actions = read(folder, 'product-actions.json.gz');
  mkdirSync(target, { recursive: true });
  writeTable('product-codes.txt', codes, ({ codes: current = [], retired = [] }) =>
    retired.length > 0 ? [grouped(current), grouped(retired)] : [grouped(current)],
  );
  writeTable('product-actions.txt', actions, ({ actions: named = {} }) => [Object.keys(named).sort().join(',')]);
} catch (error) {
  if (!(error instanceof InputError)) {
    throw error;
  }
  console.error(`names: ${error.message}`);
  process.exitCode = 2;
}

function read(folder, name) {
  const path = join(folder, name);
  try {
    const { products } = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
    check(path, products);
    return products;
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`cannot read ${path}: ${error.message}`);
  }
}

function check(path, products) {
  for (const [product, { codes = [], retired = [], actions = {} }] of Object.entries(products)) {
    for (const name of [product, ...codes, ...retired, ...Object.keys(actions)]) {
      if (!nameShape.test(name) || name.split('.').includes('')) {
        throw new InputError(`${path}: "${name}" of ${product} is not a name.`);
      }
    }
  }
}

/** One line for each product that has names: the product and its columns, separated by tabs. */
function writeTable(name, products, columnsOf) {
  const rows = Object.entries(products)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([product, names]) => [product, ...columnsOf(names)])
    .filter(([, ...columns]) => columns.some((column) => column !== ''));
  const text = rows.map((row) => `${row.join('\t')}\n`).join('');
  writeFileSync(join(target, name), text);
  console.log(`${name}: ${rows.length} products, ${text.length} bytes`);
}

/** `Head:Suffix,Suffix;Head+Suffix;Head`: codes by their first segment; with `+` or nothing, that is a code too. */
function grouped(codes) {
  const heads = new Map();
  for (const code of [...codes].sort()) {
    const [head, ...rest] = code.split('.');
    const group = heads.get(head) ?? { isCode: false, suffixes: [] };
    heads.set(head, group);
    if (rest.length === 0) {
      group.isCode = true;
    } else {
      group.suffixes.push(rest.join('.'));
    }
  }
  return [...heads]
    .map(([head, { isCode, suffixes }]) =>
      suffixes.length === 0 ? head : `${head}${isCode ? '+' : ':'}${suffixes.join(',')}`,
    )
    .join(';');
}
