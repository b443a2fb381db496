import type { DisplayLanguage, Localizer } from '../../service';
import { bashScript } from '../completion/bash';
import { fishScript } from '../completion/fish';
import { zshScript } from '../completion/zsh';
import { print } from '../output/print';
import type { Command } from '../usage/command';
import { exitCode, UsageError } from '../usage/exit';
import { parseOptions } from '../usage/parseOptions';

const scripts: ReadonlyMap<string, (commands: readonly Command[], language: DisplayLanguage) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
]);

export const completionCommand: Command = {
  name: 'completion',
  operands: { en: 'bash | zsh | fish', 'zh-cn': 'bash | zsh | fish' },
  words: [...scripts.keys()],
  summary: {
    en: 'print a script that completes commands, options and their values in a shell',
    'zh-cn': '输出在 shell 中补全命令、选项及其取值的脚本',
  },
  options: {},
  exitCodes: { en: '0 printed, 2 wrong usage.', 'zh-cn': '0 已输出，2 用法错误。' },
};

/** `completion`: prints the script for a shell; returns the exit code. */
export async function completion(
  args: readonly string[],
  commands: readonly Command[],
  l10n: Localizer,
): Promise<number> {
  const { positionals } = parseOptions(args, {}, l10n);
  const [shell = '', ...others] = positionals;
  const script = scripts.get(shell);
  if (!script || others.length > 0) {
    throw new UsageError(l10n.t('completion needs exactly one shell: bash, zsh or fish.'));
  }
  await print(script(commands, l10n.language));
  return exitCode.ok;
}
