// Claims that hold for any store whatsoever.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '../../src/core/duration.ts';
import type { Health } from '../../src/core/health.ts';
import { effectiveExpiry, judgeExpiry } from '../../src/core/health.ts';
import type { ReportFinding } from '../../src/core/report.ts';
import { parseStore } from '../../src/openclaw/parse-store.ts';
import { GatewayHome, key, NOW, oauth, token } from '../kit/gateway.ts';

const time = fc.oneof(
  fc.integer({ min: NOW - 400 * DAY_MS, max: NOW + 400 * DAY_MS }),
  fc.constantFrom(NOW, NOW - 1, NOW + 1, NOW + DAY_MS, NOW + DAY_MS + 1, 0, -5, 1_800_000_000),
);
const entry = (provider: string): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constant(key(provider)),
    fc.constant(key(provider, { key: '' })),
    fc.option(time, { nil: undefined }).map((expires) => token(provider, expires)),
    time.map((expires) => oauth(provider, expires)),
    time.map((expires) => oauth(provider, expires, { refresh: undefined })),
  );
const usage = fc.record(
  {
    lastUsed: time,
    lastFailureAt: time,
    cooldownUntil: time,
    disabledUntil: time,
    failureCounts: fc.record({ auth: fc.nat(3) }),
  },
  { requiredKeys: [] },
);
const RANK: Readonly<Record<Health, number>> = {
  static: 0,
  ok: 0,
  expiring: 1,
  expired: 2,
  missing: 2,
};

test('time makes no profile healthier', () => {
  fc.assert(
    fc.property(entry('p'), fc.nat(DAY_MS * 40), fc.nat(DAY_MS * 40), (raw, one, other) => {
      const store = parseStore({ profiles: { 'p:a': raw } }, {}, 'json');
      const profile = store?.profiles.get('p:a');
      const at = profile === undefined ? null : effectiveExpiry(profile).at;
      if (at === null) return;
      const [first, later] = [NOW + Math.min(one, other), NOW + Math.max(one, other)];
      const at1 = RANK[judgeExpiry(at, first, DAY_MS)];
      expect(RANK[judgeExpiry(at, later, DAY_MS)]).toBeGreaterThanOrEqual(at1);
    }),
  );
});

test('nor does it in a whole report, by any policy', async () => {
  const names = fc.constantFrom('default', 'strict', 'openclaw-2026.2', 'openclaw-2026.9');
  await fc.assert(
    fc.asyncProperty(entry('p'), names, fc.nat(DAY_MS * 40), async (raw, policy, later) => {
      const home = new GatewayHome().store('main', { 'p:a': raw });
      const health = async (now: number): Promise<number> => {
        const { agents } = await home.check({ policy, now });
        return RANK[agents[0]?.profiles[0]?.health ?? 'missing'];
      };
      expect(await health(NOW + later)).toBeGreaterThanOrEqual(await health(NOW));
    }),
    { numRuns: 30 },
  );
});

/** What is said about the providers and profiles of one agent. */
const about = (findings: readonly ReportFinding[], agent: string, provider: string): string[] =>
  findings
    .filter((one) => one.agent === agent && one.provider === provider)
    .map(({ code, severity, profileId, facts }) =>
      JSON.stringify([code, severity, profileId, facts]),
    )
    .sort();

test('another agent or another provider changes nothing of what is said of this one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry('p'), { minLength: 1, maxLength: 3 }),
      fc.array(entry('q'), { minLength: 1, maxLength: 2 }),
      fc.array(usage, { minLength: 2, maxLength: 2 }),
      async (own, others, [one = {}, two = {}]) => {
        const name = (prefix: string, list: readonly object[]): Record<string, object> =>
          Object.fromEntries(list.map((raw, index) => [`${prefix}:${index}`, raw]));
        const stats = { 'p:0': one };
        const ids = ['main', 'ops', 'work'].map((id) => ({ id }));
        const config = { agents: { list: ids } };
        const alone = new GatewayHome()
          .config(config)
          .store('main', {})
          .store('ops', name('p', own), { usageStats: stats });
        const among = new GatewayHome()
          .config(config)
          .store('main', {})
          .store(
            'ops',
            { ...name('q', others), ...name('p', own) },
            { usageStats: { ...stats, 'q:0': two } },
          )
          .store('work', {
            ...name(
              'p',
              others.map((raw) => ({ ...raw, provider: 'p' })),
            ),
          });
        const [before, after] = [await alone.check(), await among.check()];
        expect(about(after.findings, 'ops', 'p')).toEqual(about(before.findings, 'ops', 'p'));
      },
    ),
    { numRuns: 40 },
  );
});
