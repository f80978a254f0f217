import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { columnsOf } from '../../src/core/terminal.ts';
import { DAY_MS, gateway, HOUR_MS, house, token, type House } from '../kit/built-cli.ts';
import { onTerminal } from '../kit/terminal.ts';

interface Line {
  readonly subject: string;
  readonly state: string;
  readonly text: string;
  readonly fix: readonly string[];
}

async function linesOf(home: House, ...args: readonly string[]) {
  const { code, stdout, stderr } = await home.run(['doctor', '--json', ...args], {
    env: { PATH: `${home.dir}/bin:${process.env['PATH'] ?? ''}` },
  });
  const { state, lines } = JSON.parse(stdout) as { state: string; lines: readonly Line[] };
  const about = (subject: string) => lines.filter((line) => line.subject === subject);
  return { code, stderr, stdout, state, lines, about };
}

/** A program of this name that prints a text. */
function program(home: House, name: string, prints: string): void {
  const path = home.write(`bin/${name}`, `#!/bin/sh\ncat <<'X'\n${prints}\nX\n`);
  chmodSync(path, 0o755);
}

async function listening(): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

function config(home: House, dir: string, more: object): readonly string[] {
  const path = home.write('config.json5', { gateways: [{ stateDir: dir }], ...more });
  return ['--config', path, '--monitor-state', home.state];
}

test('a monitor that was never set up needs attention and is not broken', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  const { code, state, about, stderr } = await linesOf(home, '--state-dir', dir);
  expect({ code, state, stderr }).toEqual({ code: 0, state: 'attention', stderr: '' });
  expect(about('config')).toMatchObject([{ state: 'ok', text: expect.stringContaining('none') }]);
  expect(about('channel')).toMatchObject([{ state: 'attention', fix: ['auth-monitor init'] }]);
  expect(about('schedule')).toMatchObject([{ state: 'attention', fix: ['auth-monitor install'] }]);
  expect(about('last run')).toMatchObject([{ state: 'attention' }]);
  expect(about('gateway')[0]?.text).toMatch(/JSON stores; 1 agent, 1 profile$/);
  expect(readdirSync(home.home)).toEqual([]);
});

test('names every fault of a config and goes on', async () => {
  const home = house();
  const path = home.write('config.json5', '{ notifers: [], warnWithin: 3 }');
  const { code, about } = await linesOf(home, '--config', path);
  expect(code).toBe(1);
  expect(about('config')).toHaveLength(2);
  expect(about('program')).toHaveLength(1);
});

test('connects to each channel and sends nothing', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  const port = await listening();
  const secret = 'zQ7canary9Kx';
  const smtp = { host: '127.0.0.1', port, tls: 'none' };
  const args = config(home, dir, {
    notifiers: [
      { type: 'webhook', name: 'here', url: `http://127.0.0.1:${port}/${secret}` },
      { type: 'webhook', name: 'gone', url: `http://127.0.0.1:9/${secret}` },
      { type: 'email', from: 'a@example.org', to: ['b@example.org'], smtp },
      { type: 'exec', command: ['/nowhere/program'] },
      { type: 'ntfy', topic: { env: 'NO_SUCH_TOPIC' } },
    ],
  });
  const { code, about, stdout } = await linesOf(home, ...args);
  expect(code).toBe(1);
  const states = about('channel').map(({ state, text }) => `${state} ${text}`);
  expect(states).toEqual([
    expect.stringMatching(/^attention here \(webhook\): http:\S+ answers; nothing delivered yet$/),
    expect.stringMatching(/^broken gone \(webhook\): http:\/\/127.0.0.1:9 cannot be reached \(E/),
    expect.stringMatching(/^attention email: 127.0.0.1:\d+ answers/),
    expect.stringMatching(/^broken exec: there is no program \/nowhere\/program/),
    expect.stringMatching(/^(broken|attention) ntfy: /),
  ]);
  expect(about('secrets').map(({ state }) => state)).toEqual(['broken', 'ok']);
  expect(stdout).not.toContain(secret);
});

