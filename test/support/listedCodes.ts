import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code that a product has, or had once. */
export interface ListedCode {
  readonly product: string;
  readonly code: string;
  readonly retired: boolean;
}

const path = join(__dirname, '../../../server/catalog/names/product-codes.txt');

/** All codes of the table of names, read without the product's own reader. */
export function listedCodes(): ListedCode[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    const [product = '', ...columns] = line.split('\t');
    return columns.flatMap((column, index) =>
      (column === '' ? [] : column.split(';'))
        .flatMap(codesOfGroup)
        .map((code) => ({ product, code, retired: index === 1 })),
    );
  });
}

function codesOfGroup(group: string): string[] {
  const [, head = '', mark = '', suffixes = ''] = /^([^:+]+)([:+]?)(.*)$/.exec(group) ?? [];
  const below = suffixes === '' ? [] : suffixes.split(',').map((suffix) => `${head}.${suffix}`);
  return mark === ':' ? below : [head, ...below];
}
