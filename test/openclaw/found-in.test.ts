import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { namedSource } from '../../src/openclaw/state-dir.ts';
import { text } from '../../src/reporters/text.ts';
import { counted, factsOf, GatewayHome, healthOf, models, NOW } from '../kit/gateway.ts';
import { aboutLines } from '../../src/reporters/text-about.ts';

const NAME = 'OPENAI_API_KEY';
const VALUE = 'sk-canary-91c7';
const bare = (): GatewayHome => new GatewayHome().config(models('openai/x'));

const VERBOSE = {
  color: false,
  width: null,
  unicode: true,
  verbose: true,
  quiet: false,
  about: aboutLines,
};

describe('where the key of a provider was found', () => {
  test.each<[string, (home: GatewayHome) => GatewayHome, (home: GatewayHome) => string]>([
    [
      'the .env of the gateway',
      (home) => home.file('.env', `${NAME}=${VALUE}`),
      (home) => join(home.stateDir, '.env'),
    ],
    [
      'the service of the gateway',
      (home) =>
        home.homeFile(
          '.config/systemd/user/openclaw-gateway.service',
          `[Service]\nEnvironment=${NAME}=${VALUE}`,
        ),
      (home) => join(home.home, '.config/systemd/user/openclaw-gateway.service'),
    ],
    [
      'env of the config',
      (home) => home.config({ ...models('openai/x'), env: { vars: { [NAME]: VALUE } } }),
      () => 'config env',
    ],
    [
      'the working directory',
      (home) => home.homeFile('.env', `${NAME}=${VALUE}`),
      (home) => join(home.home, '.env'),
    ],
  ])('is reported: %s', async (_, put, place) => {
    const home = put(bare());
    const report = await home.check();
    expect(report.gateways[0]?.keys).toEqual([
      { provider: 'openai', foundIn: place(home), variable: NAME, presence: 'present' },
    ]);
    expect(text.render(report, VERBOSE)).toContain(`key for openai: in ${place(home)} as ${NAME}`);
    expect(JSON.stringify(report)).not.toContain(VALUE);
  });

  test('is reported of our own environment, of a config key and of a login shell', async () => {
    const keyOf = ({ gateways }: Report) => gateways[0]?.keys?.[0];
    const own = await bare().check({ env: { [NAME]: VALUE } });
    expect(keyOf(own)).toMatchObject({ foundIn: 'own environment', presence: 'present' });
    const config = { ...models('openai/x'), models: { providers: { openai: { apiKey: VALUE } } } };
    expect(keyOf(await bare().config(config).check())).toMatchObject({
      foundIn: 'config models.providers.openai.apiKey',
      variable: null,
    });
    const shell = { ...models('openai/x'), env: { shellEnv: { enabled: true } } };
    const unseen = await bare().config(shell).check();
    expect(keyOf(unseen)).toMatchObject({ foundIn: 'config env.shellEnv', presence: 'unknown' });
    expect(text.render(unseen, VERBOSE)).toContain('perhaps in config env.shellEnv');
  });

  test('is absent where there is none', async () => {
    expect((await bare().check()).gateways[0]).not.toHaveProperty('keys');
  });
});

test('a named environment file that is not there is told', async () => {
  const report = await bare().check({ envFiles: ['/nowhere/vars'] });
  expect(counted(report)).toEqual(['fail store_unreadable']);
  expect(factsOf(report, 'store_unreadable')).toMatchObject({ problem: 'missing' });
});

describe('a SecretRef of source env', () => {
  const ref = { source: 'env', provider: 'default', id: 'BOT_KEY' };
  const jwt = (exp: number): string =>
    ['{"alg":"none"}', JSON.stringify({ exp }), 's']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
  const home = (value: string): GatewayHome =>
    bare()
      .file('.env', `BOT_KEY="${value}"`)
      .shared({ profiles: { 'openai:a': { type: 'token', provider: 'openai', tokenRef: ref } } });

  test('says where its value was found, never the value', async () => {
    const box = home(VALUE);
    const report = await box.check();
    expect(report.agents[0]?.profiles[0]?.foundIn).toBe(join(box.stateDir, '.env'));
    expect(JSON.stringify(report)).not.toContain(VALUE);
  });

  test('is judged like what is stored: by the end of its JWT and by its shape', async () => {
    const ended = await home(jwt(NOW / 1000 - 60)).check();
    expect(counted(ended)).toEqual(['fail profile_expired openai:a']);
    expect(counted(await home('sk-a b').check())).toEqual(['fail profile_malformed openai:a']);
  });
});

describe('a SecretRef of source file', () => {
  const home = (id: string, mode: string): GatewayHome =>
    new GatewayHome()
      .config({
        ...models('openai/x'),
        secrets: { providers: { vault: { source: 'file', path: '~/vault.json', mode } } },
      })
      .shared({
        profiles: {
          'openai:a': {
            type: 'api_key',
            provider: 'openai',
            keyRef: { source: 'file', provider: 'vault', id },
          },
        },
      })
      .homeFile('vault.json', mode === 'json' ? { keys: { 'a/b': VALUE }, no: 5 } : `${VALUE}\n`);

  const judge = async (box: GatewayHome, readsSecretFiles = true) =>
    box.check({
      sources: [namedSource(box.world(), { label: 'a', dir: box.stateDir, readsSecretFiles }, [])],
    });

  test('is never opened unless that is allowed', async () => {
    expect(counted(await judge(home('/keys/a~1b', 'json'), false))).toEqual([
      'warn secret_ref_unresolved openai:a',
    ]);
  });

  test.each([
    ['/keys/a~1b', 'json'],
    ['value', 'singleValue'],
  ])('is followed to its value (%s, %s)', async (id, mode) => {
    const box = home(id, mode);
    const report = await judge(box);
    expect(counted(report)).toEqual([]);
    expect(healthOf(report, 'openai:a')).toBe('static');
    expect(report.agents[0]?.profiles[0]?.foundIn).toBe(join(box.home, 'vault.json'));
    expect(JSON.stringify(report)).not.toContain(VALUE);
  });

  test.each(['/keys/other', '/no', '/keys/a~1b/deeper', '/__proto__'])(
    'is missing where the file does not hold it (%s)',
    async (id) => {
      const report = await judge(home(id, 'json'));
      expect(counted(report)).toEqual(['fail profile_credential_missing openai:a']);
      expect(factsOf(report, 'profile_credential_missing')['reason']).toBe('not_in_file');
    },
  );

  test.each<[string, (path: string) => void]>([
    ['others may read it', (path) => chmodSync(path, 0o640)],
    ['it has a second link', (path) => linkSync(path, `${path}.2`)],
    [
      'it is a link',
      (path) => {
        renameSync(path, `${path}.2`);
        symlinkSync(`${path}.2`, path);
      },
    ],
    [
      'it is a pipe',
      (path) => execFileSync('sh', ['-c', 'rm "$1" && mkfifo -m 600 "$1"', 'sh', path]),
    ],
    ['it is too large', (path) => execFileSync('truncate', ['-s', '2M', path])],
    ['it is not JSON', (path) => execFileSync('sh', ['-c', 'echo "{" > "$1"', 'sh', path])],
  ])('stays unknown when %s', async (_, change) => {
    const box = home('/keys/a~1b', 'json');
    change(join(box.home, 'vault.json'));
    expect(counted(await judge(box))).toEqual(['warn secret_ref_unresolved openai:a']);
  });
});
