// The receivers that an email and a webhook are sent to while they are measured.
// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

/** Starts both on the loopback; `received` counts what arrived whole. */
export async function startReceivers() {
  const received = { email: 0, webhook: 0 };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.on('end', () => {
        received.email++;
        done();
      });
      stream.resume();
    },
  });
  const http = createServer((request, response) => {
    request.on('end', () => {
      received.webhook++;
      response.end();
    });
    request.resume();
  });
  const listening = [
    once(smtp.listen(0, '127.0.0.1'), 'listening'),
    once(http.listen(0, '127.0.0.1'), 'listening'),
  ];
  await Promise.all(listening);
  const smtpPort = /** @type {import('node:net').AddressInfo} */ (smtp.server.address()).port;
  const httpPort = /** @type {import('node:net').AddressInfo} */ (http.address()).port;
  return {
    received,
    email: {
      type: 'email',
      from: 'monitor@example.org',
      to: ['ops@example.org'],
      smtp: { host: '127.0.0.1', port: smtpPort, tls: 'none' },
    },
    webhook: { type: 'webhook', url: `http://127.0.0.1:${httpPort}/` },
    close: () =>
      Promise.all([
        new Promise((done) => smtp.close(() => done(null))),
        new Promise((done) => http.close(done)),
      ]),
  };
}
