import { describe, expect, test } from 'vitest';
import { buildConfigSchema, type Config } from '../../src/config/config-schema.ts';
import { toPolicy } from '../../src/config/runtime-policy.ts';
import { SEVERITY_KEYS } from '../../src/config/severity-table.ts';
import { HOUR_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import { rulesOf, RULES, type Rule, type RuleName } from '../../src/core/rules.ts';
import { namedSource } from '../../src/openclaw/state-dir.ts';
import { GatewayHome, key, models, NOW, oauth, token, told } from '../kit/gateway.ts';

const SOON = NOW + HOUR_MS;
const LATE = NOW - HOUR_MS;
const YEAR = NOW + 365 * 24 * HOUR_MS;

const fence = (failed: string): object => ({
  access: `openclaw-oauth-refresh-fence:v1:${'b'.repeat(32)}:${failed}access:${'a'.repeat(64)}`,
  refresh: `openclaw-oauth-refresh-fence:v1:${'b'.repeat(32)}:${failed}refresh:${'a'.repeat(64)}`,
});
const cooling = (forMs: number, more: object = {}): object => ({
  usageStats: { 'p:a': { lastFailureAt: NOW - 1, cooldownUntil: NOW - 1 + forMs, ...more } },
});
const one = (entry: unknown, more: object = {}): GatewayHome =>
  new GatewayHome().store('main', { 'p:a': entry }, more);
const reference = (source: string, id: string): object =>
  key('p', { key: undefined, keyRef: { source, provider: 'vault', id } });

interface RuleCase {
  readonly home: GatewayHome;
  /** What is told by default, and what with each switch. */
  readonly on: readonly string[];
  readonly off: readonly (readonly string[])[];
}

const CASES: Readonly<Record<RuleName, () => RuleCase>> = {
  refreshable_login: () => ({
    home: one(oauth('p', LATE)),
    on: ['info profile_refresh_due p:a'],
    off: [['fail profile_expired p:a'], ['fail profile_refresh_due p:a']],
  }),
  stalled_refresh: () => ({
    home: one(oauth('p', LATE), { usageStats: { 'p:a': { lastUsed: NOW } } }),
    on: ['fail profile_refresh_stalled p:a'],
    off: [['notice profile_refresh_stalled p:a']],
  }),
  failed_fence: () => ({
    home: one(oauth('p', 1, fence('failed:'))),
    on: ['fail profile_refresh_stalled p:a'],
    off: [['notice profile_refresh_stalled p:a']],
  }),
  pending_fence: () => ({
    home: one(oauth('p', 1, fence(''))),
    on: ['info profile_refresh_due p:a'],
    off: [['fail profile_refresh_due p:a']],
  }),
  cli_login: () => ({
    home: new GatewayHome().store(
      'main',
      { 'p:claude-cli': oauth('p', LATE) },
      { usageStats: { 'p:claude-cli': { lastUsed: NOW } } },
    ),
    on: ['info profile_refresh_due p:claude-cli'],
    off: [['fail profile_expired p:claude-cli']],
  }),
  unresolved_reference: () => ({
    home: new GatewayHome()
      .config({ secrets: { providers: { vault: { source: 'exec', command: '/bin/false' } } } })
      .store('main', {
        'p:a': reference('exec', 'some/key'),
        'p:b': token('p', undefined, { token: '${NOT_SET_ANYWHERE}' }),
      }),
    on: ['warn secret_ref_unresolved p:b', 'notice secret_ref_unresolved p:a'],
    off: [
      ['fail secret_ref_unresolved p:b', 'notice secret_ref_unresolved p:a'],
      ['fail secret_ref_unresolved p:a', 'warn secret_ref_unresolved p:b'],
    ],
  }),
  empty_credential: () => ({
    home: one(key('p', { key: '' })),
    on: ['fail profile_credential_missing p:a'],
    off: [['notice profile_credential_missing p:a']],
  }),
  seconds_for_ms: () => ({
    home: one(token('p', Math.floor(YEAR / 1000))),
    on: ['fail profile_malformed p:a'],
    off: [['notice profile_malformed p:a']],
  }),
  unused_provider: () => ({
    home: new GatewayHome()
      .config(models('q/m'))
      .store('main', { 'q:a': key('q'), ID: token('p', LATE) }),
    on: ['info profile_unused ID'],
    off: [['fail profile_expired ID'], ['fail profile_expired ID']],
  }),
  ordered_out: () => ({
    home: new GatewayHome().store(
      'main',
      { 'p:a': key('p'), ID: token('p', LATE) },
      { order: { p: ['p:a'] } },
    ),
    on: ['info profile_expired ID'],
    off: [['fail profile_expired ID']],
  }),
  mode_excluded: () => ({
    home: new GatewayHome()
      .config({ auth: { profiles: { ID: { provider: 'p', mode: 'api_key' } } } })
      .store('main', { ID: token('p', LATE) }),
    on: ['info profile_expired ID'],
    off: [['fail profile_expired ID']],
  }),
  spare: () => ({
    home: new GatewayHome().store('main', {
      'p:a': key('p'),
      'p:b': token('p', LATE),
      'p:c': token('p', SOON),
    }),
    on: ['fail profile_expired p:b', 'warn profile_expiring p:c'],
    off: [
      ['warn profile_expiring p:c', 'notice profile_expired p:b'],
      ['fail profile_expired p:b', 'notice profile_expiring p:c'],
    ],
  }),
  other_agents: () => ({
    home: new GatewayHome()
      .config({ agents: { list: [{ id: 'main' }] } })
      .store('main', { 'p:a': key('p') })
      .store('old', { 'p:b': token('p', LATE) }),
    on: ['fail profile_expired p:b'],
    off: [[]],
  }),
  model_cooldown: () => ({
    home: one(
      key('p'),
      cooling(HOUR_MS, { cooldownReason: 'rate_limit', cooldownModel: 'x' }),
    ).config(models('p/m')),
    on: ['notice profile_cooldown p:a'],
    off: [['fail profile_cooldown p:a']],
  }),
  short_cooldown: () => {
    const blip = { lastFailureAt: NOW - 1, cooldownUntil: NOW + 60_000 };
    return {
      home: new GatewayHome().store(
        'main',
        { 'p:a': key('p'), 'p:b': key('p'), 'q:a': key('q') },
        { usageStats: { 'p:a': blip, 'q:a': blip } },
      ),
      on: ['info provider_exhausted q', 'info profile_cooldown p:a'],
      off: [
        ['notice profile_cooldown p:a', 'info provider_exhausted q'],
        ['fail provider_exhausted q', 'info profile_cooldown p:a'],
      ],
    };
  },
  last_usable: () => ({
    home: one(key('p'), cooling(HOUR_MS)),
    on: ['fail provider_exhausted p'],
    off: [['notice provider_exhausted p']],
  }),
  repeated_refusals: () => ({
    home: one(key('p'), {
      usageStats: { 'p:a': { failureCounts: { auth: 2 }, lastFailureAt: LATE } },
    }),
    on: ['fail profile_auth_failing p:a'],
    off: [['notice profile_auth_failing p:a'], []],
  }),
  deleted_profile: () => ({
    home: new GatewayHome().store('main', { 'p:b': key('p') }, cooling(HOUR_MS)),
    on: [],
    off: [['notice profile_cooldown p:a']],
  }),
  gateway_keys: () => ({
    home: new GatewayHome()
      .config(models('openai/m'))
      .homeFile(
        '.config/systemd/user/openclaw-gateway.service',
        '[Service]\nEnvironment=OPENAI_API_KEY=sk-fake\n',
      ),
    on: [],
    off: [['fail provider_missing openai']],
  }),
  shared_refresh_token: () => ({
    home: new GatewayHome()
      .store('main', { 'p:a': oauth('p', YEAR) })
      .store('ops', { 'p:a': oauth('p', YEAR) }),
    on: ['notice refresh_token_shared p:a'],
    off: [[]],
  }),
  retired_json: () => ({
    home: new GatewayHome().shared({ profiles: { 'p:a': key('p') } }).store('main', {}),
    on: ['fail store_migration_required'],
    off: [['notice store_migration_required']],
  }),
  half_written_store: () => ({
    home: new GatewayHome().file('agents/main/agent/auth-profiles.json', '{"profiles":{"p:'),
    on: ['fail store_unreadable'],
    off: [['warn store_unreadable']],
  }),
};

const schema = buildConfigSchema([], '/home/x');

/** Judges as `check` would with this config. */
function judge(home: GatewayHome, given: object): Promise<Report> {
  const config: Config = schema.parse(given);
  const { name, ...change } = toPolicy(config);
  const service = config.gateways?.[0]?.service;
  const world = home.world();
  const named = { label: 'default', dir: home.stateDir };
  return home.check({
    policy: name,
    change,
    ...(service === undefined
      ? {}
      : { sources: [namedSource(world, { ...named, readsService: service }, [])] }),
  });
}

const NAMES = Object.keys(RULES) as RuleName[];

describe.each(NAMES)('the rule %s', (name) => {
  const rule: Rule = RULES[name];

  test('holds by default, and no longer when it is switched', async () => {
    const { home, on, off } = CASES[name]();
    expect(told(await judge(home, {}))).toEqual(on);
    const switched = rule.switches.map(async ({ config }) => told(await judge(home, config)));
    expect(await Promise.all(switched)).toEqual(off);
    for (const findings of off) expect(findings).not.toEqual(on);
  });

  test('is found by what it shows', async () => {
    const { home, on } = CASES[name]();
    const { findings } = await judge(home, {});
    const found = findings.flatMap(({ code, facts }) => rulesOf({ code, facts }));
    expect(found.includes(name)).toBe(
      rule.shows !== undefined && on.length > 0 && name !== 'deleted_profile',
    );
  });

  test('is switched by keys that there are', () => {
    const severities = rule.switches.flatMap(({ config }) => Object.keys(config['severity'] ?? {}));
    expect(severities.filter((one) => !SEVERITY_KEYS.includes(one))).toEqual([]);
    for (const { config } of rule.switches) expect(() => schema.parse(config)).not.toThrow();
  });
});
