import { afterEach, describe, expect, test } from 'vitest';
import type { SMTPServerOptions } from 'smtp-server';
import { createNotifier } from '../../src/notifiers/index.ts';
import { email } from '../../src/notifiers/email.ts';
import { notification } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';
import { describeNotifier } from '../kit/notifier-suite.ts';
import { type SmtpScript, startScriptedSmtp } from '../kit/scripted-smtp.ts';
import { CA_FILE, LOGIN, reply, startSmtpServer } from '../kit/smtp-server.ts';

const TO = ['ann@example.org', 'bob@example.org', 'cy@example.org'];

interface Changes {
  readonly smtp?: object;
  readonly to?: readonly string[];
}

function open(port: number, { smtp = {}, to = ['ops@example.org'] }: Changes = {}) {
  const options = {
    type: 'email',
    from: 'Monitor <monitor@example.org>',
    to,
    smtp: { host: 'localhost', port, ca: CA_FILE, ...LOGIN, ...smtp },
  };
  return createNotifier(email, email.schema.parse(options), testPorts());
}

const plain = { tls: 'none', ca: undefined, user: undefined, password: undefined };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map(async (close) => close()));
});

async function server(options: SMTPServerOptions = {}) {
  const started = await startSmtpServer(options);
  closing.push(started.close);
  return started;
}

async function script(changes: SmtpScript) {
  const started = await startScriptedSmtp(changes);
  closing.push(started.close);
  return started;
}

describeNotifier('email', async () => {
  const started = await startSmtpServer();
  const dead = await startSmtpServer();
  await dead.close();
  return {
    working: open(started.port),
    unreachable: open(dead.port),
    arrivals: async () =>
      started.mails.map(({ mail }) => ({ id: mail.messageId ?? '', text: mail.text ?? '' })),
    secrets: [LOGIN.password, Buffer.from(LOGIN.password).toString('base64')],
    close: started.close,
  };
});

describe('mail over TLS', () => {
  test.each(['starttls', 'implicit'] as const)(
    'is delivered with %s, login and own CA',
    async (tls) => {
      const smtp = await server({ secure: tls === 'implicit' });
      const delivery = await open(smtp.port, { smtp: { tls } }).send(notification(), attempt());
      expect(delivery).toEqual({
        ok: true,
        detail: `localhost:${smtp.port} accepted it for 1 of 1`,
      });
      expect(smtp.mails).toMatchObject([
        { from: 'monitor@example.org', to: ['ops@example.org'], secure: true },
      ]);
    },
  );

  test.each(['starttls', 'implicit'] as const)(
    'with %s never sends the password to a server it does not trust',
    async (tls) => {
      const smtp = await server({ secure: tls === 'implicit' });
      const notifier = open(smtp.port, { smtp: { tls, ca: undefined } });
      const delivery = await notifier.send(notification(), attempt());
      expect(delivery).toMatchObject({
        ok: false,
        fault: 'transient',
        pending: ['ops@example.org'],
      });
      expect(delivery.detail).toContain('name its CA in smtp.ca');
      expect(smtp.passwords).toEqual([]);
    },
  );

  test('never sends the password to a server without STARTTLS', async () => {
    const smtp = await script({ EHLO: '250-script\r\n250 AUTH PLAIN LOGIN' });
    const delivery = await open(smtp.port).send(notification(), attempt());
    expect(delivery).toMatchObject({ ok: false, fault: 'transient' });
    expect(delivery.detail).toContain('no STARTTLS');
    expect(smtp.lines.join('\n')).not.toMatch(/AUTH|MAIL/);
  });

  test('refuses a certificate for another name, unless that name is given', async () => {
    const smtp = await server();
    const wrong = open(smtp.port, { smtp: { servername: 'mail.example.org' } });
    const delivery = await wrong.send(notification(), attempt());
    expect(delivery.detail).toContain('smtp.servername');
    const right = open(smtp.port, { smtp: { host: '127.0.0.1', servername: 'localhost' } });
    expect(await right.send(notification(), attempt())).toMatchObject({ ok: true });
  });

  test('says so when port and kind of TLS do not fit', async () => {
    const smtp = await server();
    const notifier = open(smtp.port, { smtp: { tls: 'implicit' } });
    expect((await notifier.send(notification(), attempt())).detail).toContain('465 is implicit');
  });
});

