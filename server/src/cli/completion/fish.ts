import type { DisplayLanguage } from '../../service';
import { commonOptions, wordOf, type Command, type Option } from '../usage/command';

/** A script that completes commands, options, their values and files in fish. */
export function fishScript(commands: readonly Command[], language: DisplayLanguage): string {
  const lines = commands.flatMap((command) => linesOf(command, language));
  return `# Completion of api-response for fish: api-response completion fish | source
complete -c api-response -s h -l help
complete -c api-response -n __fish_use_subcommand -l version
${lines.map((line) => `complete -c api-response ${line}\n`).join('')}`;
}

function linesOf(command: Command, language: DisplayLanguage): string[] {
  const name = wordOf(command);
  const options = Object.entries<Option>({ ...command.options, ...commonOptions });
  const after = `-n '__fish_seen_subcommand_from ${name}'`;
  return [
    `-f -n __fish_use_subcommand -a ${name} -d ${quote(command.summary[language])}`,
    ...(command.words ? [`${after} -a ${quote(command.words.join(' '))}`] : []),
    ...options.map(([option, each]) => `${after} -l ${option}${valueOf(each)} -d ${quote(each.help[language])}`),
  ];
}

/** What an option takes: nothing, one of some values, or else a file or any text. */
function valueOf({ argument, suggestions, values = suggestions }: Option): string {
  if (!argument) {
    return '';
  }
  return values ? ` -x -a ${quote(values.join(' '))}` : ' -r';
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
