import { join } from 'node:path';
import { expect, test } from 'vitest';
import { counted, factsOf, GatewayHome, models } from '../kit/gateway.ts';

const UNIT = '.config/systemd/user/openclaw-gateway.service';
const MISSING = ['fail provider_missing openai'];

const bare = (stateName?: string): GatewayHome =>
  new GatewayHome(stateName).config(models('openai/x'));

const unit = (...lines: string[]): string =>
  ['[Unit]', '[Service]', 'ExecStart=/usr/bin/openclaw gateway', ...lines, ''].join('\n');

test.each<[string, string]>([
  ['Environment', 'Environment=OPENAI_API_KEY=k'],
  ['Environment with quotes', 'Environment="A=two words" "OPENAI_API_KEY=k k" B=1'],
  ['Environment over two lines', 'Environment=A=1 \\\n  OPENAI_API_KEY=k'],
  ['EnvironmentFile', 'EnvironmentFile=%h/gateway.vars'],
  ['an optional EnvironmentFile', 'EnvironmentFile=-%h/gateway.vars'],
])('the service of the gateway brings a key by %s', async (_, line) => {
  const home = bare().homeFile(UNIT, unit(line)).homeFile('gateway.vars', 'OPENAI_API_KEY=k\n');
  expect(counted(await home.check())).toEqual([]);
});

test.each<[string, string]>([
  ['a comment', '#Environment=OPENAI_API_KEY=k'],
  ['a later empty assignment', 'Environment=OPENAI_API_KEY=k\nEnvironment='],
  ['another variable', 'Environment=OPENAI_API_KEYS=k'],
  ['a file that is not there', 'EnvironmentFile=-%h/nowhere'],
  ['a service of another directory', 'Environment=OPENAI_API_KEY=k OPENCLAW_STATE_DIR=/elsewhere'],
])('%s brings none', async (_, line) => {
  expect(counted(await bare().homeFile(UNIT, unit(line)).check())).toEqual(MISSING);
});

test('a drop-in adds to the service', async () => {
  const home = bare().homeFile(UNIT, unit());
  home.homeFile(`${UNIT}.d/keys.conf`, '[Service]\nEnvironment=OPENAI_API_KEY=k\n');
  expect(counted(await home.check())).toEqual([]);
});

test('a file of the service that cannot be read makes presence unknown, not missing', async () => {
  const home = bare().homeFile('vars/inside', '');
  home.homeFile(UNIT, unit('EnvironmentFile=%h/vars'));
  const report = await home.check();
  expect(counted(report)).toEqual(['warn store_unreadable']);
  expect(factsOf(report, 'store_unreadable')).toMatchObject({ path: join(home.home, 'vars') });
});

test('an OpenClaw profile has a service of its own', async () => {
  const home = bare('.openclaw-work');
  home.homeFile(UNIT, unit('Environment=OPENAI_API_KEY=k'));
  const options = { env: { OPENCLAW_STATE_DIR: home.stateDir } };
  expect(counted(await home.check(options))).toEqual(MISSING);
  const own = UNIT.replace('gateway', 'gateway-work');
  home.homeFile(own, unit('Environment=OPENAI_API_KEY=k'));
  expect(counted(await home.check(options))).toEqual([]);
});

test('a directory in the place of the unit is no unit', async () => {
  const home = bare().homeFile(join(UNIT, 'inside'), '');
  expect(counted(await home.check())).toEqual(MISSING);
});

test('the command line of OpenClaw has no environment of a service', async () => {
  const home = bare().homeFile(UNIT, unit('Environment=OPENAI_API_KEY=k'));
  expect(counted(await home.check({ policy: 'openclaw-2026.2' }))).toEqual(MISSING);
});
