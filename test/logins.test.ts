import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../src/core/duration.ts';
import type { LoginProgram } from '../src/core/login.ts';
import { text } from '../src/reporters/text.ts';
import { counted, factsOf, GatewayHome, NOW, token, told } from './kit/gateway.ts';
import { aboutLines } from '../src/reporters/text-about.ts';

const CANARY = 'canary-51aa';

const jwt = (exp: number): string =>
  ['{"alg":"none"}', JSON.stringify({ exp }), 's']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

const claude = (expiresAt: unknown, refreshToken: unknown = `r-${CANARY}`): object => ({
  claudeAiOauth: { accessToken: `a-${CANARY}`, refreshToken, expiresAt, scopes: [] },
});
const portal = (expires: unknown, refresh: unknown = 'r'): object => ({
  access_token: `a-${CANARY}`,
  refresh_token: refresh,
  expiry_date: expires,
});
const codex = (access: string, refresh: unknown = 'r'): object => ({
  tokens: { access_token: access, refresh_token: refresh, account_id: 'x' },
});

const FILES: Readonly<Record<LoginProgram, string>> = {
  claudeCode: '.claude/.credentials.json',
  codex: '.codex/auth.json',
  gemini: '.gemini/oauth_creds.json',
  minimax: '.minimax/oauth_creds.json',
  qwen: '.qwen/oauth_creds.json',
};

/** Two agents run on Claude Code, one on another provider. */
const home = (): GatewayHome =>
  new GatewayHome()
    .config({
      agents: {
        defaults: { model: { primary: 'anthropic/x' } },
        list: [{ id: 'main' }, { id: 'cli', model: 'claude-cli/opus' }],
      },
    })
    .store('main', { 'anthropic:a': token('anthropic') })
    .store('cli', {});

describe('a login file', () => {
  test.each<[LoginProgram, object, string[]]>([
    ['claudeCode', claude(NOW + 2 * DAY_MS), []],
    ['claudeCode', claude(NOW - HOUR_MS), ['info profile_refresh_due claude-code']],
    ['claudeCode', claude(NOW - 40 * DAY_MS), ['notice profile_refresh_due claude-code']],
    ['claudeCode', claude(NOW - 1, ''), ['fail profile_expired claude-code']],
    ['claudeCode', claude(NOW + HOUR_MS), ['info profile_refresh_due claude-code']],
    ['claudeCode', claude(NOW + HOUR_MS, null), ['warn profile_expiring claude-code']],
    ['claudeCode', claude('soon', null), ['fail profile_malformed claude-code']],
    ['claudeCode', { mcpOAuth: {} }, ['fail profile_credential_missing claude-code']],
    ['codex', codex(jwt(NOW / 1000 + 9 * 86_400)), []],
    ['codex', codex(jwt(NOW / 1000 - 1), ''), ['fail profile_expired codex']],
    ['codex', codex(jwt(NOW / 1000 - 1)), ['info profile_refresh_due codex']],
    ['codex', { OPENAI_API_KEY: CANARY }, []],
    ['codex', { auth_mode: 'apikey', OPENAI_API_KEY: CANARY, tokens: null }, []],
    ['codex', { OPENAI_API_KEY: null }, ['fail profile_credential_missing codex']],
    ['gemini', portal(NOW - 1), ['info profile_refresh_due gemini']],
    ['gemini', portal(NOW - 1, ''), ['fail profile_expired gemini']],
    ['gemini', portal(undefined), ['fail profile_malformed gemini']],
    ['qwen', portal(NOW - 1, null), ['fail profile_expired qwen']],
  ])('of %s is judged like a stored credential: %j', async (program, file, expected) => {
    const box = home().homeFile(FILES[program], file);
    const report = await box.check({ logins: { [program]: true } });
    const own = told(report).filter((line) => !line.includes('anthropic:a'));
    expect(own).toEqual(expected);
    expect(JSON.stringify(report)).not.toContain(CANARY);
  });

  test('of Codex without a time of its own counts from when it was written', async () => {
    const box = home().homeFile(FILES.codex, codex('opaque', ''));
    const at = (NOW - HOUR_MS) / 1000;
    utimesSync(join(box.home, FILES.codex), at, at);
    const report = await box.check({ logins: { codex: true } });
    expect(counted(report)).toEqual(['fail profile_expired codex']);
    expect(factsOf(report, 'profile_expired')['expiresAt']).toBe(new Date(NOW).toISOString());
  });

  test('that is not there is a login that is missing, unless nobody asked', async () => {
    expect(told(await home().check())).toEqual([]);
    const report = await home().check({ logins: { claudeCode: true } });
    const code =
      process.platform === 'darwin' ? 'secret_ref_unresolved' : 'profile_credential_missing';
    expect(report.findings.map((finding) => finding.code)).toEqual([code]);
  });

  test.each<[string, (path: string) => void]>([
    ['a directory', (path) => mkdirSync(path, { recursive: true })],
    ['no JSON', () => undefined],
  ])('that is %s cannot be judged', async (kind, put) => {
    const box = home();
    if (kind === 'no JSON') box.homeFile(FILES.claudeCode, '{');
    put(join(box.home, FILES.claudeCode));
    const report = await box.check({ logins: { claudeCode: true } });
    expect(report.findings.map(({ severity, code }) => [severity, code])).toEqual([
      ['fail', 'store_unreadable'],
    ]);
    expect(report.findings[0]?.title).toContain('login of Claude Code');
    expect(report.findings[0]?.remedy).toContain('claude auth login');
  });
});

