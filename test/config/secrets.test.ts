import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { remarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { gatherFaults } from '../../src/config/gather-faults.ts';
import { createSecretResolver } from '../../src/config/secrets.ts';
import { ConfigError, MonitorError } from '../../src/core/errors.ts';
import type { SecretSource } from '../../src/core/secret-source.ts';
import type { World } from '../../src/world.ts';
import { directoryWith, faultOf, saidFaults, worldWith } from './kit.ts';
import { fault } from '../../src/core/fault.ts';
import { inEnglish } from '../../src/core/told-fault.ts';

const CANARY = 'CANARY-s3cret';

function resolving(source: SecretSource, changes: Partial<World> = {}) {
  const warnings: string[] = [];
  const resolve = createSecretResolver(worldWith(changes), '/etc/c.json5', (remark) => {
    warnings.push(remark(remarkPhrases));
  });
  return { resolve: () => resolve(source, 'heartbeat.url'), warnings };
}

const valueOf = (source: SecretSource, changes?: Partial<World>) =>
  resolving(source, changes).resolve().reveal();

const faultFor = async (source: SecretSource, changes?: Partial<World>) =>
  saidFaults(await faultOf(resolving(source, changes).resolve)).join('\n');

test('a literal is itself', () => {
  expect(valueOf(CANARY)).toBe(CANARY);
});

describe('the environment', () => {
  test('gives the value as it is', () => {
    expect(valueOf({ env: 'TOKEN' }, { env: { TOKEN: ` ${CANARY}` } })).toBe(` ${CANARY}`);
  });

  test.each([
    [{}, 'heartbeat.url: the environment variable TOKEN is not set'],
    [{ TOKEN: undefined }, 'heartbeat.url: the environment variable TOKEN is not set'],
    [{ TOKEN: '' }, 'heartbeat.url: the environment variable TOKEN is blank'],
    [{ TOKEN: ' \n' }, 'heartbeat.url: the environment variable TOKEN is blank'],
  ])('%j is a fault', async (env, fault) => {
    expect(await faultFor({ env: 'TOKEN' }, { env })).toBe(fault);
  });

  test.each(['toString', '__proto__'])(
    '%s is not set just because objects have it',
    async (name) => {
      const fault = await faultFor({ env: name }, { env: process.env });
      expect(fault).toBe(`heartbeat.url: the environment variable ${name} is not set`);
    },
  );

  test.each([
    'CANARY-with-dashes',
    'https://example.org/CANARY',
    'ghp_CANARYCANARYCANARYCANARYCANARYCANARY',
    `CANARY${'x'.repeat(59)}`,
  ])('a secret in the place of the name is not shown: %s', async (name) => {
    expect(await faultFor({ env: name })).toBe(
      `heartbeat.url: env: expected the name of a variable, received text of ${name.length} characters`,
    );
  });
});

describe('a file', () => {
  test.each([
    ['a line', `${CANARY}\n`],
    ['a Windows line', `${CANARY}\r\n`],
    ['lines left empty', `${CANARY}\n\n`],
    ['no newline', CANARY],
  ])('gives its text without the last newline: %s', (_, text) => {
    expect(valueOf({ file: join(directoryWith({ token: text }), 'token') })).toBe(CANARY);
  });

  test('keeps what is inside and around', () => {
    const file = join(directoryWith({ token: ' a\nb \n' }), 'token');
    expect(valueOf({ file })).toBe(' a\nb ');
  });

  test('may be below the home', () => {
    const home = directoryWith({ token: CANARY });
    expect(valueOf({ file: '~/token' }, { home })).toBe(CANARY);
  });

  test.each([
    ['relative/CANARY', 'file: expected an absolute path, received text of 15 characters'],
    ['~/CANARY', 'file: expected an absolute path, received text of 8 characters'],
    ['/nonexistent/token', '/nonexistent/token: there is no such file'],
    ['/', '/: is a directory'],
    ['/dev/null', '/dev/null: is not a regular file'],
    [`/sk-ant-api03-CANARYCANARY`, '/[redacted]: there is no such file'],
  ])('%s is a fault', async (file, fault) => {
    expect(await faultFor({ file })).toBe(`heartbeat.url: ${fault}`);
  });

  test('that is empty is a fault', async () => {
    const file = join(directoryWith({ token: ' \n' }), 'token');
    expect(await faultFor({ file })).toBe(`heartbeat.url: ${file} is empty`);
  });

  test('of 64 KiB is read', () => {
    const file = join(directoryWith({ token: 'x'.repeat(65_536) }), 'token');
    expect(valueOf({ file })).toHaveLength(65_536);
  });

  test('of a byte more is a fault', async () => {
    const file = join(directoryWith({ token: 'x'.repeat(65_537) }), 'token');
    expect(await faultFor({ file })).toBe(
      `heartbeat.url: ${file}: is too large: 65537 bytes, at most 65536`,
    );
  });

  test('that may not be read is a fault', async () => {
    const { files } = worldWith();
    const file = join(directoryWith({ token: CANARY }), 'token');
    const read = (): never => {
      throw Object.assign(new Error(CANARY), { code: 'EACCES' });
    };
    expect(await faultFor({ file }, { files: { ...files, read } })).toBe(
      `heartbeat.url: ${file}: permission denied`,
    );
  });

  const warningsAt = (mode: number) => {
    const file = join(directoryWith({ token: CANARY }, mode), 'token');
    const { resolve, warnings } = resolving({ file });
    resolve();
    return warnings.map((text) => text.replace(file, '<file>'));
  };

  test.each([0o600, 0o400])('of mode %o is private', (mode) => {
    expect(warningsAt(mode)).toEqual([]);
  });

  test.each([0o640, 0o604])('of mode %o is used with a warning', (mode) => {
    expect(warningsAt(mode)).toEqual(['heartbeat.url: <file> can be read by others; chmod 600 it']);
  });
});

describe('a systemd credential', () => {
  const withCredentials = (files: Record<string, string>) => ({
    env: { CREDENTIALS_DIRECTORY: directoryWith(files, 0o440) },
  });

  test('is found by its name', () => {
    const world = withCredentials({ 'webhook-secret': `${CANARY}\n` });
    expect(valueOf({ credential: 'webhook-secret' }, world)).toBe(CANARY);
  });

  test('is found as a file of a directory that was loaded whole', () => {
    const world = withCredentials({ 'openclaw-auth-monitor_webhook-secret': CANARY });
    expect(valueOf({ credential: 'webhook-secret' }, world)).toBe(CANARY);
  });

  test('by its own name goes first', () => {
    const world = withCredentials({ a: CANARY, 'openclaw-auth-monitor_a': 'other' });
    expect(valueOf({ credential: 'a' }, world)).toBe(CANARY);
  });

  test('readable by a group is as systemd makes it', () => {
    const { resolve, warnings } = resolving({ credential: 'a' }, withCredentials({ a: CANARY }));
    resolve();
    expect(warnings).toEqual([]);
  });

  test.each([
    [
      'outside a unit',
      {},
      'a',
      'the credential a needs $CREDENTIALS_DIRECTORY, which systemd sets for units',
    ],
    ['that was not loaded', withCredentialsNow({}), 'a', 'the credential a: there is no such file'],
    ['that is empty', withCredentialsNow({ a: '\n' }), 'a', 'the credential a is empty'],
    [
      'outside its directory',
      {},
      '../CANARY',
      'credential: expected the name of a credential, received text of 9 characters',
    ],
    [
      'that is the directory',
      {},
      '..',
      'credential: expected the name of a credential, received text of 2 characters',
    ],
  ])('%s is a fault', async (_, world, credential, fault) => {
    const changes = typeof world === 'function' ? world() : world;
    expect(await faultFor({ credential }, changes)).toBe(`heartbeat.url: ${fault}`);
  });

  function withCredentialsNow(files: Record<string, string>) {
    return () => withCredentials(files);
  }
});

describe('faults of several secrets', () => {
  test('are told together, each once', async () => {
    const resolve = createSecretResolver(worldWith(), '/etc/c.json5');
    const steps = ['A', 'B', 'A'].map((env) => () => resolve({ env }, 'x'));
    const fault = await faultOf(() => gatherFaults('/etc/c.json5', steps));
    expect(inEnglish(fault)).toBe(
      [
        '/etc/c.json5 cannot be used:',
        '  - x: the environment variable A is not set',
        '  - x: the environment variable B is not set',
      ].join('\n'),
    );
  });

  test('that are alone count too', async () => {
    const step = (): never => {
      throw new MonitorError(fault('badAddress'), 78);
    };
    expect((await faultOf(() => gatherFaults('c', [step]))).faults).toEqual([fault('badAddress')]);
  });

  test('are not made of bugs', () => {
    const bug = new TypeError('bug');
    const step = (): never => {
      throw bug;
    };
    expect(() => gatherFaults('c', [step])).toThrow(bug);
    expect(bug).not.toBeInstanceOf(ConfigError);
  });

  test('without any, all results come back in order', () => {
    expect(gatherFaults('c', [() => 1, () => 2])).toEqual([1, 2]);
  });
});

test('a resolved secret does not print', () => {
  expect(JSON.stringify(resolving(CANARY).resolve())).toBe('"[redacted]"');
});
