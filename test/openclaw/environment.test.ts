import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Environment } from '../../src/openclaw/environment.ts';
import { counted, factsOf, GatewayHome, models } from '../kit/gateway.ts';

const layer = (name: string, env: Record<string, string>, own = false) => ({ name, env, own });

test('the first layer that has a variable wins', () => {
  const environment = new Environment([layer('a', { X: '1' }), layer('b', { X: '2', Y: '3' })]);
  expect(environment.find('X')).toMatchObject({ value: '1', layer: { name: 'a' } });
  expect(environment.find('Y')?.value).toBe('3');
  expect(environment.find('Z')).toBeNull();
});

test('a blank value counts as unset, and what is around a value does not belong to it', () => {
  const environment = new Environment([layer('a', { X: '  ' }), layer('b', { X: ' 2 ' })]);
  expect(environment.find('X')?.value).toBe('2');
});

test('for a substitution blanks are a value, nothing is not', () => {
  const environment = new Environment([layer('a', { X: '', Y: ' ' }), layer('b', { X: ' 2 ' })]);
  expect(environment.findText('X')).toBe(' 2 ');
  expect(environment.findText('Y')).toBe(' ');
  expect(environment.findText('Z')).toBeNull();
});

test('a layer that is added later loses against the gateway and wins over our own', () => {
  const environment = new Environment([layer('file', { X: '1' }), layer('', { Y: 'own' }, true)]);
  environment.append(layer('config', { X: '2', Y: '2' }));
  expect(environment.find('X')?.value).toBe('1');
  expect(environment.find('Y')?.value).toBe('2');
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'the variable %s of every object is not set',
  (name) => {
    expect(new Environment([layer('a', {})]).find(name)).toBeNull();
  },
);

describe('a key for the only model is found', () => {
  const NAME = 'OPENAI_API_KEY';
  const bare = (): GatewayHome => new GatewayHome().config(models('openai/x'));

  test('nowhere: missing', async () => {
    expect(counted(await bare().check())).toEqual(['fail provider_missing openai']);
  });

  test.each<[string, (home: GatewayHome) => GatewayHome]>([
    ['the .env of the state directory', (home) => home.file('.env', `${NAME}=sk-fake\n`)],
    ['env of the config', (home) => home.config({ ...models('openai/x'), env: { [NAME]: 'k' } })],
    [
      'env.vars of the config',
      (home) => home.config({ ...models('openai/x'), env: { vars: { [NAME]: 'k' } } }),
    ],
    [
      'models.providers of the config',
      (home) =>
        home.config({ ...models('openai/x'), models: { providers: { openai: { apiKey: 'k' } } } }),
    ],
    [
      'gateway.env, which serves the default directory',
      (home) => home.homeFile('.config/openclaw/gateway.env', `${NAME}=k\n`),
    ],
    ['the .env of the working directory', (home) => home.homeFile('.env', `${NAME}=k\n`)],
  ])('in %s', async (_, put) => {
    expect(counted(await put(bare()).check())).toEqual([]);
  });

  test.each([
    `\uFEFF${NAME}=k\n`,
    `A=b\rexport ${NAME}=k\r`,
    `${NAME}: k\n`,
    `  export ${NAME}: 'k' # x\r\n`,
    `${NAME}=a:b`,
  ])('in a .env of %j', async (text) => {
    expect(counted(await bare().file('.env', text).check())).toEqual([]);
  });

  test('in our own environment', async () => {
    expect(counted(await bare().check({ env: { [NAME]: 'k' } }))).toEqual([]);
    expect(counted(await bare().check({ env: { [NAME]: ' ' } }))).not.toEqual([]);
  });

  test('in a named environment file', async () => {
    const home = bare().homeFile('unit.env', `export ${NAME}="k"\n`);
    expect(counted(await home.check({ envFiles: [join(home.home, 'unit.env')] }))).toEqual([]);
  });

  test('in no comment and in no other variable', async () => {
    const home = bare().file('.env', `# ${NAME}=k\nX${NAME}=k\n${NAME}=\n`);
    expect(counted(await home.check())).toEqual(['fail provider_missing openai']);
  });

  test('not in gateway.env for another directory', async () => {
    const home = bare().homeFile('.config/openclaw/gateway.env', `${NAME}=k\n`);
    home.homeFile('s/openclaw.json', models('openai/x'));
    const report = await home.check({ env: { OPENCLAW_STATE_DIR: '~/s' } });
    expect(counted(report)).toEqual(['fail provider_missing openai']);
  });

  test('not in the .env of the working directory once OpenClaw keeps its stores in SQLite', async () => {
    const home = bare().homeFile('.env', `${NAME}=k\n`).shared({ profiles: {} });
    expect(counted(await home.check())).toEqual(['fail provider_missing openai']);
  });
});

describe('a .env that cannot be read', () => {
  test('is a fault, and nothing is concluded from what may stand in it', async () => {
    const home = new GatewayHome().config(models('openai/x'));
    mkdirSync(join(home.stateDir, '.env'));
    const report = await home.check();
    expect(counted(report)).toEqual(['fail store_unreadable']);
    expect(factsOf(report, 'store_unreadable')).toMatchObject({ problem: 'not_a_file' });
  });
});

test('a login shell that OpenClaw would ask makes presence unknown, not missing', async () => {
  const home = new GatewayHome().config({
    ...models('openai/x'),
    env: { shellEnv: { enabled: true } },
  });
  expect(counted(await home.check())).toEqual([]);
  home.config(models('openai/x'));
  expect(counted(await home.check({ env: { OPENCLAW_LOAD_SHELL_ENV: '1' } }))).toEqual([]);
  expect(counted(await home.check({ env: { OPENCLAW_LOAD_SHELL_ENV: '0' } }))).not.toEqual([]);
});
