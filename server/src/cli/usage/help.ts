import type { DisplayLanguage } from '../../service';
import { commonOptions, type Command, type Option, type Text } from './command';

const texts = {
  about: {
    en: 'api-response: explains and checks Tencent Cloud API responses, offline.',
    'zh-cn': 'api-response：离线解释并检查腾讯云 API 的响应。',
  },
  usage: { en: 'Usage:', 'zh-cn': '用法：' },
  options: { en: 'Options:', 'zh-cn': '选项：' },
  more: {
    en: 'api-response COMMAND --help lists the options of a command.',
    'zh-cn': 'api-response 命令 --help 列出该命令的选项。',
  },
  helpOption: { en: 'print this help', 'zh-cn': '输出此帮助' },
  versionOption: { en: 'print the version', 'zh-cn': '输出版本' },
  exitCodes: { en: 'Exit codes: ', 'zh-cn': '退出码：' },
  repeatable: { en: '; repeatable', 'zh-cn': '；可重复' },
  list: { en: ': ', 'zh-cn': '：' },
  separator: { en: ', ', 'zh-cn': '、' },
  default: { en: ' (default {0})', 'zh-cn': '（默认 {0}）' },
} as const satisfies Record<string, Text>;

/** A line of a table: what to write, and what it does. */
type Row = readonly [term: string, meaning: string];

/** What `api-response --help` prints: the commands. */
export function overview(commands: readonly Command[], language: DisplayLanguage): string {
  const say = (text: keyof typeof texts): string => texts[text][language];
  const rows = commands.map(({ name, operands, summary }): Row => [`${name} ${operands[language]}`, summary[language]]);
  const options: Row[] = [
    ...rowsOf(commonOptions, language),
    ['-h, --help', say('helpOption')],
    ['--version', say('versionOption')],
  ];
  return [
    say('about'),
    '',
    say('usage'),
    ...table(rows, '  api-response '),
    '',
    say('options'),
    ...table(options),
    '',
    say('more'),
    '',
  ].join('\n');
}

/** What `api-response COMMAND --help` prints: the options of a command. */
export function helpOf(command: Command, language: DisplayLanguage): string {
  const { name, operands, summary, options, exitCodes } = command;
  const say = (text: keyof typeof texts): string => texts[text][language];
  const rows: Row[] = [...rowsOf({ ...options, ...commonOptions }, language), ['-h, --help', say('helpOption')]];
  return [
    `api-response ${name}${say('list')}${summary[language]}`,
    '',
    say('usage'),
    `  api-response ${name} ${operands[language]}`,
    '',
    say('options'),
    ...table(rows),
    '',
    `${say('exitCodes')}${exitCodes[language]}`,
    '',
  ].join('\n');
}

function rowsOf(options: Command['options'], language: DisplayLanguage): Row[] {
  return Object.entries(options).map(([name, option]) => [termOf(name, option, language), meaningOf(option, language)]);
}

/** An option with its argument, as in `--format FORMAT`. */
export function termOf(name: string, { argument }: Option, language: DisplayLanguage): string {
  return argument ? `--${name} ${argument[language]}` : `--${name}`;
}

function meaningOf({ default: value, help, multiple, values }: Option, language: DisplayLanguage): string {
  const list = values ? texts.list[language] + values.join(texts.separator[language]) : '';
  const preset = typeof value === 'string' && value !== '' ? texts.default[language].replace('{0}', value) : '';
  return help[language] + list + preset + (multiple ? texts.repeatable[language] : '');
}

function table(rows: readonly Row[], indent = '  '): string[] {
  const width = Math.max(...rows.map(([term]) => widthOf(term)));
  return rows.map(([term, meaning]) => `${indent}${term}${' '.repeat(width - widthOf(term))}  ${meaning}`);
}

/** The columns that a text takes in a terminal, where Chinese characters are as wide as two others. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g) ?? []).length;
}