test('knows each option that a run would refuse, and what it warns of', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  const mail = { type: 'email', from: 'a@example.org', to: ['b@example.org'] };
  const smtp = { host: 'mail.invalid', tls: 'none' };
  const args = config(home, dir, {
    probe: { level: 'off' },
    notifiers: [
      { type: 'webhook', name: 'open', url: 'http://hooks.invalid/x' },
      { type: 'webhook', name: 'file', url: 'ftp://127.0.0.1/x' },
      { ...mail, name: 'clear', smtp },
      { ...mail, name: 'risky', smtp: { ...smtp, allowInsecure: true } },
      { type: 'ntfy', topic: { env: 'NO_SUCH_TOPIC' } },
    ],
    heartbeat: { url: 'no address' },
  });
  const { code, about } = await linesOf(home, ...args);
  expect(code).toBe(1);
  const refused = about('config').filter(({ state }) => state === 'broken');
  const run = await home.run(['run', ...args]);
  expect(run.code).toBe(78);
  expect(refused.map(({ text }) => text)).toHaveLength(4);
  for (const { text } of refused) expect(run.stderr).toContain(`  - ${text}\n`);
  const risks = about('config').filter(({ state }) => state === 'attention');
  expect(risks.map(({ text }) => text)).toEqual([expect.stringMatching(/risky.* not encrypted/)]);
});

test('knows of the last run, the outbox and the last success of a channel', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(-DAY_MS) });
  const args = config(home, dir, {
    probe: { level: 'off' },
    notifiers: [{ type: 'exec', command: ['/bin/true'] }],
  });
  await home.run(['run', ...args]);
  const { code, about } = await linesOf(home, ...args);
  expect(about('channel')).toMatchObject([
    { state: 'ok', text: expect.stringMatching(/^exec: \/bin\/true is there; last delivered /) },
  ]);
  expect(about('outbox')).toMatchObject([{ state: 'ok', text: 'nothing is owed' }]);
  expect(about('last run')).toMatchObject([{ state: 'ok' }]);
  expect(code).toBe(0);
});

test('tells what is owed, a lock that was left, and a state that is damaged', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(-DAY_MS) });
  const args = config(home, dir, {
    probe: { level: 'off' },
    notifiers: [{ type: 'webhook', url: 'http://127.0.0.1:9/' }],
  });
  await home.run(['run', ...args]);
  writeFileSync(join(home.state, 'lock'), '{"token":"x","pid":1,"startedAt":1,"expiresAt":2}');
  const owed = await linesOf(home, ...args);
  expect(owed.about('outbox')).toMatchObject([{ state: 'attention' }]);
  expect(owed.about('lock')).toMatchObject([{ state: 'attention' }]);
  expect(owed.about('channel')).toMatchObject([{ state: 'broken' }]);
  writeFileSync(join(home.state, 'state.json'), 'no state');
  const { code, about } = await linesOf(home, ...args);
  expect(code).toBe(1);
  expect(about('state')).toMatchObject([{ state: 'broken' }]);
});

test('finds a systemd timer, a cron job and a watch', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  program(
    home,
    'systemctl',
    [
      'Id=openclaw-auth-monitor@alice.timer',
      'ActiveState=active',
      'NextElapseUSecRealtime=Sat 2026-11-21 17:30:00 UTC',
      'LastTriggerUSec=Sat 2026-11-21 17:00:00 UTC',
      '',
      'Id=openclaw-auth-monitor-watch@bob.service',
      'ActiveState=failed',
    ].join('\n'),
  );
  program(home, 'crontab', '# a comment\n*/30 * * * * /usr/bin/node /x/auth-monitor run --quiet');
  mkdirSync(home.state, { mode: 0o700 });
  home.write('state/heartbeat.json', { at: new Date().toISOString(), exitCode: 2, pid: 1 });
  const { code, about } = await linesOf(home, '--state-dir', dir, '--monitor-state', home.state);
  const texts = about('schedule').map(({ state, text }) => `${state} ${text}`);
  expect(texts).toContain(
    'ok systemd openclaw-auth-monitor@alice.timer, last Sat 2026-11-21 17:00:00 UTC, next Sat 2026-11-21 17:30:00 UTC',
  );
  expect(texts).toContain('broken openclaw-auth-monitor-watch@bob.service is failed');
  expect(texts).toContain('ok cron */30 * * * *, in crontab');
  expect(texts.at(-1)).toMatch(/^ok watch, last run .* with exit code 2$/);
  expect(code).toBe(1);
});

