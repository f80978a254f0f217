import { expect, test } from 'vitest';
import { alertHouse, iso, kinds, START } from '../kit/alert-house.ts';
import { house, HOUR_MS } from '../kit/built-cli.ts';

test('every channel gets a message, and each says what happened', async () => {
  const home = await alertHouse();
  const { code, stdout, stderr } = await home.run(['test', '--config', home.config]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^webhook \(webhook\): delivered.*\nemail \(email\): delivered.*\n$/);
  expect(home.told()).toMatchObject([{ type: 'auth.test', data: { incidents: [] } }]);
  expect(home.mail.messages[0]?.raw).toContain('It says nothing about your credentials');
});

test('a named channel alone', async () => {
  const home = await alertHouse();
  const { code, stdout } = await home.run(['test', 'email', '--config', home.config]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^email \(email\): delivered.*\n$/);
  expect(home.webhook.received).toEqual([]);
});

test('one that does not take it is 75, and the others get theirs', async () => {
  const home = await alertHouse();
  home.webhook.respond(() => ({ status: 404, body: 'gone' }));
  const { code, stdout, stderr } = await home.run(['test', '--config', home.config]);
  expect({ code, stderr }).toEqual({ code: 75, stderr: '' });
  expect(stdout).toMatch(/^webhook \(webhook\): not delivered, \w+: .* answered 404/);
  expect(stdout).toMatch(/^email \(email\): delivered/m);
});

test('a channel that was gone and takes the test gets its messages again', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  home.webhook.respond(() => ({ status: 410 }));
  await home.at(0);
  expect(home.told()).toHaveLength(1);
  home.webhook.respond(() => ({ status: 204 }));
  const ask = async (name: string) =>
    home.run(['test', name, '--config', home.config, '--now', iso(START)]);
  expect((await ask('email')).stdout).not.toContain('left alone');
  await home.at(HOUR_MS);
  expect(home.told()).toEqual([]);
  const { code, stdout } = await ask('webhook');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^webhook .*\n {2}it was left alone; from the next run on/);
  home.told();
  await home.at(2 * HOUR_MS);
  expect(kinds(home.told())).toEqual(['auth.firing']);
});

test.each([
  ['emial', 'there is no such channel; did you mean email?'],
  ['pager', 'there is no such channel; there are webhook, email'],
])('%s is no channel', async (name, says) => {
  const home = await alertHouse();
  const { code, stdout, stderr } = await home.run(['test', name, '--config', home.config]);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain(says);
  expect(home.webhook.received).toEqual([]);
});

test('without any channel there is nothing to test', async () => {
  const home = house();
  const config = home.write('config.json5', '{}');
  for (const args of [['test'], ['test', '--config', config]]) {
    const { code, stderr } = await home.run(args);
    expect(code).toBe(64);
    expect(stderr).toContain('no channel is configured');
  }
});

test('no state is made and no gateway is looked for', async () => {
  const home = await alertHouse();
  await home.run(['test', '--config', home.config]);
  const { readdirSync } = await import('node:fs');
  expect(readdirSync(home.dir).sort()).toEqual(['config.json5', 'home']);
});
