import { rules, ruleSeverities, type Severity } from '../../service';
import { formats } from '../reporters';
import type { Command, Options } from '../usage/command';
import { catalogOption, fileArgument, productOption, projectFileOption } from './sharedOptions';

/** The severities of findings, the worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** The options of `check`. */
export const checkOptions = {
  format: {
    type: 'string',
    default: 'text',
    argument: { en: 'FORMAT', 'zh-cn': '格式' },
    values: formats,
    help: { en: 'form of the output', 'zh-cn': '输出格式' },
  },
  'fail-on': {
    type: 'string',
    default: 'error',
    argument: { en: 'SEVERITY', 'zh-cn': '级别' },
    values: [...severities, 'never'],
    help: { en: 'exit with 1 from this severity on', 'zh-cn': '达到该级别即以 1 退出' },
  },
  'max-warnings': {
    type: 'string',
    argument: { en: 'N', 'zh-cn': 'N' },
    help: { en: 'exit with 1 if there are more warnings', 'zh-cn': '警告多于 N 条即以 1 退出' },
  },
  quiet: {
    type: 'boolean',
    default: false,
    help: { en: 'print errors only; the rest is counted in the summary', 'zh-cn': '只输出错误，其余仅计入汇总' },
  },
  failures: {
    type: 'boolean',
    default: false,
    help: {
      en: 'list each failure of the API, instead of counting them by code',
      'zh-cn': '逐条列出 API 的失败，而不是按错误码计数',
    },
  },
  output: {
    type: 'string',
    argument: fileArgument,
    help: {
      en: 'write to this file, which is replaced, instead of standard output',
      'zh-cn': '写入该文件（覆盖已有内容），而不是标准输出',
    },
  },
  source: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    argument: { en: 'PATH', 'zh-cn': '路径' },
    help: {
      en: 'check the error codes in source files too: a file or a folder',
      'zh-cn': '同时检查源代码中的错误码：文件或文件夹',
    },
  },
  declared: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    argument: { en: 'GLOB', 'zh-cn': '通配符' },
    help: {
      en: 'documents always treated as API responses',
      'zh-cn': '无论内容如何都视为 API 响应的文档',
    },
  },
  rule: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    argument: { en: 'ID=SEVERITY', 'zh-cn': '规则=级别' },
    suggestions: rules.flatMap(({ meta: { id } }) => ruleSeverities.map((severity) => `${id}=${severity}`)),
    help: {
      en: `set a rule to ${ruleSeverities.join(', ')}`,
      'zh-cn': `将规则设为 ${ruleSeverities.join('、')}`,
    },
  },
  unwrapped: {
    type: 'boolean',
    default: false,
    help: { en: 'recognize failures without the outer Response too', 'zh-cn': '同时识别没有外层 Response 的失败响应' },
  },
  product: productOption,
  catalog: catalogOption,
  'no-project-file': projectFileOption,
  'stdin-filename': {
    type: 'string',
    default: '',
    argument: { en: 'NAME', 'zh-cn': '名称' },
    help: {
      en: 'name of standard input, which determines its format',
      'zh-cn': '标准输入的名称，决定以何种方式读取',
    },
  },
  'no-ignore': {
    type: 'boolean',
    default: false,
    help: { en: 'read files that a .gitignore excludes too', 'zh-cn': '同时读取被 .gitignore 排除的文件' },
  },
} as const satisfies Options;

export const checkCommand: Command = {
  name: 'check',
  operands: { en: '[options] PATH... | -', 'zh-cn': '[选项] 路径... | -' },
  summary: {
    en: 'check files, folders (recursively), patterns or standard input',
    'zh-cn': '检查文件、文件夹（含子文件夹）、通配符所指的文件或标准输入',
  },
  options: checkOptions,
  exitCodes: {
    en: '0 nothing found, 1 something found, 2 wrong usage or unreadable files.',
    'zh-cn': '0 未发现问题，1 发现问题，2 用法错误或文件无法读取。',
  },
};
