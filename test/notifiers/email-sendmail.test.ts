import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { email } from '../../src/notifiers/email.ts';
import { createNotifier } from '../../src/notifiers/index.ts';
import { notification } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';

const FAKE = join(import.meta.dirname, '../fixtures/sendmail/fake-sendmail.sh');

describe.skipIf(process.platform === 'win32')('mail by the local sendmail', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'auth-monitor-sendmail-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const open = (act = '', sendmail: object = {}) => {
    const options = {
      type: 'email',
      from: 'root',
      to: ['ann', 'bob@example.org'],
      sendmail: {
        path: FAKE,
        env: { SENDMAIL_DIR: dir, SENDMAIL_DO: act || 'take', OWN_TOKEN: 'canary-own' },
        ...sendmail,
      },
    };
    const env = {
      PATH: process.env['PATH'],
      LANG: 'de_DE.UTF-8',
      GNUPGHOME: '/keys',
      SMTP_PASSWORD: 'canary-password',
      TELEGRAM_TOKEN: 'canary-token',
    };
    return createNotifier(email, email.schema.parse(options), testPorts({ env }));
  };
  const kept = (name: string) => readFileSync(join(dir, name), 'utf8');

  test('is handed over whole, with fixed arguments and without a shell', async () => {
    const delivery = await open().send(notification(), attempt());
    expect(delivery).toEqual({ ok: true, detail: `queued by ${FAKE}` });
    expect(kept('args').trim().split('\n')).toEqual([
      '-i',
      '-f',
      'root',
      '--',
      'ann',
      'bob@example.org',
    ]);
    const mail = await PostalMime.parse(kept('mail'));
    expect(mail.subject).toBe('Auth expired: anthropic:default (agents main, work) on host1');
    expect(mail.to).toHaveLength(2);
  });

  test('takes own arguments in place of the fixed ones, as msmtp wants them', async () => {
    await open('', { args: ['-a', 'local $(id)', '-i'] }).send(notification(), attempt());
    expect(kept('args').trim().split('\n')).toEqual([
      '-a',
      'local $(id)',
      '-i',
      'ann',
      'bob@example.org',
    ]);
  });

  test('is told what a mail program needs, and no token of another channel', async () => {
    await open().send(notification(), attempt());
    const env = kept('env');
    expect(env).toContain('LANG=de_DE.UTF-8');
    expect(env).toContain('GNUPGHOME=/keys');
    expect(env).toContain('OWN_TOKEN=canary-own');
    expect(env).not.toMatch(/canary-(?!own)/);
  });

  test('goes only to those who are still owed it', async () => {
    await open().send(notification(), attempt({ recipients: ['ann'] }));
    expect(kept('args').trim().split('\n').at(-1)).toBe('ann');
    expect(kept('args')).not.toContain('bob');
  });

  test.each([
    [1, 'transient'],
    [64, 'transient'],
    [65, 'permanent'],
    [67, 'permanent'],
    [69, 'transient'],
    [75, 'transient'],
    [77, 'auth'],
    [78, 'transient'],
  ])('refused with exit %i is %s, and says why', async (code, fault) => {
    const delivery = await open(`exit${code}`).send(notification(), attempt());
    expect(delivery).toMatchObject({
      ok: false,
      fault,
      detail: `${FAKE}: exit ${code} (fake: told to fail)`,
    });
  });

  test('by a program that is not there is tried again later', async () => {
    const delivery = await open('', { path: '/nonexistent/sendmail' }).send(
      notification(),
      attempt(),
    );
    expect(delivery).toMatchObject({
      ok: false,
      fault: 'transient',
      detail: '/nonexistent/sendmail: cannot be started (ENOENT)',
      pending: ['ann', 'bob@example.org'],
    });
  });

  test('by a program that hangs is stopped with all it started, and may be queued', async () => {
    const stop = new AbortController();
    const sending = open('hang').send(notification(), attempt({ signal: stop.signal }));
    while (!existsSync(join(dir, 'child')) || kept('child') === '') {
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    stop.abort();
    expect(await sending).toMatchObject({ ok: false, fault: 'ambiguous' });
    const child = Number(kept('child'));
    await expect.poll(() => isRunning(child)).toBe(false);
  });
});

/** A killed process may stay a zombie until its new parent looks. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
