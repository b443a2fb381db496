import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { dirname } from 'node:path';
import { version } from '../../package.json';
import type { Figures, Row } from './measures';

/** Formats the rows as a table. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ group, name, unit, ours, peer, ratio }) => [
    group,
    `${name}, ${unit}`,
    cellOf(ours),
    peer ? cellOf(peer) : '-',
    ratio === null ? '-' : `${number(ratio)}x`,
  ]);
  const table = [['', 'p50 / p99', 'ours', 'peer', 'peer/ours'], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ');
  return `${table.map(line).join('\n')}\n`;
}

function cellOf({ p50, p99 }: Figures): string {
  return `${number(p50)} / ${number(p99)}`;
}

function number(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** Writes the rows to a JSON file, with the versions and the machine. */
export function writeReport(file: string, rows: readonly Row[], peer: string | null): void {
  const machine = { node: process.version, platform: platform(), cpus: cpus().length, model: cpus()[0]?.model ?? '' };
  mkdirSync(dirname(file), { recursive: true });
  const report = { date: new Date().toISOString(), version, peer, machine, rows };
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
}
