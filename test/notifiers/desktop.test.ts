import { DAY_MS } from '../../src/core/duration.ts';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { desktop } from '../../src/notifiers/desktop.ts';
import { createNotifier } from '../../src/notifiers/index.ts';
import { fakePrograms, type FakePrograms } from '../kit/fake-program.ts';
import { incidentView, notification, notificationOf } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';
import { describeNotifier } from '../kit/notifier-suite.ts';

const BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' };

function open(programs: FakePrograms, options: object = {}, env: object = BUS) {
  const config = desktop.schema.parse({
    type: 'desktop',
    path: programs.path('notify-send'),
    ...options,
  });
  return createNotifier(desktop, config, testPorts({ env: { ...programs.env, ...env } }));
}

describe.skipIf(process.platform === 'win32')('desktop', () => {
  describeNotifier('desktop', async () => {
    const programs = fakePrograms('notify-send');
    return {
      working: open(programs),
      unreachable: open(programs, { path: '/nonexistent/notify-send' }),
      arrivals: async () =>
        programs.calls().map(({ args }) => ({ id: args[2] ?? '', text: args.slice(4).join('\n') })),
      secrets: [],
      close: async () => undefined,
    };
  });

  const sent = async (message = notification()) => {
    const programs = fakePrograms('notify-send');
    await open(programs).send(message, attempt());
    return programs.calls()[0];
  };

  test('is called with fixed options, and with the texts after --', async () => {
    const call = await sent();
    expect(call?.args.slice(0, 5)).toEqual([
      '--app-name=openclaw-auth-monitor',
      '--urgency=critical',
      '--hint=string:x-dunst-stack-tag:k5xq2mfw3jz7n4aabbccddeeff',
      '--',
      'Auth expired: anthropic:default (agents main, work) on host1',
    ]);
    expect(call?.args).toHaveLength(6);
    expect(call?.args[5]).toContain('claude setup-token');
    expect(call?.env).toMatchObject(BUS);
  });

  test('markup and escapes in names are shown as they stand', async () => {
    const hostile = incidentView({ title: '<b>&amp;</b> --icon=x \\n', agents: ['a\nb'] });
    const body = (await sent(notification({ incidents: [hostile] })))?.args[5] ?? '';
    expect(body).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt; --icon=x \\\\n');
    expect(body).toContain('a\\\\nb');
  });

  test('a recovery is of low urgency', async () => {
    expect((await sent(notificationOf('recovered')))?.args[1]).toBe('--urgency=low');
  });

  test.each([{}, { DBUS_SESSION_BUS_ADDRESS: '' }, { XDG_RUNTIME_DIR: '/nonexistent' }])(
    'without a session (%j) it says so and waits for one, a day long',
    async (env) => {
      const programs = fakePrograms('notify-send');
      const desk = open(programs, {}, env);
      expect(await desk.send(notification(), attempt())).toMatchObject({
        fault: 'transient',
        detail: expect.stringContaining('no desktop session'),
      });
      const late = { ...attempt(), now: Date.parse(notification().createdAt) + DAY_MS };
      expect(await desk.send(notification(), late)).toMatchObject({ fault: 'permanent' });
      expect(programs.calls()).toEqual([]);
    },
  );

  test('the bus of systemd is found where its variable is missing', async () => {
    const programs = fakePrograms('notify-send');
    const socket = join(programs.dir, 'bus');
    const bus = createServer().listen(socket);
    await new Promise((resolve) => {
      bus.once('listening', resolve);
    });
    const delivery = await open(programs, {}, { XDG_RUNTIME_DIR: programs.dir }).send(
      notification(),
      attempt(),
    );
    bus.close();
    expect(delivery.ok).toBe(true);
    expect(programs.calls()[0]?.env['DBUS_SESSION_BUS_ADDRESS']).toBe(`unix:path=${socket}`);
  });

  test('what notify-send says is told', async () => {
    const programs = fakePrograms('notify-send');
    programs.act('say Failed to connect to the bus');
    expect(await open(programs).send(notification(), attempt())).toMatchObject({
      fault: 'transient',
      detail: expect.stringContaining('exit 1 (Failed to connect to the bus)'),
    });
  });
});
