// Writes the completions of bash, zsh and fish from the command table.
// @ts-check
import { takesNextWord, takesPath } from './command-words.mjs';

/** @typedef {import('../src/commands/command.ts').CommandSpec} CommandSpec */
/** @typedef {import('../src/commands/command.ts').OptionSpec} OptionSpec */

/**
 * The completion script of bash, 3.2 included. The default command is the table's first.
 * @param {readonly CommandSpec[]} table @param {string} program @param {readonly string[]} aliases
 */
export function bashCompletion(table, program, aliases) {
  const name = identifier(program);
  const choices = table.flatMap((command) =>
    command.options.flatMap((option) =>
      option.choices
        ? spellings(option).map((word) => [
            `${command.name} ${word}`,
            option.choices?.join(' ') ?? '',
          ])
        : [],
    ),
  );
  const values = table.flatMap((command) =>
    command.options
      .filter(takesNextWord)
      .flatMap((option) => spellings(option).map((word) => `'${command.name} ${word}'`)),
  );
  return `# bash completion for ${program}; generated from its command table
_${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous='' command='' joined='' word
  [ "$COMP_CWORD" -gt 0 ] && previous=\${COMP_WORDS[COMP_CWORD-1]}
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${table.map((command) => command.name).join('|')}) command=$word; break ;;
    esac
  done
  # bash splits words at '=': --format=json arrives as three.
  if [ "$current" = '=' ]; then
    current='' joined=1
  elif [ "$previous" = '=' ]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]} joined=1
  fi
  local options='' choices=''
  case "\${command:-${table[0]?.name}} $previous" in
${choices.map(([key, words]) => `    '${key}') choices='${words}' ;;`).join('\n')}
  esac
  case "\${command:-${table[0]?.name}} $previous" in
    ${values.join('|')}) joined=1 ;;
  esac
  if [ -n "$joined" ]; then
    # Without a list of choices bash completes file names itself.
    # shellcheck disable=SC2207
    [ -z "$choices" ] || COMPREPLY=($(compgen -W "$choices" -- "$current"))
    return
  fi
  case "\${command:-${table[0]?.name}}" in
${table.map((command) => `    ${command.name}) options='${command.options.flatMap(spellings).join(' ')}' ;;`).join('\n')}
  esac
  case $current in
    -*) ;;
    *)
      options=''
      [ -n "$command" ] || options='${table.map((command) => command.name).join(' ')}'
      case "$command $previous" in
${worded(table)
  .map(({ name, words }) => `        '${name} ${name}') options='${words.join(' ')}' ;;`)
  .join('\n')}
      esac ;;
  esac
  # shellcheck disable=SC2207
  [ -z "$options" ] || COMPREPLY=($(compgen -W "$options" -- "$current"))
}
complete -o default -F _${name} ${[program, ...aliases].join(' ')}
`;
}

/**
 * The completion function of zsh.
 * @param {readonly CommandSpec[]} table @param {string} program @param {readonly string[]} aliases
 */
export function zshCompletion(table, program, aliases) {
  const name = identifier(program);
  return `#compdef ${[program, ...aliases].join(' ')}
# zsh completion for ${program}; generated from its command table
_${name}() {
  local -a commands names options
  commands=(
${table.map((command) => `    ${shellQuoted(`${command.name}:${oneLine(command.summary)}`)}`).join('\n')}
  )
  names=(${table.map((command) => command.name).join(' ')})
  local command=${table[0]?.name} named='' word context state line
  typeset -A opt_args
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if (( \${names[(Ie)$word]} )); then
      command=$word named=1
      break
    fi
  done
  case $command in
${table
  .map(
    (command) =>
      `    ${command.name})\n      options=(\n${command.options
        .flatMap(zshSpecs)
        .map((spec) => `        ${shellQuoted(spec)}\n`)
        .join('')}      ) ;;`,
  )
  .join('\n')}
  esac
  _arguments -C "\${options[@]}" '*: :->rest' && return
  if [[ $state == rest ]]; then
    if [[ -n $named ]]; then
      case "$command $words[CURRENT-1]" in
${worded(table)
  .map(({ name, words }) => `        '${name} ${name}') compadd -- ${words.join(' ')} ;;`)
  .join('\n')}
        *) _files ;;
      esac
    else
      _describe command commands
    fi
  fi
}
_${name} "$@"
`;
}

