import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { alertmanager } from '../../src/notifiers/alertmanager.ts';
import { awaitKnown, PROGRAM, startCluster } from '../kit/alertmanager-cluster.ts';
import { DAY_MS, gateway, HOUR_MS, house, token } from '../kit/built-cli.ts';
import { awaitPage, endServer, needsProgram } from '../kit/live-server.ts';
import {
  hostileNotification,
  incidentView,
  notification,
  notificationOf,
} from '../kit/notifications.ts';
import { attempt } from '../kit/notifier-ports.ts';
import { openChannel } from '../kit/platform-suite.ts';
import { digest } from '../kit/straining-notifications.ts';

type Shown = readonly { readonly labels: Readonly<Record<string, string>> }[];

async function shownBy(url: string | undefined): Promise<Shown> {
  return JSON.parse(await awaitPage(`${url}/api/v2/alerts`)) as Shown;
}

describe('a real Alertmanager', () => {
  test('of which one of two dies tells of each incident once, and of its end', async (context) => {
    needsProgram(context, PROGRAM);
    const { urls, servers, told } = await startCluster({ members: 2 });
    const home = house();
    const config = home.write('config.json5', {
      gateways: [{ stateDir: `${home.dir}/gateway` }],
      probe: { level: 'off' },
      state: { dir: home.state },
      notifiers: [{ type: 'alertmanager', url: urls, minSeverity: 'warn' }],
    });
    const secret = (index: number) => `sk-ant-oat01-${`FAKE${index}`.repeat(16)}`;
    const run = async (...lefts: readonly number[]) => {
      const profiles = lefts.map((leftMs, index) => [
        `anthropic:p${index}`,
        token(leftMs, { secret: secret(index) }),
      ]);
      gateway(home, Object.fromEntries(profiles));
      return home.run(['run', '--config', config]);
    };
    const firing = { status: 'firing', severities: ['critical'] };

    expect(await run(-HOUR_MS, 90 * DAY_MS)).toMatchObject({ code: 1 });
    await expect.poll(told, { timeout: 8_000 }).toEqual([firing]);

    await awaitKnown(String(urls[1]));
    await endServer(servers[0] as NonNullable<(typeof servers)[0]>);
    const { stderr } = await run(-HOUR_MS, -HOUR_MS);
    expect(stderr).toContain('alertmanager: firing (1) delivered');
    await expect.poll(told, { timeout: 8_000 }).toEqual([firing, firing]);

    expect(await run(90 * DAY_MS, 90 * DAY_MS)).toMatchObject({ code: 0 });
    const over = { status: 'resolved', severities: ['critical'] };
    await expect.poll(told, { timeout: 8_000 }).toEqual([firing, firing, over, over]);
    // Longer than the survivor would wait for the dead one.
    await sleep(2_500);
    expect(told()).toHaveLength(4);
  });

  test('takes what we send: two hundred at once, hostile names, a change for the worse', async (context) => {
    needsProgram(context, PROGRAM);
    const { urls } = await startCluster({ members: 1 });
    const [url] = urls;
    const channel = openChannel(alertmanager, { url });
    const now = { ...attempt(), now: Date.now() };
    expect(await channel.send(digest, now)).toMatchObject({ ok: true });
    expect(await shownBy(url)).toHaveLength(200);
    expect(await channel.send(hostileNotification(), now)).toMatchObject({ ok: true });
    const milder = incidentView({ severity: 'warn', fingerprint: 'fp-worse' });
    const worse = incidentView({ fingerprint: 'fp-worse' });
    const severities = async () =>
      (await shownBy(url))
        .filter(({ labels }) => labels['incident'] === 'fp-worse')
        .map(({ labels }) => labels['severity']);
    await channel.send(notification({ severity: 'warn', incidents: [milder] }), now);
    expect(await severities()).toEqual(['warning']);
    await channel.send(notification({ kind: 'escalated', incidents: [worse] }), now);
    await expect.poll(severities).toEqual(['critical']);
    await channel.renew?.({ incidents: [worse], monitor: notification().monitor }, now);
    await channel.send(notification({ kind: 'recovered', incidents: [worse] }), {
      ...now,
      now: Date.now(),
    });
    await expect.poll(severities).toEqual([]);
    expect(await channel.send(notificationOf('test'), now)).toMatchObject({ ok: true });
    const refused = await fetch(`${url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ labels: {} }, { labels: { a: 'kept' } }]),
    });
    // What the way to send one by one rests on.
    expect(refused.status).toBe(400);
    expect((await shownBy(url)).some(({ labels }) => labels['a'] === 'kept')).toBe(true);
  });
});
