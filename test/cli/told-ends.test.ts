import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../kit/built-cli.ts';
import { found, key, probedHouse, profileOf, setupToken, START } from '../kit/probed-house.ts';

const iso = (ms: number): string => new Date(START + ms).toISOString();

describe('an end that the provider tells', () => {
  async function told(leftMs: number) {
    const home = await probedHouse();
    const secret = home.secret('key', 'sk-or-v1-');
    const data = { limit_remaining: 4.5, is_free_tier: false, expires_at: iso(leftMs) };
    home.answer(secret, { status: 200, body: { data } });
    home.agents({ main: { 'openrouter:a': key('openrouter', secret) } }, ['openrouter/auto']);
    return home;
  }

  test('counts like a stored one', async () => {
    const home = await told(5 * HOUR_MS);
    const asked = await home.at(0);
    expect([asked.code, found(asked)]).toEqual([2, ['warn profile_expiring']]);
    expect(profileOf(asked)).toMatchObject({
      health: 'expiring',
      expiresAt: iso(5 * HOUR_MS),
      remainingMs: 5 * HOUR_MS,
      expirySource: 'provider',
      probe: { facts: { expiresAt: iso(5 * HOUR_MS), limitRemaining: 4.5 } },
    });
  });

  test('is remembered when nobody is asked, or nobody answers', async () => {
    const home = await told(10 * DAY_MS);
    expect(found(await home.at(0))).toEqual(['notice profile_expiry_ahead']);
    const unasked = await home.at(9 * DAY_MS + HOUR_MS, ['--probe=off']);
    expect([unasked.code, found(unasked)]).toEqual([2, ['warn profile_expiring']]);
    home.provider.faults.set('*', 'reset');
    const silent = await home.at(10 * DAY_MS);
    expect([silent.code, found(silent)]).toEqual([1, ['fail profile_expired']]);
  });

  test('ahead of every step says nothing', async () => {
    const home = await told(90 * DAY_MS);
    expect(await home.at(0)).toMatchObject({ code: 0, report: { findings: [] } });
  });
});

describe('a setup-token without an end', () => {
  async function endless() {
    const home = await probedHouse('off');
    const secret = home.secret('token', 'sk-ant-oat01-');
    home.agents({ main: { 'anthropic:a': setupToken(secret, null) } });
    return home;
  }

  test('is taken to live a year from when it was first met', async () => {
    const home = await endless();
    const first = await home.at(0);
    expect([first.code, found(first)]).toEqual([0, []]);
    expect(profileOf(first)).toMatchObject({
      health: 'static',
      expiresAt: iso(365 * DAY_MS),
      expirySource: 'estimated',
    });
    const codes = async (ms: number) => {
      const asked = await home.at(ms);
      return [asked.code, ...found(asked)];
    };
    expect(await codes(335 * DAY_MS - 1)).toEqual([0]);
    expect(await codes(335 * DAY_MS)).toEqual([0, 'notice credential_age']);
    expect(await codes(364 * DAY_MS - 1)).toEqual([0, 'notice credential_age']);
    expect(await codes(364 * DAY_MS)).toEqual([2, 'warn credential_age']);
    expect(await codes(366 * DAY_MS)).toEqual([2, 'warn credential_age']);
  });

  test('is judged alike by a plain check', async () => {
    const home = await endless();
    await home.at(0);
    expect(found(await home.at(300 * DAY_MS, [], 'check'))).toEqual([]);
    const checked = await home.at(364 * DAY_MS, [], 'check');
    expect([checked.code, found(checked)]).toEqual([2, ['warn credential_age']]);
  });

  test('starts anew with a new token', async () => {
    const home = await endless();
    await home.at(0);
    home.agents({
      main: { 'anthropic:a': setupToken(home.secret('other', 'sk-ant-oat01-'), null) },
    });
    const later = await home.at(364 * DAY_MS);
    expect([later.code, found(later)]).toEqual([0, []]);
  });

  test('of another kind has no usual life', async () => {
    const home = await probedHouse('off');
    const token = { type: 'token', provider: 'github-copilot', token: home.secret('gh', 'ghu_') };
    home.agents({ main: { 'github-copilot:a': token } }, ['github-copilot/gpt-5']);
    expect(profileOf(await home.at(0))).toMatchObject({ expiresAt: null, expirySource: 'none' });
  });
});
