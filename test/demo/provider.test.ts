import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoProvider, startProvider } from '../../src/demo/provider.ts';
import { createHttp } from '../../src/http.ts';

const KEY = 'sk-ant-api03-Zq7Kx2Vw9Lm4';
const TOKEN = 'sk-ant-oat01-Zq7Kx2Vw9Lm4';
const VERSION = { 'anthropic-version': '2023-06-01' };

let provider: DemoProvider;
beforeEach(async () => {
  provider = await startProvider();
  provider.setCredential(KEY, { name: 'key', state: 'accepted' });
  provider.setCredential(TOKEN, { name: 'token', state: 'accepted' });
});
afterEach(() => provider.close());

const models = (headers: Record<string, string>) =>
  fetch(`${provider.url}/v1/models`, { headers: { ...VERSION, ...headers } });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const BETA = { 'anthropic-beta': 'oauth-2025-04-20' };

test.each([
  ['an API key in its header', { 'x-api-key': KEY }, 200],
  ['a token with its beta', { ...bearer(TOKEN), ...BETA }, 200],
  ['a token without its beta', bearer(TOKEN), 401],
  ['a token in the key’s header', { 'x-api-key': TOKEN }, 401],
  ['a key in the token’s header', { ...bearer(KEY), ...BETA }, 401],
  ['both headers at once', { 'x-api-key': KEY, ...bearer(TOKEN), ...BETA }, 400],
  ['an origin', { 'x-api-key': KEY, origin: 'https://x.example' }, 401],
  ['no credential', {}, 401],
  ['another version', { 'x-api-key': KEY, 'anthropic-version': '2026-10-21' }, 200],
  ['an unknown version', { 'x-api-key': KEY, 'anthropic-version': '1' }, 400],
])('%s gets %s', async (_, headers, status) => {
  expect((await models(headers)).status).toBe(status);
});

test('the journal holds names, never secrets, not even of unknown ones', async () => {
  await models({ 'x-api-key': KEY });
  await models({ 'x-api-key': 'somebody-elses-key' });
  await fetch(`${provider.url}/tokeninfo`, { method: 'POST', body: 'access_token=another-secret' });
  expect(provider.journal.map(({ credential }) => credential)).toEqual([
    'key',
    'unknown',
    'unknown',
  ]);
  expect(JSON.stringify(provider.journal)).not.toMatch(/Zq7Kx|somebody|another-secret/);
});

test('whoever presents itself as Claude Code passes, and so does Haiku', async () => {
  provider.setCredential(TOKEN, { name: 'token', state: 'accepted', claudeCodeOnly: 'sentence' });
  const ask = async (body: object) => {
    const headers = { ...VERSION, ...bearer(TOKEN), ...BETA };
    const url = `${provider.url}/v1/messages`;
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  expect(await ask({ model: 'claude-demo-5' })).toBe(400);
  expect(await ask({ model: 'claude-haiku-demo' })).toBe(200);
  const system = [{ type: 'text', text: 'You are Claude Code, made by Anthropic.' }];
  expect(await ask({ model: 'claude-demo-5', system })).toBe(200);
});

test('an unknown path is not found', async () => {
  expect((await fetch(`${provider.url}/nowhere`)).status).toBe(404);
});

test('its proxy leads any name to it or refuses, and closes with it', async () => {
  const through = await provider.openProxy();
  const refusing = await provider.openProxy(502);
  const ask = (proxy: string) =>
    createHttp(
      { HTTP_PROXY: proxy },
      { version: '0.0.0-test' },
    )({
      url: 'http://api.provider.test/v1/models',
      method: 'GET',
      headers: { ...VERSION, 'x-api-key': KEY },
      timeoutMs: 4_000,
    });
  expect(await ask(through.url)).toMatchObject({ ok: true, status: 200 });
  expect(await ask(refusing.url)).toMatchObject({ ok: false, fault: 'proxy', code: '502' });
  expect(through.connects).toEqual(['api.provider.test:80']);
  expect(provider.journal).toHaveLength(1);
  await provider.close();
  expect(await ask(through.url)).toMatchObject({ ok: false, fault: 'refused' });
});
