import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import { counted, factsOf, GatewayHome, key, NOW, oauth, token, told } from '../kit/gateway.ts';

const check = (entry: unknown, options = {}): Promise<Report> =>
  new GatewayHome().store('main', { 'p:a': entry }).check(options);

describe('no credential', () => {
  test.each<[string, unknown, string]>([
    ['a key that is not there', { type: 'api_key', provider: 'p' }, 'no_material'],
    ['an empty key', key('p', { key: '' }), 'no_material'],
    ['a key of null', key('p', { key: null }), 'no_material'],
    ['a token that is not there', { type: 'token', provider: 'p' }, 'no_material'],
    [
      'a login with neither half',
      { type: 'oauth', provider: 'p', expires: NOW + 1 },
      'no_material',
    ],
    [
      'the fields of another program',
      { type: 'oauth', provider: 'p', accessToken: 'x' },
      'no_material',
    ],
    [
      'an unknown alias',
      key('p', { keyRef: { source: 'env', provider: 'x', id: 'K' } }),
      'unknown_alias',
    ],
    [
      'a setup that was never finished',
      key('p', { setup: { replacement: true, modelRef: 'p/m', configJson: '{}' } }),
      'inactive_setup',
    ],
  ])('in %s', async (_, entry, reason) => {
    const report = await check(entry);
    expect(counted(report)).toEqual(['fail profile_credential_missing p:a']);
    expect(factsOf(report, 'profile_credential_missing')).toMatchObject({ reason });
    expect(report.agents[0]?.profiles[0]).toMatchObject({ health: 'missing', usable: false });
  });

  test.each<[string, unknown]>([
    ['a key', key('p')],
    ['a token', token('p')],
    ['a login with an end and a refresh token alone', oauth('p', NOW + HOUR_MS, { access: '' })],
    ['a finished setup', key('p', { setup: { replacement: false } })],
  ])('is not what is said of %s', async (_, entry) => {
    expect(counted(await check(entry))).toEqual([]);
  });

  test('behind a variable off the allow-list', async () => {
    const providers = { prod: { source: 'env', allowlist: ['OTHER'] } };
    const keyRef = { source: 'env', provider: 'prod', id: 'MY_KEY' };
    const home = new GatewayHome()
      .config({ secrets: { providers } })
      .store('main', { 'p:a': key('p', { keyRef }) });
    const report = await home.check({ env: { MY_KEY: 'k' } });
    expect(factsOf(report, 'profile_credential_missing')).toMatchObject({ reason: 'not_allowed' });
  });
});

describe('a reference', () => {
  const secrets = {
    providers: { f: { source: 'file', path: '/x' }, v: { source: 'exec', command: '/bin/true' } },
  };
  const run = (keyRef: unknown, options = {}): Promise<Report> =>
    new GatewayHome()
      .config({ secrets })
      .store('main', { 'p:a': key('p', { keyRef }) })
      .check(options);

  test.each([
    [{ source: 'env', id: 'MY_KEY' }, 'warn', 2, 'not_set_here'],
    [{ source: 'file', provider: 'f', id: '/a' }, 'warn', 2, 'never_opened'],
    [{ source: 'exec', provider: 'v', id: 'a' }, 'notice', 0, 'never_run'],
    [{ source: 'store', id: 'MY_KEY' }, 'warn', 2, 'not_readable'],
    ['secretref-managed', 'notice', 0, 'placeholder'],
  ])('%j cannot be told (%s)', async (keyRef, severity, exitCode, reason) => {
    const report = await run(keyRef);
    expect([counted(report), report.exitCode]).toEqual([
      [`${severity} secret_ref_unresolved p:a`],
      exitCode,
    ]);
    expect(factsOf(report, 'secret_ref_unresolved')).toMatchObject({ reason });
  });

  test('to a variable that is set is as good as a key', async () => {
    expect(told(await run({ source: 'env', id: 'MY_KEY' }, { env: { MY_KEY: 'k' } }))).toEqual([]);
  });

  test('is taken literally by strict', async () => {
    expect((await run({ source: 'env', id: 'MY_KEY' }, { policy: 'strict' })).exitCode).toBe(1);
  });

  test('of a token still ends by its clock', async () => {
    const tokenRef = { source: 'env', id: 'MY_TOKEN' };
    const report = await check(token('p', NOW - 1, { token: undefined, tokenRef }));
    expect(counted(report)).toEqual(['fail profile_expired p:a', 'warn secret_ref_unresolved p:a']);
  });
});

describe('a broken entry', () => {
  test.each<[string, unknown, string]>([
    ['blanks', key('p', { key: '  ' }), 'blank'],
    ['a blank inside', token('p', undefined, { token: 'sk fake' }), 'inner_whitespace'],
    ['a line break inside', token('p', undefined, { token: 'sk-\nfake' }), 'newline'],
    ['a number', key('p', { key: 5 }), 'not_text'],
    ['a command', key('p', { key: 'openclaw onboard --auth-choice x' }), 'pasted_command'],
    ['an end in seconds', token('p', Math.floor(NOW / 1_000)), 'expires_seconds'],
    ['an end of text', token('p', '2030-01-01'), 'expires_not_a_number'],
    ['a negative end', token('p', -5), 'expires_negative'],
    ['an end beyond the calendar', token('p', 9e15), 'expires_out_of_range'],
    ['a login without an end', oauth('p'), 'expires_missing'],
    ['a login whose end is 0', oauth('p', 0), 'expires_missing'],
  ])('holds %s', async (_, entry, problem) => {
    const report = await check(entry);
    expect(counted(report)).toEqual(['fail profile_malformed p:a']);
    expect(factsOf(report, 'profile_malformed')).toMatchObject({ problem });
  });

  test.each<[string, unknown]>([
    ['a line break at the end', token('p', undefined, { token: 'sk-fake\n' })],
    ['an end of 0 on a token', token('p', 0)],
    ['an end in milliseconds', oauth('p', NOW + 1)],
  ])('is not one with %s', async (_, entry) => {
    expect(counted(await check(entry))).toEqual([]);
  });

  test('an end of 0 is broken once OpenClaw keeps its stores in SQLite', async () => {
    const report = await new GatewayHome().shared({ profiles: { 'p:a': token('p', 0) } }).check();
    expect(factsOf(report, 'profile_malformed')).toMatchObject({ problem: 'expires_zero' });
  });

  test.each<[unknown, string]>([
    [5, 'not_an_object'],
    [{ type: 'password', provider: 'p' }, 'unknown_type'],
    [{ type: 'token', token: 'x' }, 'no_provider'],
    [{ type: 'token', provider: 5, token: 'x' }, 'provider_not_text'],
  ])('that is no profile at all (%j) is told', async (entry, problem) => {
    const report = await check(entry);
    expect(counted(report)).toEqual(['fail profile_malformed p:a']);
    expect(factsOf(report, 'profile_malformed')).toMatchObject({ problem });
  });
});
