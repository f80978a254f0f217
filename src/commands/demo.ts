// `demo`: the whole job on a built-in sample: first report, alerts as received, a recovery, exit codes.
import { HOUR_MS, SECOND_MS } from '../core/duration.ts';
import { ExitCode } from '../core/exit-code.ts';
import { alertPhrases, type AlertPhrases } from '../core/phrases/alert-phrases.ts';
import { demoPhrases, type DemoPhrases } from '../core/phrases/demo-phrases.ts';
import { columnsOf } from '../core/terminal.ts';
import { wrapScript } from '../core/wrap-script.ts';
import { mailLines, webhookLines, type Showing } from '../demo/received.ts';
import { renewWork } from '../demo/sample-home.ts';
import { setStage, type Stage } from '../demo/stage.ts';
import type { World } from '../world.ts';
import type { Command, Invocation, ParsedOptions } from './command.ts';
import { foreignLang, langWithoutConfig } from './tongue.ts';

/** Width of what is told where no terminal says otherwise. */
const COLUMNS = 80;

/** Plays the demo on loopback and removes everything it made. */
export async function run(invocation: Invocation): Promise<number> {
  const { world, options } = invocation;
  const startedAt = world.now();
  const lang = foreignLang(world, options, langWithoutConfig(invocation));
  const stage = await setStage(startedAt, lang ?? 'en');
  try {
    await play(new Actor(stage, world, await wordsIn(lang)), startedAt);
  } finally {
    await stage.clear();
  }
  return ExitCode.ok;
}

async function wordsIn(lang: ReturnType<typeof foreignLang>): Promise<Omit<Showing, 'width'>> {
  if (lang === null) return { words: demoPhrases, fix: fixOf(alertPhrases) };
  const { loadDemo, loadSpeech } = await import('../languages/index.ts');
  const [words, { alerts }] = await Promise.all([loadDemo(lang), loadSpeech(lang)]);
  return { words, fix: fixOf(alerts) };
}

function fixOf({ label, colon }: AlertPhrases): string {
  return label.fix + colon;
}

async function play(actor: Actor, startedAt: number): Promise<void> {
  const [check, runOnce] = await Promise.all([import('./check.ts'), import('./run.ts')]);
  const { words } = actor;
  const { headings } = words;
  actor.say(words.sample);
  actor.say(words.madeUp);

  actor.heading(`1. ${headings.check}`);
  await actor.command('check', check, {});

  actor.heading(`2. ${headings.run}`);
  actor.say(words.asking);
  actor.tell('');
  await actor.command('run', runOnce, { output: 'report.txt' });
  actor.showMail(['anthropic:work', 'anthropic:night']);
  actor.showWebhook();

  actor.heading(`3. ${headings.renewed}`);
  actor.say(words.onlyNews);
  actor.tell('');
  renewWork(actor.stage.homeGateway, startedAt);
  const later = `${new Date(startedAt + HOUR_MS / 2 + SECOND_MS).toISOString().slice(0, 19)}Z`;
  await actor.command('run', runOnce, { output: 'report.txt', now: later });
  actor.showMail([]);

  actor.heading(`4. ${headings.exitCodes}`);
  for (const agent of ['home/work', 'home/main', 'server/ops']) {
    await actor.command('check', check, { agent: [agent], format: 'word' });
  }
  actor.tell('');
  actor.say(words.yourTurn);
  actor.tell(`  ${actor.program} check`);
}

/** Runs commands as a user would and shows what came of them. */
class Actor {
  readonly stage: Stage;
  readonly words: DemoPhrases;
  readonly #world: World;
  readonly #showing: Showing;
  #mailsShown = 0;

  constructor(stage: Stage, world: World, said: Omit<Showing, 'width'>) {
    this.stage = stage;
    this.words = said.words;
    const width = world.stdout.columns ?? COLUMNS;
    this.#showing = { ...said, width };
    // The user's own variables would point at the user's own gateway and state.
    const { PATH, LANG, LC_ALL, LC_CTYPE, TERM, NO_COLOR } = world.env;
    const ofTerminal = { LANG, LC_ALL, LC_CTYPE, TERM, NO_COLOR };
    // A file or a pipe gets what a terminal of this width shows, without colour.
    const ofFile = { LC_ALL: 'C.UTF-8', NO_COLOR: '1' };
    const { isTTY, write } = world.stdout;
    const shown = { isTTY: true, columns: width, write };
    this.#world = {
      ...world,
      env: { PATH, HOME: stage.dir, ...(isTTY ? ofTerminal : ofFile) },
      home: stage.dir,
      cwd: stage.dir,
      stdout: shown,
      // One text in order, wherever the two go.
      stderr: { ...shown, isTTY: false },
    };
  }

  tell(...lines: readonly string[]): void {
    this.#world.stdout.write(`${lines.join('\n')}\n`);
  }

  /** A sentence, broken where the terminal ends. */
  say(text: string): void {
    this.tell(...this.#wrapped(text));
  }

  heading(text: string): void {
    const lines = this.#wrapped(text);
    this.tell('', ...lines, '='.repeat(Math.max(...lines.map(columnsOf))));
  }

  #wrapped(text: string): readonly string[] {
    return wrapScript(text, Math.min(this.#showing.width, COLUMNS));
  }

  /** What the reader has to type; `npm run demo` is run in a clone, where nothing is installed yet. */
  get program(): string {
    return this.#world.env['npm_lifecycle_event'] === 'demo' ? 'node dist/cli.cjs' : 'auth-monitor';
  }

  async command(name: string, { run }: Command, options: ParsedOptions): Promise<void> {
    const shown = Object.entries(options).map(([key, value]) => ` --${key} ${String(value)}`);
    this.tell(`$ auth-monitor ${name}${shown.join('')}`);
    const world = this.#world;
    const config = this.stage.configPath;
    const code = await run({ world, options: { ...options, config }, args: [] });
    this.tell(this.words.exitCode(code));
  }

  /** Shows the mails that came since the last time. */
  showMail(about: readonly string[]): void {
    const fresh = this.stage.mail.messages.slice(this.#mailsShown);
    this.#mailsShown += fresh.length;
    for (const mail of fresh) this.tell('', ...mailLines(mail, about, this.#showing));
  }

  showWebhook(): void {
    const received = this.stage.webhook.received.at(-1);
    if (received !== undefined) this.tell('', ...webhookLines(received, this.#showing));
  }
}
