import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import { counted, GatewayHome, healthOf, key, NOW, oauth, token } from '../kit/gateway.ts';
import { rowsOf } from '../kit/rows.ts';

const home = (): GatewayHome =>
  new GatewayHome().config({ agents: { list: [{ id: 'main' }, { id: 'ops' }] } });

describe('legacy files', () => {
  const AUTH = 'agents/main/agent/auth.json';

  test('auth.json is imported when there is no store', async () => {
    const report = await new GatewayHome()
      .file(AUTH, {
        anthropic: { type: 'oauth', access: 'a', refresh: 'r', expires: NOW + HOUR_MS },
        openai: { type: 'api_key', key: 'k' },
        odd: { type: 'password' },
        none: 5,
      })
      .check();
    expect(rowsOf(report)).toEqual(['main anthropic:default', 'main openai:default']);
  });

  test('auth.json is left alone beside a store, and when it has profiles of its own', async () => {
    const legacy = { p: token('p', NOW - 1) };
    const beside = await new GatewayHome()
      .file(AUTH, legacy)
      .store('main', { 'q:a': key('q') })
      .check();
    expect(rowsOf(beside)).toEqual(['main q:a']);
    expect(rowsOf(await new GatewayHome().file(AUTH, { ...legacy, profiles: {} }).check())).toEqual(
      [],
    );
  });

  test('credentials/oauth.json is imported after it', async () => {
    const report = await new GatewayHome()
      .file(AUTH, { p: { type: 'api_key', key: 'k' } })
      .file('credentials/oauth.json', {
        p: { access: 'a', expires: NOW - 1 },
        q: { access: 'a', expires: NOW - 1 },
      })
      .check();
    expect(healthOf(report, 'p:default')).toBe('static');
    expect(counted(report)).toEqual(['fail profile_expired q:default']);
  });

  test('OPENCLAW_OAUTH_DIR moves the second, and is expanded', async () => {
    const box = new GatewayHome().homeFile('c/oauth.json', {
      q: { access: 'a', expires: NOW - 1 },
    });
    expect(counted(await box.check({ env: { OPENCLAW_OAUTH_DIR: '~/c' } }))).toEqual([
      'fail profile_expired q:default',
    ]);
    expect(rowsOf(await box.check())).toEqual([]);
  });

  test('of an agent count when main has no store to copy', async () => {
    const legacy = { q: { type: 'api_key', key: 'k' } };
    const box = home()
      .file('agents/ops/agent/auth.json', legacy)
      .file(AUTH, { p: token('p') });
    expect(rowsOf(await box.check({ agents: ['ops'] }))).toEqual([
      'ops p:default from main',
      'ops q:default',
    ]);
    box.store('main', { 'p:a': key('p') });
    expect(rowsOf(await box.check({ agents: ['ops'] }))).toEqual(['ops p:a from main']);
  });
});

describe('the logins of other programs', () => {
  const login = (expires: unknown) => ({
    access_token: 'a',
    refresh_token: 'r',
    expiry_date: expires,
  });

  test.each([
    ['.qwen', 'qwen-portal:qwen-cli'],
    ['.minimax', 'minimax-portal:minimax-cli'],
  ])('of ~/%s belong to every store that is read', async (dir, id) => {
    const report = await home()
      .homeFile(`${dir}/oauth_creds.json`, login(NOW + HOUR_MS))
      .store('main', { 'p:a': key('p') })
      .check();
    expect(rowsOf(report).filter((row) => row.includes(id))).toEqual([`main ${id}`, `ops ${id}`]);
  });

  test.each<[string, object]>([
    ['no access token', { refresh_token: 'r', expiry_date: NOW }],
    ['no refresh token', { access_token: 'a', expiry_date: NOW }],
    ['an empty one', { access_token: 'a', refresh_token: '', expiry_date: NOW }],
    ['a time as text', login('2030-01-01')],
    ['a number as token', { access_token: 5, refresh_token: 'r', expiry_date: NOW }],
  ])('with %s are none', async (_, content) => {
    expect(rowsOf(await home().homeFile('.qwen/oauth_creds.json', content).check())).toEqual([]);
  });

  test.each([
    [10 * MINUTE_MS + 1, 'stored'],
    [10 * MINUTE_MS, 'file'],
    [-1, 'file'],
  ])('replace a stored copy that ends in %i ms by the %s', async (remainingMs, taken) => {
    const report = await home()
      .homeFile('.qwen/oauth_creds.json', login(NOW + HOUR_MS))
      .store('main', { 'qwen-portal:qwen-cli': oauth('qwen-portal', NOW + remainingMs) })
      .check({ agents: ['main'] });
    const [row] = report.agents[0]?.profiles ?? [];
    expect(row?.remainingMs).toBe(taken === 'file' ? HOUR_MS : remainingMs);
  });

  test('never replace a copy that lasts longer', async () => {
    const report = await home()
      .homeFile('.qwen/oauth_creds.json', login(NOW - 2))
      .store('main', { 'qwen-portal:qwen-cli': oauth('qwen-portal', NOW + 5) })
      .check({ agents: ['main'] });
    expect(report.agents[0]?.profiles[0]?.remainingMs).toBe(5);
  });
});
