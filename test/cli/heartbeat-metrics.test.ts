import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startWebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import { alertHouse, START, type AlertHouse } from '../kit/alert-house.ts';
import { DAY_MS, HOUR_MS, needsRoot } from '../kit/built-cli.ts';

const CANARY = 'Gh7Kq2Vw9Lm4Zx';

async function aSwitch() {
  const receiver = await startWebhookReceiver();
  onTestFinished(() => receiver.close());
  return receiver;
}

const beats = ({ received }: { readonly received: readonly { method: string; path: string }[] }) =>
  received.map(({ method, path }) => `${method} ${path}`);

describe('the heartbeat', () => {
  test('is about the monitor: a run that reports an expired credential is a healthy one', async () => {
    const home = await alertHouse();
    const receiver = await aSwitch();
    home.configure({ heartbeat: { url: `${receiver.url}ping/${CANARY}` } });
    home.store({ 'anthropic:a': -HOUR_MS });
    expect(await home.at(0)).toMatchObject({ code: 1 });
    const ok = [`GET /ping/${CANARY}/start`, `GET /ping/${CANARY}`];
    expect(beats(receiver)).toEqual(ok);
    home.store({ 'anthropic:a': 90 * DAY_MS });
    expect(await home.at(HOUR_MS)).toMatchObject({ code: 0 });
    expect(beats(receiver)).toEqual([...ok, ...ok]);
  });

  test.each([
    ['Healthchecks', `ping/${CANARY}`, `POST /ping/${CANARY}/fail`],
    ['Healthchecks with a query', `ping/${CANARY}?rid=1`, `POST /ping/${CANARY}/fail?rid=1`],
    [
      'Uptime Kuma',
      `api/push/${CANARY}?status=up&msg=OK`,
      `GET /api/push/${CANARY}?status=down&msg=the+state+cannot+be+kept`,
    ],
  ])('%s hears of a state that cannot be kept', async (_, path, expected) => {
    const home = await alertHouse();
    const receiver = await aSwitch();
    home.configure({ heartbeat: { url: receiver.url + path, start: false } });
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0, ['--monitor-state', '/dev/null/x']);
    expect(beats(receiver)).toEqual([expected]);
  });

  test('Uptime Kuma hears of a good run', async () => {
    const home = await alertHouse();
    const receiver = await aSwitch();
    home.configure({ heartbeat: { url: `${receiver.url}api/push/${CANARY}` } });
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await home.at(0);
    expect(beats(receiver)).toEqual([`GET /api/push/${CANARY}?status=up`]);
  });

  test.each([
    [
      'answers with an error',
      500,
      /^warning: http:\/\/127\.0\.0\.1:\d+ answered the heartbeat with HTTP 500$/m,
    ],
    ['redirects', 302, /answered the heartbeat with HTTP 302/],
    ['hangs up', null, /did not hear the heartbeat \(\w+\)$/m],
  ])(
    'one that %s is a warning without the URL, and changes no exit code',
    async (_, status, says) => {
      const home = await alertHouse();
      const receiver = await aSwitch();
      receiver.respond(() => (status === null ? null : { status, headers: { location: '/x' } }));
      home.configure({ heartbeat: { url: `${receiver.url}ping/${CANARY}` } });
      for (const [leftMs, code] of [
        [90 * DAY_MS, 0],
        [-HOUR_MS, 1],
      ] as const) {
        home.store({ 'anthropic:a': leftMs });
        const ended = await home.at(0);
        expect(ended.code).toBe(code);
        expect(ended.stderr).toMatch(says);
        expect(ended.stderr).not.toContain(CANARY.slice(0, 5));
      }
    },
  );

  test('hears of a store that cannot be read, and of metrics that cannot be written', async () => {
    const home = await alertHouse();
    const receiver = await aSwitch();
    const heartbeat = { url: `${receiver.url}ping`, start: false };
    home.configure({ heartbeat });
    home.store({ 'anthropic:a': 90 * DAY_MS });
    home.write('gateway/agents/main/agent/auth-profiles.json', '{');
    await home.at(0);
    home.configure({ heartbeat, metrics: { textfile: join(home.dir, 'nowhere/auth.prom') } });
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await home.at(HOUR_MS);
    expect(receiver.received.map(({ path, body }) => [path, body])).toEqual([
      ['/ping/fail', 'credential stores cannot be read: 1'],
      ['/ping/fail', 'the metrics cannot be written'],
    ]);
  });

  test('notify beats too, a dry run and a check do not', async () => {
    const home = await alertHouse();
    const receiver = await aSwitch();
    home.configure({ heartbeat: { url: `${receiver.url}ping` } });
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await home.at(0, ['--dry-run']);
    const { stdout } = await home.run(['check', '--config', home.config, '--json']);
    expect(beats(receiver)).toEqual([]);
    await home.run(['notify', '--config', home.config, '--report', '-'], { input: stdout });
    expect(beats(receiver)).toEqual(['GET /ping/start', 'GET /ping']);
  });
});

