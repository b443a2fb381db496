import { commonOptions, wordOf, type Command, type Option } from '../usage/command';

/** A script that completes commands, options and their values in bash. Where it offers nothing, bash offers files. */
export function bashScript(commands: readonly Command[]): string {
  return `# Completion of api-response for bash: eval "$(api-response completion bash)"
_api_response() {
  local word glued= candidates= words=()
  # For bash \`=\` is a word of its own.
  for word in "\${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    if [[ -n $glued || ( $word == = && \${#words[@]} -gt 2 ) ]]; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == = ]] && glued=1 || glued=
    [[ $word == -- && \${#words[@]} -le COMP_CWORD ]] && return
  done
  local count=\${#words[@]} command=\${words[1]} option=
  local value=\${words[count-1]}
  if [[ $value == --*=* ]]; then
    option=\${value%%=*}
    value=\${value#*=}
  else
    option=\${words[count-2]}
  fi
  if ((count == 2)); then
    candidates='${[...commands.map(wordOf), '--help', '--version'].join(' ')}'
  else
    case "$command $option" in
${commands.flatMap(casesOf).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$candidates" -- "$value"))
  if [[ $COMP_WORDBREAKS != *=* ]]; then
    [[ \${words[count-1]} == --*=* ]] && COMPREPLY=("\${COMPREPLY[@]/#/$option=}")
  elif [[ $value == *=* ]]; then
    # What is completed begins after the last \`=\`.
    COMPREPLY=("\${COMPREPLY[@]#"\${value%=*}="}")
  fi
}
complete -o default -F _api_response api-response
`;
}

/** The candidates at a place: the values of an option, else options, or the words of a command. */
function casesOf(command: Command): string[] {
  const name = wordOf(command);
  const options = Object.entries<Option>({ ...command.options, ...commonOptions });
  const valued = options.flatMap(([option, { argument, suggestions, values = suggestions ?? [] }]) =>
    argument ? [`      '${name} --${option}') candidates='${values.join(' ')}' ;;`] : [],
  );
  const all = [...options.map(([option]) => `--${option}`), '--help'].join(' ');
  return [
    ...valued,
    `      '${name} '*) [[ $value == -* ]] && candidates='${all}' || candidates='${(command.words ?? []).join(' ')}' ;;`,
  ];
}
