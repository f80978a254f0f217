import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exec } from '../../src/notifiers/exec.ts';
import { createNotifier } from '../../src/notifiers/index.ts';
import { fakePrograms, type FakePrograms } from '../kit/fake-program.ts';
import { notification } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';
import { describeNotifier } from '../kit/notifier-suite.ts';
import { saidBy } from '../kit/said.ts';

const SECRET = 'canary-exec-secret';

function open(programs: FakePrograms, options: object = {}) {
  const given = { type: 'exec', command: [programs.path('alert')], ...options };
  const env = { ...programs.env, SMTP_PASSWORD: 'canary-other-channel' };
  return createNotifier(exec, exec.schema.parse(given), testPorts({ env }));
}

describe.skipIf(process.platform === 'win32')('exec', () => {
  describeNotifier('exec', async () => {
    const programs = fakePrograms('alert');
    const env = { TOKEN: SECRET };
    return {
      working: open(programs, { env }),
      unreachable: open(programs, { command: ['/nonexistent/alert'], env }),
      arrivals: async () =>
        programs.calls().map(({ input }) => ({
          id: (JSON.parse(input) as { data: { id: string } }).data.id,
          text: input,
        })),
      secrets: [SECRET, 'canary-other-channel'],
      close: async () => undefined,
    };
  });

  test('gets the public body on its input, and its arguments as they stand', async () => {
    const programs = fakePrograms('alert');
    const command = [programs.path('alert'), '$(id)', 'a b', '; exit 1', '*'];
    await open(programs, { command }).send(notification(), attempt());
    const [call] = programs.calls();
    expect(call?.args).toEqual(command.slice(1));
    expect(JSON.parse(call?.input ?? '')).toMatchObject({
      type: 'auth.firing',
      data: { kind: 'firing', incidents: [{ code: 'profile_expired' }] },
    });
  });

  test('sees what the message is about, its own variables, and nothing of other channels', async () => {
    const programs = fakePrograms('alert');
    await open(programs, { env: { TOKEN: SECRET } }).send(notification(), attempt());
    const [call] = programs.calls();
    expect(call?.env).toMatchObject({
      TOKEN: SECRET,
      OPENCLAW_AUTH_MONITOR_ID: 'k5xq2mfw3jz7n4aabbccddeeff',
      OPENCLAW_AUTH_MONITOR_KIND: 'firing',
      OPENCLAW_AUTH_MONITOR_SEVERITY: 'fail',
      OPENCLAW_AUTH_MONITOR_VERDICT: 'failing',
      OPENCLAW_AUTH_MONITOR_SUBJECT: 'Auth expired: anthropic:default (agents main, work) on host1',
    });
    expect(call?.env).not.toHaveProperty('SMTP_PASSWORD');
  });

  test.each([
    ['exit 1', 'transient', 'exit 1'],
    ['exit 65', 'permanent', 'exit 65'],
    ['exit 75', 'transient', 'exit 75'],
    ['exit 77', 'auth', 'exit 77'],
    ['exit 127', 'transient', 'exit 127'],
    ['say no network', 'transient', 'exit 1 (no network)'],
    [`say refused ${SECRET}`, 'transient', 'exit 1 (refused [redacted])'],
    ['crash', 'ambiguous', 'exit by a signal'],
  ])('that does "%s" is %s', async (act, fault, detail) => {
    const programs = fakePrograms('alert');
    programs.act(act);
    const delivery = await open(programs, { env: { TOKEN: SECRET } }).send(
      notification(),
      attempt(),
    );
    const path = programs.path('alert');
    expect(delivery).toEqual({ ok: false, fault, detail: `${path}: ${detail}` });
  });

  test('that says too much is cut', async () => {
    const programs = fakePrograms('alert');
    programs.act(`say ${'x'.repeat(9_000)}`);
    const { detail = '' } = await open(programs).send(notification(), attempt());
    expect(detail.length).toBeLessThan(400);
  });

  test('that hangs is killed with all it started, and may have sent the message', async () => {
    const programs = fakePrograms('alert');
    programs.act('hang');
    const stop = new AbortController();
    const sending = open(programs).send(notification(), attempt({ signal: stop.signal }));
    await expect.poll(() => programs.childPid()).not.toBeNull();
    stop.abort();
    expect(await sending).toMatchObject({ ok: false, fault: 'ambiguous' });
    const child = programs.childPid() ?? 0;
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  test.each(['/etc/passwd/alert', '/etc/passwd', '/etc'])(
    '%s, which is no program, is tried again later',
    async (path) => {
      const delivery = await open(fakePrograms(), { command: [path] }).send(
        notification(),
        attempt(),
      );
      expect(delivery).toMatchObject({ ok: false, fault: 'transient' });
    },
  );

  test.each([
    { command: [] },
    { command: ['alert.sh'] },
    { command: ['./alert.sh'] },
    { command: '/bin/true' },
    { command: ['/bin/true', 1] },
    { command: ['/bin/true', 'a\0b'] },
    { command: ['/bin/true'], env: { 'A=B': 'x' } },
    { command: ['/bin/true'], shell: true },
  ])('%j does not fit the schema', (options) => {
    expect(exec.schema.safeParse({ type: 'exec', ...options }).success).toBe(false);
  });

  test('a variable with NUL is refused before anything is sent', () => {
    const programs = fakePrograms('alert');
    expect(saidBy(() => open(programs, { env: { TOKEN: 'canary\0' } }))).toContain(
      'cannot hold NUL',
    );
  });
});

/** A killed process may stay a zombie until its new parent looks. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'));
}
