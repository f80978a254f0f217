// `demo`: the whole job on a built-in sample: first report, alerts as received, a recovery, exit codes.
import { HOUR_MS, SECOND_MS } from '../core/duration.ts';
import { ExitCode } from '../core/exit-code.ts';
import { mailLines, webhookLines } from '../demo/received.ts';
import { renewWork } from '../demo/sample-home.ts';
import { setStage, type Stage } from '../demo/stage.ts';
import type { World } from '../world.ts';
import type { Command, Invocation, ParsedOptions } from './command.ts';

/** Width of what is told where no terminal says otherwise. */
const COLUMNS = 80;

/** Plays the demo on loopback and removes everything it made. */
export async function run({ world }: Invocation): Promise<number> {
  const startedAt = world.now();
  const stage = await setStage(startedAt);
  try {
    await play(stage, world, startedAt);
  } finally {
    await stage.clear();
  }
  return ExitCode.ok;
}

async function play(stage: Stage, world: World, startedAt: number): Promise<void> {
  const [check, runOnce] = await Promise.all([import('./check.ts'), import('./run.ts')]);
  const actor = new Actor(stage, world);
  actor.tell(
    'A sample of everything: two gateways ("home" keeps its credentials in JSON',
    'files, "server" in SQLite), a provider, a mailbox and a webhook receiver.',
    'All of it is made up, and nothing leaves this machine.',
  );

  actor.heading('1. Check: every credential of every agent, from the files alone');
  await actor.command('check', check, {});

  actor.heading('2. Run: ask the providers as well, then tell people');
  actor.tell('To the files the token of agent night is good for 200 days: asking tells more.', '');
  await actor.command('run', runOnce, { output: 'report.txt' });
  actor.showMail(['anthropic:work', 'anthropic:night']);
  actor.showWebhook();

  actor.heading('3. Somebody pastes a new token for agent work; the next run, half an hour later');
  actor.tell('Only what changed is told: the other problems have been announced.', '');
  renewWork(stage.homeGateway, startedAt);
  const later = `${new Date(startedAt + HOUR_MS / 2 + SECOND_MS).toISOString().slice(0, 19)}Z`;
  await actor.command('run', runOnce, { output: 'report.txt', now: later });
  actor.showMail([]);

  actor.heading('4. Exit codes, for scripts');
  for (const agent of ['home/work', 'home/main', 'server/ops']) {
    await actor.command('check', check, { agent: [agent], format: 'word' });
  }
  actor.tell('', 'Now your own gateway. It is only read, never changed:', '  auth-monitor check');
}

/** Runs commands as a user would and shows what came of them. */
class Actor {
  readonly #stage: Stage;
  readonly #world: World;
  readonly #width: number;
  #mailsShown = 0;

  constructor(stage: Stage, world: World) {
    this.#stage = stage;
    this.#width = world.stdout.columns ?? COLUMNS;
    // The user's own variables would point at the user's own gateway and state.
    const { PATH, LANG, LC_ALL, LC_CTYPE, TERM, NO_COLOR } = world.env;
    const ofTerminal = { LANG, LC_ALL, LC_CTYPE, TERM, NO_COLOR };
    // A file or a pipe gets what a terminal of this width shows, without colour.
    const ofFile = { LC_ALL: 'C.UTF-8', NO_COLOR: '1' };
    const { isTTY, write } = world.stdout;
    const shown = { isTTY: true, columns: this.#width, write };
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

  heading(text: string): void {
    this.tell('', text, '='.repeat(text.length));
  }

  async command(name: string, { run }: Command, options: ParsedOptions): Promise<void> {
    const shown = Object.entries(options).map(([key, value]) => ` --${key} ${String(value)}`);
    this.tell(`$ auth-monitor ${name}${shown.join('')}`);
    const world = this.#world;
    const config = this.#stage.configPath;
    const code = await run({ world, options: { ...options, config }, args: [] });
    this.tell(`[exit code ${code}]`);
  }

  /** Shows the mails that came since the last time. */
  showMail(about: readonly string[]): void {
    const fresh = this.#stage.mail.messages.slice(this.#mailsShown);
    this.#mailsShown += fresh.length;
    for (const mail of fresh) this.tell('', ...mailLines(mail, about, this.#width));
  }

  showWebhook(): void {
    const received = this.#stage.webhook.received.at(-1);
    if (received !== undefined) this.tell('', ...webhookLines(received, this.#width));
  }
}