describe('an ended login', () => {
  const ended = (): GatewayHome => home().homeFile(FILES.claudeCode, claude(NOW - HOUR_MS, ''));

  test('is told for every agent that runs on it, and for no other', async () => {
    const report = await ended().check({ logins: { claudeCode: true } });
    expect(report.findings.map(({ agent, profileId }) => [agent, profileId])).toEqual([
      ['cli', 'claude-code'],
    ]);
    expect(report.findings[0]?.remedy).toEqual(['claude auth login']);
    expect(report.logins).toMatchObject([
      { gateway: 'default', id: 'claude-code', health: 'expired', agents: ['cli'] },
    ]);
    const view = {
      color: false,
      width: null,
      unicode: true,
      verbose: true,
      quiet: false,
      about: aboutLines,
    };
    expect(text.render(report, view)).toContain(
      'login claude-code: expired (1 h ago), used by cli',
    );
  });

  test('of a model that the config gives to Claude Code counts for its agents', async () => {
    const box = new GatewayHome().homeFile(FILES.claudeCode, claude(NOW - 1, ''));
    box.config({
      agents: {
        defaults: {
          model: { primary: 'anthropic/opus' },
          models: { 'anthropic/opus': { agentRuntime: { id: 'claude-cli' } } },
        },
      },
    });
    const report = await box.store('ops', {}).check({ logins: { claudeCode: true } });
    expect(report.logins?.[0]?.agents).toEqual(['ops', 'main']);
    expect(counted(report)).toContain('fail profile_expired claude-code');
  });

  test('that no agent runs on counts for the gateway, since it was asked for', async () => {
    const box = home().homeFile(FILES.gemini, portal(NOW - 1, ''));
    const report = await box.check({ logins: { gemini: true } });
    expect(report.findings[0]).toMatchObject({
      agent: null,
      severity: 'fail',
      profileId: 'gemini',
    });
  });

  test('can be ignored, filtered and named by a path', async () => {
    const logins = { claudeCode: true } as const;
    const profiles = { 'claude-code': { ignore: true } };
    expect(counted(await ended().check({ logins, change: { profiles } }))).toEqual([]);
    const other = await ended().check({ logins, profiles: ['anthropic:a'] });
    expect([counted(other), other.logins]).toEqual([[], undefined]);
    const own = await ended().check({ logins, profiles: ['claude-code'] });
    expect(counted(own)).toEqual(['fail profile_expired claude-code']);
    const box = home().homeFile('elsewhere.json', claude(NOW - 1, ''));
    const named = await box.check({ logins: { claudeCode: join(box.home, 'elsewhere.json') } });
    expect(counted(named)).toEqual(['fail profile_expired claude-code']);
  });

  test('changes nothing that a mirror says', async () => {
    const report = await ended().check({ logins: { claudeCode: true }, policy: 'openclaw-2026.2' });
    expect(told(report).join()).not.toContain('claude-code');
  });
});

describe('where a login lies', () => {
  test.each([
    ['CLAUDE_CONFIG_DIR', 'claudeCode', '.credentials.json'],
    ['CLAUDE_SECURESTORAGE_CONFIG_DIR', 'claudeCode', '.credentials.json'],
    ['CODEX_HOME', 'codex', 'auth.json'],
  ] as const)('is said by %s of the gateway', async (name, program, file) => {
    const box = home();
    box.file('.env', `${name}=${join(box.home, 'custom')}`);
    box.homeFile(`custom/${file}`, program === 'codex' ? codex(jwt(1), '') : claude(1e12, ''));
    const report = await box.check({ logins: { [program]: true } });
    expect(report.logins?.[0]?.path).toBe(join(box.home, 'custom', file));
    expect(report.exitCode).toBe(1);
  });

  test('is the home of the user whose gateway it is, not ours', async () => {
    const [mine, other] = [home(), home().homeFile(FILES.claudeCode, claude(NOW - 1, ''))];
    mine.homeFile(FILES.claudeCode, claude(NOW + DAY_MS));
    const env = { CLAUDE_CONFIG_DIR: join(mine.home, '.claude') };
    const sources = [other.named('other')];
    const report = await mine.check({ logins: { claudeCode: true }, sources, env });
    expect(report.logins?.[0]?.path).toBe(join(other.home, FILES.claudeCode));
  });
});
