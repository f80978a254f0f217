// The built program is killed 208 times, at every phase of a run and at random, with real receivers: what
// it had to announce arrives, and a receiver that knows a message by its id gets it once.
import { watch } from 'node:fs';
import { expect, test } from 'vitest';
import { readAlertState } from '../../src/state/index.ts';
import { alertHouse, iso, START, type AlertHouse } from '../kit/alert-house.ts';
import { gateway, HOUR_MS, token, type Started } from '../kit/built-cli.ts';

/** In one house; a message names 20 problems at most. */
const ROUNDS = 13;
const MINUTE_MS = 60_000;

/** Kills a run at a moment of its own; `after` is 0 to 1, for the moments that are a matter of time. */
type Phase = (home: AlertHouse, run: Started, after: number) => void;

const kill = ({ child }: Started): void => void child.kill('SIGKILL');

/** When a name appears or changes in the state directory. */
const onFile =
  (pattern: RegExp, nth = 1): Phase =>
  ({ state }, run) => {
    let seen = 0;
    const watcher = watch(state, (_, name) => {
      if (name !== null && pattern.test(name) && ++seen === nth) kill(run);
    });
    run.child.once('close', () => watcher.close());
  };

const onWebhook =
  (before: boolean): Phase =>
  ({ webhook }, run) => {
    webhook.respond(() => {
      if (before) kill(run);
      else setImmediate(() => kill(run));
      return { status: 204 };
    });
  };

const onMail: Phase = ({ mail }, run) => {
  const had = mail.messages.length;
  const look = setInterval(() => {
    if (mail.messages.length > had) kill(run);
  }, 1);
  run.child.once('close', () => clearInterval(look));
};

const atRandom: Phase = (_, run, after) => {
  const timer = setTimeout(() => kill(run), after * 400);
  run.child.once('close', () => clearTimeout(timer));
};

const PHASES: readonly (readonly [string, Phase])[] = [
  ['when it takes the lease', onFile(/^lock$/)],
  ['while it writes the state', onFile(/^\.state\.json\..*\.tmp$/)],
  ['when the state with its messages is committed', onFile(/^state\.json$/)],
  ['when the webhook has the message and did not answer', onWebhook(true)],
  ['when the webhook has answered', onWebhook(false)],
  ['when the mail is accepted', onMail],
  ['while it writes down an answer', onFile(/^\.state\.json\..*\.tmp$/, 3)],
  ['at random', atRandom],
];

/** The ids under which a problem was announced, by profile. */
function announced(messages: readonly { readonly id: string; readonly text: string }[]) {
  const ids = new Map<string, Set<string>>();
  for (const { id, text } of messages) {
    for (const profile of new Set(text.match(/anthropic:p\d+/g))) {
      ids.set(profile, (ids.get(profile) ?? new Set()).add(id));
    }
  }
  return ids;
}

test.each(PHASES)(
  'kill -9 %s, 26 times: all arrives, and once by its id',
  async (_, phase) => {
    await Promise.all([crash(phase, 0), crash(phase, 0.5)]);
  },
  60_000,
);

async function crash(phase: Phase, offset: number): Promise<void> {
  const home = await alertHouse();
  // One problem more in every round; nothing else may come between.
  home.configure({ alerts: { stormCap: 1_000, reminderEvery: '30d' } });
  gateway(home, {});
  await home.at(0);
  const known = home.webhook.received.length;
  const stored: Record<string, object> = {};
  let killed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    stored[`anthropic:p${round}`] = token(-HOUR_MS, { now: START, secret: secretOf(round) });
    gateway(home, stored);
    const now = iso(START + (round + 1) * MINUTE_MS);
    const run = home.start(['run', '--config', home.config, '--now', now, '--quiet']);
    phase(home, run, (offset + round * 0.618) % 1);
    const { signal } = await run.ended;
    if (signal === 'SIGKILL') killed += 1;
    home.webhook.respond(() => ({ status: 204 }));
    expect(readAlertState(home.state).isBroken).toBe(false);
  }
  expect(killed).toBeGreaterThan(ROUNDS / 2);
  const last = await home.at((ROUNDS + 10) * MINUTE_MS);
  expect(last.code).toBe(1);
  expect(readAlertState(home.state).state.outbox).toEqual([]);
  const hooks = home.webhook.received.slice(known).map(({ headers, body }) => ({
    id: String(headers['webhook-id']),
    text: body,
  }));
  const mails = home.mail.messages.map(({ raw }) => ({
    id: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
    text: raw.replaceAll(/=\r\n/g, ''),
  }));
  const expected = Array.from({ length: ROUNDS }, (_, round) => `anthropic:p${round}`).sort();
  for (const ids of [announced(hooks), announced(mails)]) {
    expect([...ids.keys()].sort()).toEqual(expected);
    expect([...ids].filter(([, messages]) => messages.size !== 1)).toEqual([]);
  }
}

function secretOf(round: number): string {
  return `sk-ant-oat01-${`FAKE${String(round).padStart(4, '0')}`.repeat(8)}`;
}