describe('the login', () => {
  test('with a wrong password is an auth fault that does not tell the password', async () => {
    const smtp = await server();
    const notifier = open(smtp.port, { smtp: { password: 'canary-wrong-password' } });
    const delivery = await notifier.send(notification(), attempt());
    expect(delivery).toMatchObject({ ok: false, fault: 'auth', pending: ['ops@example.org'] });
    expect(delivery.detail).toContain('535');
    // The test server repeats the password in its reply.
    expect(delivery.detail).toContain('[redacted]');
    expect(JSON.stringify(delivery)).not.toContain('canary');
    expect(smtp.mails).toEqual([]);
  });

  test('that the server cannot check just now is tried again', async () => {
    const smtp = await server({ onAuth: (_auth, _session, done) => done(reply(454, 'later')) });
    expect(await open(smtp.port).send(notification(), attempt())).toMatchObject({
      fault: 'transient',
    });
  });

  test('is missing where the server wants one: an auth fault', async () => {
    const smtp = await server();
    const notifier = open(smtp.port, { smtp: { user: undefined, password: undefined } });
    expect(await notifier.send(notification(), attempt())).toMatchObject({ fault: 'auth' });
  });

  test('goes to this machine without TLS too', async () => {
    const smtp = await server({ allowInsecureAuth: true, hideSTARTTLS: true });
    const notifier = open(smtp.port, { smtp: { tls: 'none', ca: undefined } });
    expect(await notifier.send(notification(), attempt())).toMatchObject({ ok: true });
    expect(smtp.passwords).toEqual([LOGIN.password]);
  });
});

describe('recipients', () => {
  const refusing = async (replies: Readonly<Record<string, number>>) =>
    server({
      onRcptTo({ address }, _session, done) {
        const code = replies[address];
        done(code === undefined ? null : reply(code, `no ${address}`));
      },
    });

  test('one refused for good does not hold up the others', async () => {
    const smtp = await refusing({ 'bob@example.org': 550 });
    const delivery = await open(smtp.port, { to: TO }).send(notification(), attempt());
    expect(delivery).toMatchObject({ ok: true, refused: ['bob@example.org'] });
    expect(delivery.detail).toContain('2 of 3; bob@example.org');
    expect(smtp.mails[0]?.to).toEqual(['ann@example.org', 'cy@example.org']);
  });

  test('one put off is owed the mail, and a retry goes to that one alone under the same Message-ID', async () => {
    const replies: Record<string, number> = { 'bob@example.org': 452, 'cy@example.org': 550 };
    const smtp = await refusing(replies);
    const notifier = open(smtp.port, { to: TO });
    const delivery = await notifier.send(notification(), attempt());
    expect(delivery).toMatchObject({
      ok: false,
      fault: 'transient',
      pending: ['bob@example.org'],
      refused: ['cy@example.org'],
    });
    delete replies['bob@example.org'];
    const retry = await notifier.send(notification(), attempt({ recipients: ['bob@example.org'] }));
    expect(retry).toMatchObject({ ok: true });
    expect(smtp.mails.map(({ to }) => to)).toEqual([['ann@example.org'], ['bob@example.org']]);
    expect(smtp.mails[1]?.mail.messageId).toBe(smtp.mails[0]?.mail.messageId);
    expect(smtp.mails[1]?.mail.to).toHaveLength(3);
  });

  test.each([
    [550, 550, { fault: 'permanent', pending: [], refused: TO.slice(0, 2) }],
    [452, 452, { fault: 'transient', pending: TO.slice(0, 2), refused: [] }],
    [452, 550, { fault: 'transient', pending: TO.slice(0, 1), refused: TO.slice(1, 2) }],
    [503, 503, { fault: 'transient', pending: TO.slice(0, 2), refused: [] }],
  ])('all refused, by %i and %i', async (first, second, expected) => {
    const smtp = await refusing({ 'ann@example.org': first, 'bob@example.org': second });
    const notifier = open(smtp.port, { to: TO.slice(0, 2) });
    expect(await notifier.send(notification(), attempt())).toMatchObject({
      ok: false,
      ...expected,
    });
  });

  test('nobody is mailed who is no longer in the config', async () => {
    const smtp = await server();
    const gone = attempt({ recipients: ['former@example.org'] });
    expect(await open(smtp.port).send(notification(), gone)).toMatchObject({ ok: true });
    expect(smtp.mails).toEqual([]);
  });
});

