import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../../src/demo/smtp-sink.ts';
import { email } from '../../src/notifiers/email.ts';
import { createNotifier } from '../../src/notifiers/index.ts';
import { notification } from '../kit/notifications.ts';
import { attempt, testPorts } from '../kit/notifier-ports.ts';

describe('the SMTP sink', () => {
  let sink: SmtpSink;
  beforeEach(async () => {
    sink = await startSmtpSink();
  });
  afterEach(async () => sink.close());

  /** Writes lines, waiting for a reply to each, and gives the last code. */
  const talk = async (lines: readonly string[]) =>
    new Promise<string[]>((resolve, reject) => {
      const codes: string[] = [];
      const left = [...lines];
      const socket = connect(sink.port, sink.host);
      socket.on('error', reject);
      socket.on('close', () => resolve(codes));
      socket.on('data', (chunk) => {
        codes.push(chunk.toString().slice(0, 3));
        socket.write(`${left.shift() ?? 'QUIT'}\r\n`);
      });
    });

  test.each([
    [null, {}],
    ['demo', { user: 'demo', password: 'demo-password' }],
  ])('takes what the email channel sends (user %s)', async (user, login) => {
    const smtp = { host: sink.host, port: sink.port, tls: 'none', ...login };
    const options = { type: 'email', from: 'm@example.org', to: ['ops@example.org'], smtp };
    const notifier = createNotifier(email, email.schema.parse(options), testPorts());
    expect(await notifier.send(notification(), attempt())).toMatchObject({ ok: true });
    expect(sink.messages).toMatchObject([{ from: 'm@example.org', to: ['ops@example.org'], user }]);
    expect(sink.messages[0]?.raw).toContain('Subject: Auth expired: anthropic:default');
  });

  test('takes the second dot off lines that start with one', async () => {
    const body = ['Subject: dots', '', '..one', '...two', '.'].join('\r\n');
    await talk(['EHLO me', 'MAIL FROM:<a@b.c>', 'RCPT TO:<d@e.f>', 'DATA', body]);
    expect(sink.messages[0]?.raw).toBe('Subject: dots\r\n\r\n.one\r\n..two');
  });

  test('knows both logins, RSET, NOOP and what it does not know', async () => {
    const user = Buffer.from('ann').toString('base64');
    const plain = Buffer.from('\0bob\0pw').toString('base64');
    expect(
      await talk([
        'HELO me',
        'AUTH LOGIN',
        user,
        user,
        'AUTH PLAIN',
        plain,
        'NOOP',
        'VRFY x',
        'DATA',
        'RSET',
      ]),
    ).toEqual(['220', '250', '334', '334', '235', '334', '235', '250', '502', '503', '250', '221']);
  });
});
