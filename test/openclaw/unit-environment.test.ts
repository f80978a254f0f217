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
  ['Environment with quotes inside a word', 'Environment=A="two words" OPENAI_API_KEY="k k"'],
  ['Environment with single quotes', `Environment='A=it is "so"' 'OPENAI_API_KEY=k'`],
  ['Environment over a comment', 'Environment=A=1 \\\n# no end\n  OPENAI_API_KEY=k'],
  ['Environment with blanks around', '  Environment = OPENAI_API_KEY=k'],
])('the service of the gateway brings a key by %s', async (_, line) => {
  const home = bare().homeFile(UNIT, unit(line)).homeFile('gateway.vars', 'OPENAI_API_KEY=k\n');
  expect(counted(await home.check())).toEqual([]);
});

test.each<[string, string]>([
  ['a comment', '#Environment=OPENAI_API_KEY=k'],
  ['a later empty assignment', 'Environment=OPENAI_API_KEY=k\nEnvironment='],
  ['another variable', 'Environment=OPENAI_API_KEYS=k'],
  [
    'a variable that is unset again',
    'Environment=OPENAI_API_KEY=k\nUnsetEnvironment=OPENAI_API_KEY',
  ],
  ['another section', '[Install]\nEnvironment=OPENAI_API_KEY=k'],
  ['a variable inside the quotes of another', 'Environment="A=1 OPENAI_API_KEY=k"'],
  ['a file that is not there', 'EnvironmentFile=-%h/nowhere'],
  ['a service of another directory', 'Environment=OPENAI_API_KEY=k OPENCLAW_STATE_DIR=/elsewhere'],
])('%s brings none', async (_, line) => {
  expect(counted(await bare().homeFile(UNIT, unit(line)).check())).toEqual(MISSING);
});

test.each(['OPENAI_API_KEY: k', 'export OPENAI_API_KEY=k', '  export  OPENAI_API_KEY=k'])(
  'a line %j of an EnvironmentFile brings none, for systemd reads it as no shell does',
  async (text) => {
    const home = bare().homeFile(UNIT, unit('EnvironmentFile=%h/vars')).homeFile('vars', text);
    expect(counted(await home.check())).toEqual(MISSING);
  },
);

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

test('drop-ins of one name are masked by the one nearer to the user, and order is by name', async () => {
  const home = bare().homeFile(UNIT, unit());
  const dropIn = (dir: string, name: string, value: string): void => {
    home.homeFile(
      `${dir}/openclaw-gateway.service.d/${name}.conf`,
      `[Service]\nEnvironment=${value}\n`,
    );
  };
  dropIn('.local/share/systemd/user', '10-key', 'OPENAI_API_KEY=k');
  expect(counted(await home.check())).toEqual([]);
  dropIn('.config/systemd/user', '10-key', 'A=1');
  expect(counted(await home.check())).toEqual(MISSING);
  dropIn('.config/systemd/user', '20-key', 'OPENAI_API_KEY=k');
  expect(counted(await home.check())).toEqual([]);
  dropIn('.config/systemd/user', '30-none', '');
  expect(counted(await home.check())).toEqual(MISSING);
});

test('the gateway of another user has the service of that user', async () => {
  const other = bare()
    .homeFile(UNIT, unit('EnvironmentFile=%h/vars'))
    .homeFile('vars', 'OPENAI_API_KEY=k');
  const mine = new GatewayHome().homeFile(UNIT, unit());
  expect(counted(await mine.check({ sources: [other.named('other')] }))).toEqual([]);
});

test('an older name of the state directory has a service of that name', async () => {
  const home = bare('.clawdbot');
  home.homeFile(UNIT, unit('Environment=OPENAI_API_KEY=k'));
  expect(counted(await home.check())).toEqual(MISSING);
  home.homeFile(UNIT.replace('openclaw', 'clawdbot'), unit('Environment=OPENAI_API_KEY=k'));
  expect(counted(await home.check())).toEqual([]);
});

test('a service of another user of the system lends nothing', async () => {
  const home = bare().homeFile(UNIT, unit('Environment=OPENAI_API_KEY=k', 'User=root'));
  expect(counted(await home.check())).toEqual(MISSING);
});