test('a run is late by its own schedule, and a user without lingering is told', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  const at = (hours: number): string => {
    const iso = new Date(Date.now() + hours * HOUR_MS).toISOString();
    return `Sat ${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
  };
  const ago = new Date(Date.now() - 20 * HOUR_MS).toISOString();
  await home.run([
    'run',
    '--state-dir',
    dir,
    '--monitor-state',
    home.state,
    '--probe=off',
    '--now',
    ago,
  ]);
  const lastRun = async () =>
    (await linesOf(home, '--state-dir', dir, '--monitor-state', home.state)).about('last run');
  const timer = (last: number, next: number) =>
    program(
      home,
      'systemctl',
      `Id=openclaw-auth-monitor.timer\nActiveState=active\nNextElapseUSecRealtime=${at(next)}\nLastTriggerUSec=${at(last)}`,
    );
  timer(-20, 4);
  expect(await lastRun()).toMatchObject([{ state: 'ok' }]);
  timer(-0.25, 0.25);
  expect(await lastRun()).toMatchObject([{ state: 'broken' }]);
  program(home, 'loginctl', 'Linger=no');
  const { about } = await linesOf(home, '--state-dir', dir, '--monitor-state', home.state);
  expect(about('schedule')).toContainEqual(
    expect.objectContaining({ state: 'attention', fix: ['loginctl enable-linger'] }),
  );
});

test('says what is not covered, and which OpenClaw was there', async () => {
  const home = house();
  const ref = { source: 'exec', provider: 'vault', id: 'x' };
  const dir = gateway(home, {
    'anthropic:default': { type: 'token', provider: 'anthropic', tokenRef: ref },
    'acme:default': { type: 'api_key', provider: 'acme', key: 'fake-key-0000' },
  });
  home.write('gateway/openclaw.json', {
    meta: { lastTouchedVersion: '2026.2.9' },
    secrets: { providers: { vault: { source: 'exec', command: '/bin/false' } } },
  });
  const { about } = await linesOf(home, '--state-dir', dir);
  expect(about('gateway')[0]?.text).toContain('OpenClaw 2026.2.9');
  const texts = about('not covered').map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringContaining('secret_ref_unresolved'));
  expect(texts).toContainEqual(expect.stringContaining('no way to ask acme'));
});

test('no gateway is broken', async () => {
  const home = house();
  const { code, about } = await linesOf(home);
  expect(code).toBe(1);
  expect(about('not covered')).toMatchObject([{ state: 'broken' }]);
});

test('prints by its own schema', async () => {
  const home = house();
  const schema = await home.run(['schema', 'doctor']);
  const { stdout } = await linesOf(home, '--now', '2030-01-02T03:04:05Z');
  const shape = z.fromJSONSchema(JSON.parse(schema.stdout) as z.core.JSONSchema.JSONSchema);
  expect(shape.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  expect(JSON.parse(stdout)).toMatchObject({ generatedAt: '2030-01-02T03:04:05.000Z' });
});

test.for([80, 40])('fits %i columns', async (columns, context) => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  const args = ['doctor', '--no-color', '--state-dir', dir];
  const { shown } = await onTerminal(context, home, args, { columns });
  const long = shown.split('\n').filter((line) => columnsOf(line) > columns);
  expect(long).toEqual([]);
  expect(shown.replaceAll(/\s+/g, ' ')).toMatch(/ATTENTION: 0 broken, \d+ need attention, \d+ ok/);
});
