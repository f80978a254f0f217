import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedSource } from '../../src/openclaw/state-dir.ts';
import { counted, factsOf, GatewayHome, key, told } from '../kit/gateway.ts';

const real = (name?: string): GatewayHome =>
  new GatewayHome(name).store('main', { 'p:a': key('p') });

async function judged(home: GatewayHome, path: string) {
  const dir = join(home.home, path);
  const sources = [namedSource(home.world(), { label: 'edge', dir }, [])];
  return home.check({ sources });
}

test.each<[string, string, string]>([
  ['the home instead of the directory in it', '', '.openclaw'],
  ['an agent instead of its gateway', '.openclaw/agents/main', '.openclaw'],
  ['a file in it', '.openclaw/agents/main/agent/auth-profiles.json', '.openclaw'],
  ['what is not there below it', '.openclaw/agent', '.openclaw'],
  ['a slip in the name', '.opneclaw', '.openclaw'],
])('%s is no gateway, and the one that was meant is named', async (_, path, meant) => {
  const home = real();
  const report = await judged(home, path);
  expect(counted(report)).toEqual(['fail gateway_not_found']);
  expect(factsOf(report, 'gateway_not_found')['didYouMean']).toBe(join(home.home, meant));
  expect(report.findings[0]?.remedy.join('\n')).toContain(join(home.home, meant));
});

test('the directory of an older name or of a profile is meant as well', async () => {
  for (const name of ['.clawdbot', '.moltbot', '.openclaw-work']) {
    const home = real(name);
    const report = await judged(home, name === '.openclaw-work' ? '.openclaw-wrok' : '');
    expect(factsOf(report, 'gateway_not_found')['didYouMean']).toBe(home.stateDir);
  }
});

test('a gateway that has nothing yet is a gateway', async () => {
  expect(counted(await new GatewayHome().check())).toEqual(['fail provider_missing']);
});

test('a gateway with a directory of that name inside it is the one that was named', async () => {
  const home = real();
  mkdirSync(join(home.stateDir, '.openclaw'));
  expect(told(await judged(home, '.openclaw'))).toEqual([]);
});

test('nothing is guessed where nothing is near', async () => {
  const report = await judged(real('elsewhere'), 'nowhere');
  expect(Object.keys(factsOf(report, 'gateway_not_found'))).toEqual(['searched']);
});

test('the answer of a mirror is that of its OpenClaw, which takes any directory', async () => {
  const home = real();
  const sources = [namedSource(home.world(), { label: 'edge', dir: home.home }, [])];
  const report = await home.check({ sources, policy: 'openclaw-2026.2' });
  expect(told(report)).not.toContain('fail gateway_not_found');
});
