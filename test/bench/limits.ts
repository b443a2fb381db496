import { createScanner, SyntaxKind } from 'jsonc-parser';
import { readFileSync } from 'node:fs';
import { builtinNames, builtinPath, readBuiltinFiles } from '../../server/src/data/builtinData';
import { Catalog, CodeNames } from '../../server/src/service';
import type { BenchDocument } from './documents';
import { rowOf, timed, type Row } from './measures';

/** Measures single steps in this process: a lower bound for everything else. */
export function measureLimits(document: BenchDocument, codes: number, rounds: number): Row[] {
  const times = (call: () => number): number[] => Array.from({ length: rounds }, call);
  const data = { schemaVersion: 1, product: 'bench', codes: generateCodes(codes) };
  const build = (): Catalog => new Catalog([{ scope: 'product', data }]);
  const catalog = build();
  const known = Object.keys(data.codes);
  const asked = {
    exact: known,
    parent: known.map((code) => `${code}.More`),
    none: known.map((code) => `Nowhere${code}`),
  };
  const group = `catalog of ${codes.toLocaleString('en')} codes`;
  return [
    rowOf(
      document.name,
      'bare pass of the scanner',
      'ms',
      times(() => timed(() => scan(document.text))),
    ),
    rowOf(
      document.name,
      'JSON.parse',
      'ms',
      times(() => timed(() => void JSON.parse(document.text))),
    ),
    rowOf(
      group,
      'build',
      'ms',
      times(() => timed(build)),
    ),
    ...Object.entries(asked).map(([kind, list]) => {
      const lookUp = (): void => list.forEach((code) => catalog.match(code, 'bench'));
      return rowOf(
        group,
        `look-up, ${kind}`,
        'ns',
        times(() => (timed(lookUp) / list.length) * 1e6),
      );
    }),
    ...measureNames(times),
  ];
}

/** Looks up codes of which only the name is known, as the first of them and later. */
function measureNames(times: (call: () => number) => number[]): Row[] {
  const group = 'names of all codes';
  const files = readBuiltinFiles('en');
  const read = (name: string): string => readFileSync(builtinPath(`server/catalog/names/${name}`), 'utf8');
  const readNames = (): CodeNames => new CodeNames(read('product-codes.txt'), read('product-actions.txt'));
  const codes = [...builtinNames().codes()];
  const catalog = new Catalog(files, builtinNames);
  const first = (): number => {
    const fresh = new Catalog(files, readNames);
    return timed(() => fresh.match('InvalidParameterValue.NowhereButHere'));
  };
  const lookUp = (): void => codes.forEach((code) => catalog.match(code));
  return [
    rowOf(group, 'first look-up', 'ms', times(first)),
    rowOf(
      group,
      'look-up',
      'ns',
      times(() => (timed(lookUp) / codes.length) * 1e6),
    ),
  ];
}

function scan(text: string): void {
  const scanner = createScanner(text, false);
  while (scanner.scan() !== SyntaxKind.EOF);
}

function generateCodes(count: number): Record<string, string> {
  const families = ['InvalidParameter', 'LimitExceeded', 'ResourceNotFound', 'FailedOperation', 'UnsupportedOperation'];
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${families[index % families.length]!}.Generated${index.toString(36)}`,
      `Generated description ${index}.`,
    ]),
  );
}
