// Writes the help of the program and of single commands from the command table.
import { ExitCode } from '../core/exit-code.ts';
import type { Lang } from '../core/lang.ts';
import { helpPhrases, type HelpPhrases } from '../core/phrases/help-phrases.ts';
import { columnsOf, padColumns, wrapColumns } from '../core/terminal.ts';
import { wrapScript } from '../core/wrap-script.ts';
import type { CommandSpec, Invocation, OptionSpec } from './command.ts';
import { checkSpec } from './check-spec.ts';
import { commandTable } from './table.ts';
import type { TableSentence } from './table-sentence.ts';
import { foreignLang, langWithoutConfig } from './tongue.ts';

/** What advice and examples call it; the long name is the title. */
const PROGRAM = 'auth-monitor';
const TITLE = 'openclaw-auth-monitor';

/** What a language says of the program; a sentence of the table that it leaves out does not compile. */
interface HelpWords {
  readonly frame: HelpPhrases;
  readonly sentences: Readonly<Record<TableSentence, string>>;
  /** Questions of the wizard, which are what its flags stand for. */
  readonly asks: Readonly<Record<string, string>>;
}

/** Prints the help for one command, or for the program when `name` is null, in the reader's language. */
export async function showHelp(invocation: Invocation, name: string | null): Promise<ExitCode> {
  const { world, options } = invocation;
  const lang = foreignLang(world, options, langWithoutConfig(invocation));
  const words = lang === null ? null : await wordsOf(lang);
  const { isTTY, columns = LINE } = world.stdout;
  const layout = new Layout(words, Math.max(24, isTTY ? Math.min(columns, LINE) : LINE));
  const spec = commandTable.find((command) => command.name === name);
  const lines = spec === undefined ? programHelp(layout) : commandHelp(spec, layout);
  world.stdout.write(lines.join('\n'));
  return ExitCode.ok;
}

async function wordsOf(lang: Exclude<Lang, 'en'>): Promise<HelpWords> {
  const { loadHelp, loadScreens } = await import('../languages/index.ts');
  const [{ frame, sentences }, { init }] = await Promise.all([loadHelp(lang), loadScreens(lang)]);
  return { frame, sentences, asks: init.asks };
}

function programHelp(layout: Layout): string[] {
  const { frame } = layout;
  const check = commandTable.find((command) => command.name === checkSpec.name);
  return [
    ...layout.wrap(`${TITLE}: ${frame.purpose}`),
    '',
    `${frame.usage}${PROGRAM} [COMMAND] [OPTIONS]`,
    ...layout.indented(frame.shortFor(TITLE, checkSpec.name), columnsOf(frame.usage)),
    '',
    frame.commands,
    ...layout.columns(commandTable.map(({ name, summary }) => [name, layout.say(summary)])),
    '',
    frame.optionsOf(checkSpec.name),
    ...layout.columns((check?.options ?? []).map((option) => layout.optionRow(option))),
    '',
    frame.examples,
    ...(check?.examples ?? []).flatMap((example) => layout.example(example)),
    '',
    frame.exitCodes,
    ...layout.columns([
      ['0', frame.codes.fine],
      ['1', frame.codes.failing],
      ['2', frame.codes.expiring],
      ['64 70 73 74 78', frame.codes.own],
      ['75', frame.codes.undelivered],
    ]),
    '',
    ...layout.wrap(frame.tellsMore(`${PROGRAM} COMMAND --help`)),
    '',
  ];
}

function commandHelp(spec: CommandSpec, layout: Layout): string[] {
  const { frame } = layout;
  const args = spec.args === undefined ? '' : ` ${spec.args}`;
  return [
    ...layout.wrap(layout.say(spec.summary)),
    '',
    `${frame.usage}${PROGRAM} ${spec.name} [OPTIONS]${args}`,
    '',
    frame.options,
    ...layout.columns(spec.options.map((option) => layout.optionRow(option))),
    '',
    frame.examples,
    ...spec.examples.flatMap((example) => layout.example(example)),
    '',
    ...layout.wrap(frame.exits(layout.say(spec.exits))),
    '',
  ];
}

const GAP = 2;
const LINE = 80;
/** Below this a term stands on a line of its own. */
const NARROW = 60;
const WIDEST_TERM = 26;

/** The words of a language in lines of a width. */
class Layout {
  readonly frame: HelpPhrases;
  readonly #words: HelpWords | null;
  readonly #width: number;

  constructor(words: HelpWords | null, width: number) {
    this.frame = words?.frame ?? helpPhrases;
    this.#words = words;
    this.#width = width;
  }

  /** A sentence of the table. */
  say(sentence: string): string {
    // The table's type holds its sentences one by one; only a row taken as such forgets it.
    return this.#words?.sentences[sentence as TableSentence] ?? sentence;
  }

  wrap(text: string, taken = 0): string[] {
    const width = this.#width - taken;
    return this.#words === null ? wrapColumns(text, width) : wrapScript(text, width);
  }

  indented(text: string, depth: number): string[] {
    const indent = ' '.repeat(depth);
    return this.wrap(text, depth).map((line) => indent + line);
  }

  example({ line, does }: CommandSpec['examples'][number]): string[] {
    return [...this.wrap(this.say(does), 4).map((part) => `  # ${part}`), `  ${line}`];
  }

  optionRow(option: OptionSpec): readonly [string, string] {
    const { name, summary, value, choices } = option;
    const given = value === undefined ? '' : option.optionalValue ? `[=${value}]` : ` ${value}`;
    const short = option.short === undefined ? '' : `-${option.short}, `;
    const ask = this.#words?.asks[name];
    const said = ask === undefined ? this.say(summary) : `${summary.split(':')[0]}: ${ask}`;
    const notes = [
      said,
      ...(choices === undefined ? [] : [this.frame.oneOf(choices.join(', '))]),
      ...(option.repeatable ? [this.frame.repeatable] : []),
    ];
    return [`${short}--${name}${given}`, notes.join(this.frame.joint)];
  }

  /** Two columns; long text goes on below itself. */
  columns(rows: readonly (readonly [string, string])[]): string[] {
    if (this.#width < NARROW) {
      return rows.flatMap(([term, text]) => [`  ${term}`, ...this.indented(text, 6)]);
    }
    const widest = Math.min(WIDEST_TERM, Math.max(...rows.map(([term]) => columnsOf(term))));
    const left = widest + GAP;
    return rows.flatMap(([term, text]) => {
      const [first = '', ...more] = this.indented(text, left + GAP);
      const fits = columnsOf(term) <= widest;
      const head = fits
        ? [`  ${padColumns(term, left)}${first.trimStart()}`]
        : [`  ${term}`, first];
      return [...head, ...more];
    });
  }
}
