import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { gateway, HOUR_MS, house, needsRoot, token } from '../kit/built-cli.ts';
import { freePorts, needsProgram } from '../kit/live-server.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { selfSigned } from '../kit/tls.ts';

const NOBODY = 65_534;

interface Postfix {
  readonly port: number;
  /** PEM file of its own certificate. */
  readonly ca: string;
  mails(): readonly string[];
}

/** A Postfix of this test with a queue and a log of its own, which takes mail by STARTTLS only. */
async function postfix(context: TestContext): Promise<Postfix> {
  needsProgram(context, 'postfix');
  // Its parts run as users of their own.
  needsRoot(context);
  const pair = selfSigned();
  if (pair === null) return context.skip('openssl is not installed');
  const dir = tempDir();
  chmodSync(dir, 0o755);
  const at = (name: string) => join(dir, name);
  for (const name of ['etc', 'queue', 'data', 'mail']) mkdirSync(at(name));
  chownSync(at('mail'), NOBODY, NOBODY);
  chownSync(at('data'), idOf('postfix'), 0);
  writeFileSync(at('key.pem'), pair.key, { mode: 0o600 });
  writeFileSync(at('cert.pem'), pair.cert);
  const [port = 0] = await freePorts(1);
  const services = readFileSync('/usr/share/postfix/master.cf.dist', 'utf8')
    .replaceAll(/^([a-z]+ +(?:unix|fifo) +[-yn] +[-yn] +)y/gm, '$1n')
    .replace(/^smtp +inet.*$/m, `127.0.0.1:${port} inet n - n - - smtpd`);
  writeFileSync(at('etc/master.cf'), services);
  const settings = {
    compatibility_level: '3.6',
    queue_directory: at('queue'),
    data_directory: at('data'),
    command_directory: '/usr/sbin',
    daemon_directory: '/usr/lib/postfix/sbin',
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: 'mx.test',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    virtual_mailbox_domains: 'static:all',
    virtual_mailbox_base: at('mail'),
    virtual_mailbox_maps: 'static:inbox/',
    virtual_uid_maps: `static:${NOBODY}`,
    virtual_gid_maps: `static:${NOBODY}`,
    virtual_minimum_uid: '100',
    smtpd_relay_restrictions: 'permit_mynetworks,reject',
    smtpd_tls_security_level: 'encrypt',
    smtpd_tls_cert_file: at('cert.pem'),
    smtpd_tls_key_file: at('key.pem'),
    maillog_file: at('mail.log'),
    maillog_file_prefixes: dir,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(at('etc/main.cf'), lines.join(''));
  const postfixDo = (what: string) =>
    spawnSync('postfix', ['-c', at('etc'), what], { encoding: 'utf8' });
  const started = postfixDo('start');
  // It ends its own parts, by the pid that it keeps.
  onTestFinished(() => void postfixDo('stop'));
  expect(started).toMatchObject({ status: 0 });
  await expect.poll(async () => listens(port), { timeout: 10_000 }).toBe(true);
  const inbox = at('mail/inbox/new');
  return {
    port,
    ca: at('cert.pem'),
    mails() {
      try {
        return readdirSync(inbox).map((name) => readFileSync(join(inbox, name), 'utf8'));
      } catch {
        return [];
      }
    },
  };
}

function idOf(user: string): number {
  return Number(spawnSync('id', ['-u', user], { encoding: 'utf8' }).stdout);
}

async function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}

/** Runs once with an expired token and this mail channel. */
async function runWith(email: object) {
  const home = house();
  const config = home.write('config.json5', {
    gateways: [{ stateDir: `${home.dir}/gateway` }],
    probe: { level: 'off' },
    state: { dir: home.state },
    notifiers: [{ type: 'email', from: 'monitor@example.org', to: ['ops@example.org'], ...email }],
  });
  gateway(home, { 'anthropic:a': token(-HOUR_MS) });
  return { home, ended: await home.run(['run', '--config', config]) };
}

describe('a real Postfix', () => {
  test('takes our mail by STARTTLS, and delivers it whole', async (context) => {
    const server = await postfix(context);
    const smtp = { host: 'localhost', port: server.port, ca: server.ca };
    const { ended } = await runWith({ smtp });
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.stderr).toContain('email: firing (1) delivered');
    await expect.poll(() => server.mails().length, { timeout: 10_000 }).toBe(1);
    const [mail = ''] = server.mails();
    expect(mail).toMatch(/^Delivered-To: ops@example\.org$/m);
    expect(mail).toMatch(/with ESMTPS /);
    const { subject, headers, text, html } = await PostalMime.parse(mail);
    expect(subject).toContain('Auth expired: anthropic:a (agent main)');
    expect(headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    expect(text).toContain('claude setup-token');
    expect(html).toContain('anthropic:a');

    const plain = await runWith({ smtp: { host: '127.0.0.1', port: server.port, tls: 'none' } });
    expect(plain.ended.stderr).toMatch(/email: firing \(1\) not delivered/);
    expect(server.mails()).toHaveLength(1);
  });

  test('takes it from msmtp in the place of sendmail, too', async (context) => {
    needsProgram(context, 'msmtp');
    const server = await postfix(context);
    const home = house();
    const rc = home.write(
      'msmtprc',
      `account default
host localhost
port ${server.port}
from monitor@example.org
tls on
tls_starttls on
tls_trust_file ${server.ca}
`,
    );
    const sendmail = { path: '/usr/bin/msmtp', args: ['-C', rc, '-i'] };
    const { ended } = await runWith({ sendmail });
    expect(ended.stderr).toContain('email: firing (1) delivered');
    await expect.poll(() => server.mails().length, { timeout: 10_000 }).toBe(1);
    expect(server.mails()[0]).toMatch(/^Subject: Auth expired: anthropic:a \(agent main\)/m);
  });
});