/** @param {OptionSpec} option */
function zshSpecs(option) {
  const escaped = (/** @type {string} */ words) => oneLine(words).replace(/[[\]\\:]/g, '\\$&');
  const choices = option.choices
    ? `(${option.choices.join(' ')})`
    : takesPath(option)
      ? '_files'
      : ' ';
  const action = option.value
    ? `${option.optionalValue ? '::' : ':'}${escaped(option.value)}:${choices}`
    : '';
  const many = option.repeatable ? '*' : '';
  return spellings(option).map((word) => {
    const joint = !option.value
      ? ''
      : option.optionalValue
        ? '=-'
        : word.startsWith('--')
          ? '='
          : '+';
    return `${many}${word}${joint}[${escaped(option.summary)}]${action}`;
  });
}

/**
 * The completion script of fish.
 * @param {readonly CommandSpec[]} table @param {string} program @param {readonly string[]} aliases
 */
export function fishCompletion(table, program, aliases) {
  const uses = `__${identifier(program)}_command`;
  const names = table.map((command) => command.name).join(' ');
  /** @param {CommandSpec} command @param {OptionSpec} option */
  const optionLine = (command, option) =>
    [
      `complete -c ${program} -n '${uses} ${command.name}' -l ${option.name}`,
      option.short ? `-s ${option.short}` : '',
      option.choices ? `-x -a '${option.choices.join(' ')}'` : valueFlag(option),
      `-d ${fishQuoted(option.summary)}`,
    ]
      .filter(Boolean)
      .join(' ');
  return `# fish completion for ${program}; generated from its command table
function ${uses} -d 'Whether the command line uses a command; without one it uses ${table[0]?.name}'
    set -l typed (commandline -opc)
    for word in $typed[2..-1]
        if contains -- $word ${names}
            test "$word" = "$argv[1]"
            return
        end
    end
    contains -- "$argv[1]" '' ${table[0]?.name}
end
${table.map((command) => `complete -c ${program} -n '${uses} ""' -f -a ${command.name} -d ${fishQuoted(command.summary)}`).join('\n')}
${worded(table)
  .map(
    ({ name, words }) =>
      `complete -c ${program} -n '${uses} ${name}; and test (commandline -opc)[-1] = ${name}' -f -a '${words.join(' ')}'`,
  )
  .join('\n')}
${table.flatMap((command) => command.options.map((option) => optionLine(command, option))).join('\n')}
${aliases.map((alias) => `complete -c ${alias} -w ${program}`).join('\n')}
`;
}

/** The commands whose first argument is one of some words. @param {readonly CommandSpec[]} table */
function worded(table) {
  return table.flatMap(({ name, words }) => (words ? [{ name, words }] : []));
}

/** @param {OptionSpec} option */
function valueFlag(option) {
  if (!takesNextWord(option)) return '';
  return takesPath(option) ? '-r -F' : '-x';
}

/** @param {OptionSpec} option */
function spellings(option) {
  return [...(option.short ? [`-${option.short}`] : []), `--${option.name}`];
}

/** @param {string} words */
const identifier = (words) => words.replace(/\W/g, '_');

/** @param {string} words */
const oneLine = (words) => words.replace(/\s+/g, ' ');

/** @param {string} words */
const shellQuoted = (words) => `'${words.replaceAll("'", `'\\''`)}'`;

/** @param {string} words */
const fishQuoted = (words) => `'${oneLine(words).replace(/[\\']/g, '\\$&')}'`;
