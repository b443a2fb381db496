import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRuleId, readRuleSettings, type Settings } from '../../server/src/service';
import { readMarkers, type MarkedRange } from './markers';
import type { ParseOptions } from './service';

/** A file of test/fixtures/rules, described in README.md there. */
export interface RuleFixture {
  readonly rule: string;
  readonly name: string;
  readonly fires: boolean;
  readonly text: string;
  /** The findings, as ranges labelled `severity rule-id`. */
  readonly expected: readonly MarkedRange[];
  readonly options: ParseOptions;
  readonly settings: Partial<Settings>;
}

const folder = join(__dirname, '../../../test/fixtures/rules');

export function ruleFixtures(): RuleFixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: rule }) => readdirSync(join(folder, rule)).map((name) => readFixture(rule, name)));
}

function readFixture(rule: string, name: string): RuleFixture {
  const fires = name.startsWith('fires');
  if (!isRuleId(rule) || !(fires || name.startsWith('silent'))) {
    throw new Error(
      `test/fixtures/rules/${rule}/${name}: the folder must be named like a rule, the file fires… or silent…`,
    );
  }
  const [, header = '', marked = ''] =
    /^(?:#!(.*)\r?\n)?([^]*)$/.exec(readFileSync(join(folder, rule, name), 'utf8')) ?? [];
  const { text, ranges } = readMarkers(marked);
  const { declared, unwrapped, product, rules } = readHeader(header);
  return {
    rule,
    name,
    fires,
    text,
    expected: ranges,
    options: { languageId: languageOf(name), declared, unwrapped },
    settings: { rules, product },
  };
}

function readHeader(header: string): { declared: boolean; unwrapped: boolean } & Pick<Settings, 'product' | 'rules'> {
  const words = header.split(/\s+/).filter((word) => word !== '');
  const pairs = words.filter((word) => word.includes('=')).map((word) => word.split('='));
  const { product = '', ...others } = Object.fromEntries(pairs) as Record<string, string>;
  const rules = readRuleSettings(others);
  const flags = words.filter((word) => !word.includes('='));
  if (
    Object.keys(rules).length !== Object.keys(others).length ||
    flags.some((flag) => !/^(declared|unwrapped)$/.test(flag))
  ) {
    throw new Error(`Invalid header of a fixture: ${header}`);
  }
  return { declared: flags.includes('declared'), unwrapped: flags.includes('unwrapped'), product, rules };
}

function languageOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
