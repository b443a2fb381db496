import type { Option, Text } from '../usage/command';

/** What names of files are called. */
export const fileArgument: Text = { en: 'FILE', 'zh-cn': '文件' };

/** `--catalog`, of all commands that look up codes. */
export const catalogOption = {
  type: 'string',
  multiple: true,
  default: [] as string[],
  argument: fileArgument,
  help: {
    en: 'a catalog of your own, or what catalog import wrote',
    'zh-cn': '自定义错误码库，或 catalog import 生成的文件',
  },
} as const satisfies Option;

/** `--product`, of all commands that look up codes. */
export const productOption = {
  type: 'string',
  default: '',
  argument: { en: 'NAME', 'zh-cn': '产品' },
  help: {
    en: 'the product that codes belong to, unless the text names one',
    'zh-cn': '错误码所属的产品，文本中已写明的除外',
  },
} as const satisfies Option;

/** `--no-project-file`, of the same commands. */
export const projectFileOption = {
  type: 'boolean',
  default: false,
  help: { en: 'ignore .api-response.json files', 'zh-cn': '不读取 .api-response.json 项目文件' },
} as const satisfies Option;
