import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/notifiers/email-config.ts';
import { email } from '../../src/notifiers/email.ts';
import { createNotifier } from '../../src/notifiers/index.ts';
import { testPorts } from '../kit/notifier-ports.ts';
import { saidBy } from '../kit/said.ts';

const BASE = { type: 'email', from: 'm@example.org', to: ['ops@example.org'] };
const smtp = { host: 'smtp.example.org' };

describe('an address', () => {
  test.each([
    ['ops@example.org', '', 'ops@example.org'],
    [' ops@example.org ', '', 'ops@example.org'],
    ['Ops <ops@example.org>', 'Ops', 'ops@example.org'],
    ['"Ops, all" <o.p-s+x@example.org>', 'Ops, all', 'o.p-s+x@example.org'],
    ['Jörg <ops@bücher.example>', 'Jörg', 'ops@xn--bcher-kva.example'],
    ['ops@[127.0.0.1]', '', 'ops@[127.0.0.1]'],
    ['root', '', 'root'],
  ])('%s is understood', (text, name, address) => {
    expect(parseAddress(text)).toEqual({ name, address });
  });

  test.each([
    '',
    'a@example.org, b@example.org',
    'a@example.org b@example.org',
    'Ops <a@example.org> <b@example.org>',
    'a@example.org\r\nBcc: b@example.org',
    'Ops\r\nBcc: x <a@example.org>',
    '-oQ/tmp@example.org',
    '-bs',
    'a@-example.org',
    'a@',
    '@example.org',
    'a@exa mple.org',
    'a@b@',
    `${'x'.repeat(65)}@example.org`,
  ])('%j is refused', (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

describe('the options of a mail channel', () => {
  test('have safe defaults', () => {
    expect(email.schema.parse({ ...BASE, smtp })).toMatchObject({
      minSeverity: 'notice',
      cc: [],
      smtp: { tls: 'starttls', allowInsecure: false },
    });
    expect(email.schema.parse({ ...BASE, sendmail: {} })).toMatchObject({
      sendmail: { path: '/usr/sbin/sendmail' },
    });
  });

  test.each([
    [{ ...BASE }],
    [{ ...BASE, smtp, sendmail: {} }],
    [{ ...BASE, smtp, subject: 'mine' }],
    [{ ...BASE, smtp: { ...smtp, user: 'u' } }],
    [{ ...BASE, smtp: { ...smtp, password: 'p' } }],
    [{ ...BASE, smtp: { ...smtp, port: 0 } }],
    [{ ...BASE, smtp: { ...smtp, tls: 'maybe' } }],
    [{ ...BASE, smtp: { host: 'smtp://x' } }],
    [{ ...BASE, smtp, to: [] }],
    [{ ...BASE, smtp, to: ['root'] }],
    [{ ...BASE, smtp, from: 'no address' }],
    [{ ...BASE, sendmail: { path: 'sendmail' } }],
  ])('%#: what cannot work is refused', (options) => {
    expect(email.schema.safeParse(options).success).toBe(false);
  });

  const open = (changes: object, ports = testPorts()) =>
    createNotifier(email, email.schema.parse({ ...BASE, smtp: { ...smtp, ...changes } }), ports);

  test('without TLS to another host are refused', () => {
    expect(saidBy(() => open({ tls: 'none' }))).toContain('smtp.example.org needs TLS');
  });

  test('without TLS to another host are allowed on request, with a warning', () => {
    const ports = testPorts();
    open({ tls: 'none', allowInsecure: true }, ports);
    expect(ports.warnings).toEqual([
      expect.stringContaining('smtp.example.org:587 is not encrypted'),
    ]);
  });

  test('with a CA file that cannot be read are refused', () => {
    expect(saidBy(() => open({ ca: '/nonexistent/ca.pem' }))).toContain(
      '/nonexistent/ca.pem cannot be read (ENOENT)',
    );
  });
});
