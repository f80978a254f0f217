import { describe, expect, test } from 'vitest';
import { createNotifier } from '../../src/notifiers/index.ts';
import { termux } from '../../src/notifiers/termux.ts';
import { fakePrograms, type FakePrograms } from '../kit/fake-program.ts';
import {
  hostileNotification,
  incidentView,
  notification,
  notificationOf,
} from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';
import { describeNotifier } from '../kit/notifier-suite.ts';

const SHOW = 'termux-notification';
const REMOVE = 'termux-notification-remove';
const phone = () => fakePrograms(SHOW, REMOVE);

function open({ env, dir }: FakePrograms, options: object = {}, prefix = dir) {
  const config = termux.schema.parse({ type: 'termux', ...options });
  return createNotifier(termux, config, testPorts({ env: { ...env, PREFIX: prefix } }));
}

/** The options of a call by name; flags are true. */
function options(args: readonly string[]): Record<string, string | true> {
  const found: Record<string, string | true> = {};
  for (const [index, arg] of args.entries()) {
    if (!arg.startsWith('--')) continue;
    const next = args[index + 1];
    found[arg.slice(2)] = next === undefined || next.startsWith('--') ? true : next;
  }
  return found;
}

const shown = (programs: FakePrograms) =>
  programs.calls().flatMap(({ name, args }) => (name === SHOW ? [options(args)] : []));

const incidents = (count: number) =>
  Array.from({ length: count }, (_, index) => incidentView({ fingerprint: `fp-${index}` }));

describe.skipIf(process.platform === 'win32')('termux', () => {
  describeNotifier('termux', async () => {
    const programs = phone();
    return {
      working: open(programs),
      unreachable: open(programs, {}, '/nonexistent'),
      arrivals: async () =>
        shown(programs).map(({ id, title, content }) => ({
          id: String(id),
          text: `${String(title)}\n${String(content)}`,
        })),
      secrets: [],
      close: async () => undefined,
    };
  });

  test('a failure stays until it is over, in the group of the monitor', async () => {
    const programs = phone();
    await open(programs).send(notification(), attempt());
    expect(shown(programs)).toEqual([
      {
        id: 'openclaw-auth-monitor-fp-anthropic-default',
        group: 'openclaw-auth-monitor',
        title: 'Auth expired: anthropic:default (agents main, work) on host1',
        content: expect.stringContaining('claude setup-token'),
        priority: 'high',
        'alert-once': true,
        ongoing: true,
      },
    ]);
  });

  test('a warning can be swiped away', async () => {
    const programs = phone();
    const warning = incidentView({ severity: 'warn', code: 'profile_expiring' });
    await open(programs).send(notification({ severity: 'warn', incidents: [warning] }), attempt());
    expect(shown(programs)[0]).toMatchObject({ priority: 'default' });
    expect(shown(programs)[0]).not.toHaveProperty('ongoing');
  });

  test.each(['escalated', 'reminder'] as const)(
    'a message of kind %s sounds again',
    async (kind) => {
      const programs = phone();
      await open(programs).send(notificationOf(kind), attempt());
      expect(shown(programs)[0]).not.toHaveProperty('alert-once');
    },
  );

  test('a recovery removes what is shown, then says so in a way that can be swiped away', async () => {
    const programs = phone();
    await open(programs).send(notificationOf('recovered'), attempt());
    const [removed, told] = programs.calls();
    expect(removed).toMatchObject({
      name: REMOVE,
      args: ['openclaw-auth-monitor-fp-anthropic-default'],
    });
    expect(told?.name).toBe(SHOW);
    expect(options(told?.args ?? [])).toMatchObject({ priority: 'low' });
    expect(options(told?.args ?? [])).not.toHaveProperty('ongoing');
  });

  test('each incident has a notification of its own; what is beyond a handful shares one', async () => {
    const programs = phone();
    await open(programs).send(notification({ incidents: incidents(4) }), attempt());
    expect(shown(programs).map(({ id }) => id)).toEqual(
      [0, 1, 2, 3].map((index) => `openclaw-auth-monitor-fp-${index}`),
    );
    await open(programs).send(notification({ incidents: incidents(9) }), attempt());
    const more = shown(programs).at(-1);
    expect(shown(programs)).toHaveLength(9);
    expect(more).toMatchObject({ id: 'openclaw-auth-monitor-more' });
    expect(more).not.toHaveProperty('ongoing');
  });

  test('what was shown is not shown again when the next one fails', async () => {
    const programs = phone();
    const told = notification({ incidents: incidents(3) });
    const first = await open(programs).send(told, attempt({ recipients: ['fp-1', 'fp-2'] }));
    expect(first.ok).toBe(true);
    expect(shown(programs).map(({ id }) => id)).toEqual([
      'openclaw-auth-monitor-fp-1',
      'openclaw-auth-monitor-fp-2',
    ]);
  });

  test('buttons and taps run scripts, and nothing of the message is in them', async () => {
    const programs = phone();
    const buttons = [{ label: 'Check now', script: '/data/data/com.termux/files/home/check.sh' }];
    const tap = '/data/data/com.termux/files/home/open.sh';
    await open(programs, { buttons, tap }).send(hostileNotification(), attempt());
    expect(shown(programs)[0]).toMatchObject({
      action: tap,
      button1: 'Check now',
      'button1-action': '/data/data/com.termux/files/home/check.sh',
    });
  });

  test.each([
    { tap: 'open.sh' },
    { tap: '/home/a b.sh' },
    { tap: '/home/$(id)' },
    { tap: '/home/x;y' },
    { buttons: [{ label: 'Check' }] },
    { buttons: [{ label: '', script: '/a' }] },
    { buttons: Array.from({ length: 4 }, () => ({ label: 'x', script: '/a' })) },
  ])('%j does not fit the schema', (given) => {
    expect(termux.schema.safeParse({ type: 'termux', ...given }).success).toBe(false);
  });

  test('without Termux:API it says what is missing', async () => {
    const delivery = await open(phone(), {}, '/nonexistent').send(notification(), attempt());
    expect(delivery).toMatchObject({
      fault: 'transient',
      detail:
        'termux-notification cannot be started (ENOENT); are Termux:API and its app installed?',
    });
  });

  test('a command that hangs, as without the app, is ended', async () => {
    const programs = phone();
    programs.act('hang');
    const stop = new AbortController();
    const sending = open(programs).send(notification(), attempt({ signal: stop.signal }));
    await expect.poll(() => programs.childPid()).not.toBeNull();
    stop.abort();
    expect(await sending).toMatchObject({
      fault: 'transient',
      detail: expect.stringContaining('was killed; are Termux:API and its app installed?'),
    });
  });

  test('a command that fails is tried again, with what it said', async () => {
    const programs = phone();
    programs.act('say Termux:API not allowed');
    expect(await open(programs).send(notification(), attempt())).toEqual({
      ok: false,
      fault: 'transient',
      detail: 'termux-notification exit 1 (Termux:API not allowed)',
    });
  });
});