describe('a server that says no to the mail', () => {
  test.each([
    [550, 'permanent'],
    [451, 'transient'],
    [530, 'auth'],
  ])('to its sender by %i: %s', async (code, fault) => {
    const smtp = await server({
      onMailFrom: (_address, _session, done) => done(reply(code, 'no')),
    });
    expect(await open(smtp.port).send(notification(), attempt())).toMatchObject({ fault });
  });

  test('to its content by 452 is asked again later', async () => {
    const smtp = await script({ content: '452 4.2.2 mailbox full' });
    const delivery = await open(smtp.port, { smtp: plain }).send(notification(), attempt());
    expect(delivery).toMatchObject({ fault: 'transient', pending: ['ops@example.org'] });
    expect(delivery.detail).toContain('452 4.2.2 mailbox full');
  });

  test('to its content by 552 is asked once more with the text alone, then it is final', async () => {
    const smtp = await script({ content: '552 5.3.4 not like this' });
    const delivery = await open(smtp.port, { smtp: plain }).send(notification(), attempt());
    expect(delivery).toMatchObject({ fault: 'permanent', refused: ['ops@example.org'] });
    expect(smtp.lines.filter((line) => line === 'DATA')).toHaveLength(2);
    expect(smtp.lines.filter((line) => line.startsWith('Content-Type: text/html'))).toHaveLength(1);
  });

  test('to everybody by its greeting is no judgement of the mail', async () => {
    const smtp = await script({ greeting: '554 no service for you' });
    const delivery = await open(smtp.port, { smtp: plain }).send(notification(), attempt());
    expect(delivery).toMatchObject({ fault: 'transient' });
  });
});

describe('a connection that breaks', () => {
  test.each([
    ['greeting', 'transient'],
    ['EHLO', 'transient'],
    ['MAIL', 'transient'],
    ['RCPT', 'transient'],
    ['DATA', 'transient'],
    ['content', 'ambiguous'],
  ])('at %s is %s', async (at, fault) => {
    const smtp = await script({ [at]: null });
    const delivery = await open(smtp.port, { smtp: plain }).send(notification(), attempt());
    expect(delivery).toMatchObject({ ok: false, fault, pending: ['ops@example.org'] });
  });

  test.each([
    ['greeting', 'transient'],
    ['content', 'ambiguous'],
  ])('because time is up while the server is silent at %s is %s', async (at, fault) => {
    const smtp = await script({ [at]: undefined });
    const signal = AbortSignal.timeout(300);
    const notifier = open(smtp.port, { smtp: plain });
    const delivery = await notifier.send(notification(), attempt({ signal }));
    expect(delivery).toMatchObject({ ok: false, fault });
    expect(delivery.detail).toContain('stopped before it was done');
  });

  test('to a server that speaks something else is tried again', async () => {
    const smtp = await script({ greeting: 'SSH-2.0-OpenSSH_9.9' });
    const delivery = await open(smtp.port, { smtp: plain }).send(notification(), attempt());
    expect(delivery).toMatchObject({ ok: false, fault: 'transient' });
  });
});
