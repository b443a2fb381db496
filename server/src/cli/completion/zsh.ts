import type { DisplayLanguage } from '../../service';
import { commonOptions, wordOf, type Command, type Option } from '../usage/command';

/** A script that completes commands, options, their values and files in zsh. */
export function zshScript(commands: readonly Command[], language: DisplayLanguage): string {
  const names = commands.map((command) => quote(`${wordOf(command)}:${command.summary[language]}`));
  return `#compdef api-response
# Completion of api-response for zsh: source <(api-response completion zsh), or a file _api-response in $fpath.
_api_response() {
  local curcontext=$curcontext line state
  local -a commands=(
    ${names.join('\n    ')}
  )
  _arguments -C '(- *)'{-h,--help} '(- *)--version' '1: :->command' '*:: :->operands'
  case $state in
    command) _describe command commands ;;
    operands)
      case $words[1] in
${commands.map((command) => caseOf(command, language)).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _api?response ]]; then
  _api_response "$@"
else
  compdef _api_response api-response
fi
`;
}

function caseOf(command: Command, language: DisplayLanguage): string {
  const options = Object.entries<Option>({ ...command.options, ...commonOptions });
  const specs = [
    ...options.map(([name, option]) => specOf(name, option, language)),
    `'(- *)'{-h,--help}`,
    ...(command.words ? [quote(`1: :(${command.words.join(' ')})`)] : []),
    quote('*: :_files'),
  ];
  return `        ${wordOf(command)}) _arguments -S ${specs.join(' \\\n          ')} ;;`;
}

/** An option, as in `'*--rule=[set a rule]:ID=SEVERITY:(a=off b=off)'`; the star says that it may be repeated. */
function specOf(name: string, option: Option, language: DisplayLanguage): string {
  const { argument, help, multiple, suggestions, values = suggestions } = option;
  const description = `[${help[language].replace(/[\\[\]]/g, '\\$&')}]`;
  const action = values ? `(${values.join(' ')})` : '_files';
  const value = argument ? `=${description}:${argument[language].replace(/[\\:]/g, '\\$&')}:${action}` : description;
  return quote(`${multiple ? '*' : ''}--${name}${value}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
