import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { remarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { gatherFaults } from '../../src/config/gather-faults.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createSecretResolver } from '../../src/config/secrets.ts';
import { channels, directoryWith, faultOf, saidFaults, worldWith } from './kit.ts';
import type { ConfigError } from '../../src/core/errors.ts';
import { inEnglish } from '../../src/core/told-fault.ts';

const FIXTURES = resolve('test/fixtures/config');

const configsIn = (kind: string) =>
  readdirSync(join(FIXTURES, kind))
    .filter((name) => !name.endsWith('.expect.txt'))
    .map((name) => join(FIXTURES, kind, name));

const load = (path: string, world = worldWith({ home: '/home/ops' })) =>
  loadConfig(world, path, async () => channels);

describe('faults', () => {
  test.each(configsIn('invalid').map((path) => [basename(path), path]))(
    '%s is refused with exactly these words',
    async (_, path) => {
      const told = inEnglish(await faultOf(() => load(path))).replaceAll(path, '<config>');
      const expected = path.replace(/\.\w+$/, '.expect.txt');
      // Writes the words down anew; read the difference before you commit it.
      if (process.env['UPDATE_EXPECT'] !== undefined) writeFileSync(expected, `${told}\n`);
      expect(existsSync(expected)).toBe(true);
      expect(`${told}\n`).toBe(readFileSync(expected, 'utf8'));
      expect(told).not.toMatch(/CANARY/);
    },
  );
});

describe('valid configs', () => {
  test.each(configsIn('valid').map((path) => [basename(path), path]))(
    '%s loads',
    async (_, path) => {
      expect((await load(path)).config).toBeTypeOf('object');
    },
  );

  test('everything that can be set arrives in the units of the program', async () => {
    const { config } = await load(join(FIXTURES, 'valid/everything.json5'));
    expect(config).toStrictEqual({
      $schema: './config.schema.json',
      gateways: [
        {
          label: 'home',
          stateDir: '/home/ops/.openclaw',
          configPath: '/etc/openclaw/openclaw.json',
          envFile: ['/home/ops/gateway.env'],
          secretFiles: true,
        },
        {
          label: 'lab',
          stateDir: '/srv/openclaw',
          envFile: ['/etc/default/openclaw', '/home/ops/lab.env'],
        },
      ],
      logins: {
        claudeCode: true,
        codex: '/home/ops/.codex/auth.json',
        gemini: true,
        minimax: true,
        qwen: true,
      },
      agents: { onDisk: 'ignore' },
      policy: 'strict',
      scope: 'in-use',
      warnWithin: 48 * 3_600_000,
      severity: {
        profile_expired: 'warn',
        'profile_expired.spare': 'info',
        probe_unreachable: 'notice',
      },
      profiles: {
        'anthropic:default': { expiresAt: Date.UTC(2026, 4, 1), watch: true },
        'anthropic:work': { issuedAt: Date.UTC(2026, 2, 1, 8), expectClaudeCodeOnly: true },
        'openai:old': { ignore: true },
      },
      probe: {
        level: 'inference',
        timeout: 15_000,
        providers: {
          openai: { baseUrl: 'https://llm.example.org/v1' },
          ollama: { baseUrl: 'http://127.0.0.1:11434' },
        },
      },
      alerts: {
        reminderEvery: 12 * 3_600_000,
        quietHours: { from: 22 * 60, to: 7 * 60 + 30, zone: 'Europe/Berlin' },
        stormCap: 5,
      },
      notifiers: [
        {
          type: 'webhook',
          name: 'webhook',
          url: { env: 'HOOK' },
          headers: {},
          minSeverity: 'warn',
          reminders: false,
          recoveries: false,
          agents: ['main'],
          providers: ['anthropic'],
          codes: ['profile_expired'],
        },
      ],
      heartbeat: { url: { credential: 'heartbeat-url' } },
      metrics: { textfile: '/var/lib/node_exporter/openclaw_auth.prom', labels: 'hashed' },
      schedule: { cron: '*/15 6-22 * * MON-FRI', zone: 'Europe/Berlin' },
      state: { dir: '/home/ops/monitor-state' },
      log: { level: 'debug' },
    });
  });

  test('what is not given is absent', async () => {
    expect((await load(join(FIXTURES, 'valid/nothing.json5'))).config).toStrictEqual({});
  });

  test('every secret option is listed with its place', async () => {
    const { secrets } = await load(join(FIXTURES, 'valid/example.json5'));
    expect(secrets).toStrictEqual([
      { where: 'notifiers[0].smtp.password', source: { env: 'SMTP_PASSWORD' } },
      {
        where: 'notifiers[1].url',
        source: { file: '/etc/openclaw-auth-monitor/webhook-url' },
      },
      { where: 'notifiers[1].secret', source: { credential: 'webhook-secret' } },
      { where: 'notifiers[2].botToken', source: { env: 'TELEGRAM_TOKEN' } },
      { where: 'heartbeat.url', source: { env: 'HEARTBEAT_URL' } },
    ]);
  });
});

test('the example of the documentation finds all its secrets', async () => {
  const directory = directoryWith({
    'webhook-url': 'https://hooks.example.org/x\n',
    'webhook-secret': 's',
  });
  const example = readFileSync(join(FIXTURES, 'valid/example.json5'), 'utf8');
  const path = join(directory, 'config.json5');
  writeFileSync(path, example.replace('/etc/openclaw-auth-monitor', directory));
  const world = worldWith({
    home: '/home/ops',
    env: {
      SMTP_PASSWORD: 'a',
      TELEGRAM_TOKEN: 'b',
      HEARTBEAT_URL: 'https://hc.example.org/c',
      CREDENTIALS_DIRECTORY: directory,
    },
  });
  const { secrets } = await load(path, world);
  const lookUp = createSecretResolver(world, path);
  const found = gatherFaults(
    path,
    secrets.map(
      ({ source, where }) =>
        () =>
          lookUp(source, where),
    ),
  );
  expect(found.map((secret) => secret.reveal())).toEqual([
    'a',
    'https://hooks.example.org/x',
    's',
    'b',
    'https://hc.example.org/c',
  ]);
});

describe('the file itself', () => {
  const fault = async (path: string, world = worldWith()) =>
    saidFaults(await faultOf(() => load(path, world)));

  test('a missing file is a fault', async () => {
    expect(await fault('/nonexistent/config.json5')).toEqual(['there is no such file']);
  });

  test('a directory is a fault', async () => {
    expect(await fault(directoryWith({}))).toEqual(['is a directory']);
  });

  test('a device is a fault', async () => {
    expect(await fault('/dev/null')).toEqual(['is not a regular file']);
  });

  test('a link to nothing is a fault', async () => {
    const path = join(directoryWith({}), 'config.json5');
    symlinkSync('/nonexistent/target', path);
    expect(await fault(path)).toEqual(['there is no such file']);
  });

  test('a file that may not be read is a fault', async () => {
    const { files } = worldWith();
    const read = (): never => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    };
    const path = join(directoryWith({ 'config.json5': '{}' }), 'config.json5');
    expect(await fault(path, worldWith({ files: { ...files, read } }))).toEqual([
      'permission denied',
    ]);
  });

  test('a file that is not UTF-8 is a fault', async () => {
    const path = join(directoryWith({ 'config.json5': '' }), 'config.json5');
    writeFileSync(path, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    expect(await fault(path)).toEqual(['is not UTF-8 text']);
  });

  test('a byte order mark is no fault', async () => {
    const path = join(directoryWith({ 'config.json5': '\uFEFF{}' }), 'config.json5');
    expect((await load(path)).config).toEqual({});
  });

  test.each([
    ['exactly 1 MiB', 1_048_576, []],
    ['a byte more', 1_048_577, ['is too large: 1048577 bytes, at most 1048576']],
  ])('%s gives these faults', async (_, size, faults) => {
    const path = join(directoryWith({ 'config.json': '{}'.padEnd(size) }), 'config.json');
    const told = await load(path).then(
      () => [],
      (error: ConfigError) => saidFaults(error),
    );
    expect(told).toEqual(faults);
  });

  test('a path below the home needs a home', async () => {
    const path = join(directoryWith({ c: '{ state: { dir: "~/x" } }' }), 'c');
    expect(await fault(path)).toEqual([
      'state.dir: expected an absolute path (no home directory is known), received text of 3 characters',
    ]);
  });
});

describe('warnings', () => {
  const LITERALS = `{
    notifiers: [
      { type: "webhook", url: "https://hooks.example.org/CANARY", secret: ["CANARY", { env: "S" }],
        headers: { "x-CANARY": "CANARY" } },
      { type: "telegram", botToken: { env: "TOKEN" }, chatId: "CANARY" },
    ],
    heartbeat: { url: "https://example.org/CANARY" },
  }`;
  const warningsOf = async (mode: number, platform: NodeJS.Platform = 'linux') => {
    const path = join(directoryWith({ 'config.json5': LITERALS }, mode), 'config.json5');
    const { warnings } = await load(path, worldWith({ platform }));
    return warnings.map((remark) => remark(remarkPhrases).replace(path, '<config>'));
  };

  test.each([0o644, 0o640, 0o604])(
    'literal secrets in a file of mode %o are told',
    async (mode) => {
      const warnings = await warningsOf(mode);
      expect(warnings.map((text) => text.split(' ')[1])).toEqual([
        'notifiers[0].url',
        'notifiers[0].secret[0]',
        'notifiers[0].headers[key',
        'heartbeat.url',
      ]);
      expect(warnings.join()).not.toMatch(/CANARY/);
      expect(warnings[3]).toBe(
        '<config>: heartbeat.url is a secret in a file that others can read; chmod 600 it, or use { env }, { file } or { credential }',
      );
    },
  );

  test('literal secrets in a private file are no matter', async () => {
    expect(await warningsOf(0o600)).toEqual([]);
  });

  test('Windows has no permission bits to judge', async () => {
    expect(await warningsOf(0o644, 'win32')).toEqual([]);
  });
});

describe('where a provider is asked', () => {
  const probing = (baseUrl: string) =>
    load(
      join(directoryWith({ c: JSON.stringify({ probe: { providers: { x: { baseUrl } } } }) }), 'c'),
    );

  test.each([
    'http://localhost:1/v1',
    'http://127.1.2.3',
    'http://[::1]:8080',
    'https://a.example',
  ])('%s is taken', async (baseUrl) => {
    expect((await probing(baseUrl)).config.probe?.providers?.['x']).toEqual({ baseUrl });
  });

  test.each([
    'http://10.0.0.5:8080',
    'http://localhost.example.org',
    'https://user@a.example',
    'https://a.example/?key=x',
    'https://a.example/#x',
    'ftp://a.example',
    'a.example',
  ])('%s is refused', async (baseUrl) => {
    expect(saidFaults(await faultOf(() => probing(baseUrl)))).toEqual([
      `probe.providers[key 1].baseUrl: expected an https URL (http only on this machine) without user, query or fragment, received text of ${baseUrl.length} characters`,
    ]);
  });
});

describe('schedules', () => {
  const scheduled = (schedule: unknown) =>
    load(join(directoryWith({ c: JSON.stringify({ schedule }) }), 'c'));

  test.each(['*/30 * * * *', '0 9 * * MON-FRI', '0 0 1 1 *'])('%j is taken', async (cron) => {
    expect((await scheduled(cron)).config.schedule).toEqual({ cron });
  });

  test.each(['@daily', '* * * *', '61 * * * *', '* * * * * *', ''])(
    '%j is refused',
    async (cron) => {
      expect(saidFaults(await faultOf(() => scheduled(cron)))).toEqual([
        `schedule: expected five cron fields such as "*/30 * * * *", received text of ${cron.length} characters`,
      ]);
    },
  );
});
