import type { DisplayLanguage } from '../../service';

/** A text in each display language. */
export type Text = Readonly<Record<DisplayLanguage, string>>;

/** An option, as `parseArgs` takes it, with what help and completion say of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly default?: string | boolean | string[];
  /** What the value is called; absent if there is none. */
  readonly argument?: Text;
  /** All values that there are. */
  readonly values?: readonly string[];
  /** Values to complete that help does not list. */
  readonly suggestions?: readonly string[];
  readonly help: Text;
}

export type Options = Readonly<Record<string, Option>>;

/** All that is known of a command before it runs. */
export interface Command {
  /** One word, or two. */
  readonly name: string;
  /** What follows the name, besides options. */
  readonly operands: Text;
  /** Words to complete besides names of files. */
  readonly words?: readonly string[];
  readonly summary: Text;
  readonly options: Options;
  /** What the exit codes mean. */
  readonly exitCodes: Text;
}

/** Options of every command. */
export const commonOptions = {
  locale: {
    type: 'string',
    argument: { en: 'LOCALE', 'zh-cn': '语言' },
    suggestions: ['en', 'zh-cn'],
    help: {
      en: 'language of the output, such as en or zh-CN; by default that of the environment',
      'zh-cn': '输出的语言，例如 en 或 zh-CN；默认由环境决定',
    },
  },
} as const satisfies Options;

/** The word on the command line that names the command, in front of its options. */
export function wordOf({ name }: Command): string {
  return name.split(' ')[0] ?? name;
}