/** A line of the Prometheus text format. */
const EXPOSITION =
  /^(?:# (?:HELP \w+ .*|TYPE \w+ (?:gauge|counter|untyped))|[a-z_]\w*(?:\{(?:\w+="(?:[^"\\\n]|\\["\\n])*",?)*\})? -?[\d.e+]+)$/;

function metricsOf(home: AlertHouse, file: string): string {
  home.configure({ metrics: { textfile: file } });
  return file;
}

describe('the metrics textfile', () => {
  test('is valid, for everyone to read whatever the umask, and replaced in one step', async () => {
    const home = await alertHouse();
    mkdirSync(join(home.dir, 'collector'));
    const file = metricsOf(home, join(home.dir, 'collector/auth.prom'));
    home.store({ 'anthropic:a': -HOUR_MS });
    const nodeOptions = ['--require', home.write('umask.cjs', 'process.umask(0o077);')];
    const ended = await home.run(['run', '--config', home.config], { nodeOptions });
    expect(ended.code).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o644);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/\n$/);
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter((line) => !EXPOSITION.test(line)),
    ).toEqual([]);
    expect(readdirSync(join(home.dir, 'collector'))).toEqual(['auth.prom']);
  });

  test('says what each channel got and is owed, and when it last worked', async () => {
    const home = await alertHouse();
    const file = metricsOf(home, join(home.dir, 'auth.prom'));
    home.store({ 'anthropic:a': -HOUR_MS });
    home.webhook.respond(() => ({ status: 503 }));
    await home.at(0);
    await home.at(HOUR_MS / 2);
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.filter((line) => /^openclaw_auth_(?:notif|outbox)/.test(line)).sort()).toEqual([
      `openclaw_auth_notification_last_success_timestamp_seconds{channel="email"} ${START / 1000}`,
      'openclaw_auth_notifications_total{channel="email",outcome="delivered"} 1',
      'openclaw_auth_notifications_total{channel="webhook",outcome="transient"} 2',
      'openclaw_auth_outbox_pending{channel="email"} 0',
      'openclaw_auth_outbox_pending{channel="webhook"} 1',
    ]);
  });

  test('that cannot be written is a warning; 73 only when all is well', async () => {
    const home = await alertHouse();
    metricsOf(home, join(home.dir, 'nowhere/auth.prom'));
    for (const [leftMs, code] of [
      [90 * DAY_MS, 73],
      [HOUR_MS, 2],
      [-HOUR_MS, 1],
    ] as const) {
      home.store({ 'anthropic:a': leftMs });
      const ended = await home.at(0);
      expect(ended.code).toBe(code);
      expect(ended.stderr).toMatch(/^warning: Cannot write .*\/nowhere\/auth\.prom: ENOENT$/m);
    }
  });

  test('in a directory of somebody else too', async (context) => {
    needsRoot(context);
    const home = await alertHouse();
    metricsOf(home, join(home.dir, 'auth.prom'));
    chmodSync(home.dir, 0o755);
    chmodSync(home.config, 0o644);
    const away = { uid: 64_999, env: { HOME: '/nowhere' }, cwd: '/' };
    const ended = await home.run(['run', '--config', home.config, '--now', '2026-11-21'], away);
    // No gateway there either.
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^warning: Cannot write .*auth\.prom: EACCES$/m);
  });
});
