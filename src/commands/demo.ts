// `demo`: the whole job on a built-in sample: first report, alerts as received, a recovery, exit codes.
import { HOUR_MS, MINUTE_MS } from '../core/duration.ts';
import { ExitCode } from '../core/exit-code.ts';
import { renewWork } from '../demo/sample-home.ts';
import { setStage, type Stage } from '../demo/stage.ts';
import type { World } from '../world.ts';
import type { Command, Invocation, ParsedOptions } from './command.ts';

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
  const { tell } = actor;
  tell('Two sample gateways: "home" keeps credentials in JSON files, "server" in SQLite.');
  tell('Nothing here is real, and nothing leaves this machine.');

  actor.heading('1. Check: every agent of both gateways, files only');
  await actor.command('check', check, {});

  actor.heading('2. Run: ask the providers too, then tell people');
  await actor.command('run', runOnce, {});
  actor.showMail();
  actor.showWebhook();

  actor.heading('3. Someone pastes a new token for agent work; the next run, half an hour later');
  renewWork(stage.homeGateway, startedAt);
  const later = new Date(startedAt + HOUR_MS / 2 + MINUTE_MS).toISOString();
  await actor.command('run', runOnce, { quiet: true, now: later });
  actor.showMail();

  actor.heading('4. Exit codes, for scripts');
  for (const agent of ['home/work', 'home/night', 'server/ops']) {
    await actor.command('check', check, { agent: [agent], format: 'word' });
  }
}

/** Runs commands as a user would and shows what came of them. */
class Actor {
  readonly #stage: Stage;
  readonly #world: World;
  #mailsShown = 0;

  constructor(stage: Stage, world: World) {
    this.#stage = stage;
    // The user's own variables would point at the user's own gateway and state.
    const { PATH, LANG, TERM, NO_COLOR } = world.env;
    this.#world = {
      ...world,
      env: { PATH, LANG, TERM, NO_COLOR, HOME: stage.dir },
      home: stage.dir,
      cwd: stage.dir,
    };
  }

  readonly tell = (line: string): void => this.#world.stdout.write(`${line}\n`);

  heading(text: string): void {
    this.tell(`\n${text}\n${'─'.repeat(text.length)}`);
  }

  async command(name: string, { run }: Command, options: ParsedOptions): Promise<void> {
    const shown = Object.entries(options).map(([key, value]) =>
      value === true ? ` --${key}` : ` --${key} ${String(value)}`,
    );
    this.tell(`$ auth-monitor ${name}${shown.join('')}`);
    const world = this.#world;
    const code = await run({
      world,
      options: { ...options, config: this.#stage.configPath },
      args: [],
    });
    this.tell(`[exit code ${code}]`);
  }

  /** Shows the mails that came since the last time, as a mail program would. */
  showMail(): void {
    const fresh = this.#stage.mail.messages.slice(this.#mailsShown);
    this.#mailsShown += fresh.length;
    for (const { raw, to } of fresh) {
      const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ');
      this.tell(`\nE-mail received by ${to.join(', ')}\n  Subject: ${subject ?? ''}`);
      for (const line of plainPart(raw).trimEnd().split('\n')) this.tell(`  │ ${line}`);
    }
  }

  showWebhook(): void {
    const received = this.#stage.webhook.received.at(-1);
    if (received === undefined) return;
    const { type, data } = JSON.parse(received.body) as {
      type: string;
      data: { incidents: { title: string }[] };
    };
    const signed = received.isSigned === true ? 'signature right' : 'signature WRONG';
    this.tell(`\nWebhook received: ${type}, ${data.incidents.length} incidents, ${signed}`);
    this.tell(`  webhook-id: ${String(received.headers['webhook-id'])}`);
  }
}

/** The text part of a mail of ours: the first of the multipart, quoted-printable or as it is. */
function plainPart(raw: string): string {
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(raw)?.[1];
  const part = boundary === undefined ? raw : (raw.split(`--${boundary}`)[1] ?? raw).trimStart();
  const [head = '', ...body] = part.split('\r\n\r\n');
  const text = body.join('\n\n').replaceAll('\r\n', '\n');
  if (/^Content-Transfer-Encoding: base64/im.test(head))
    return Buffer.from(text, 'base64').toString('utf8');
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return text;
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
