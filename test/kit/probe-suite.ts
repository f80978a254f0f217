// What every probe must keep, whatever the provider: one call per provider runs all of it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Refusal } from '../../src/demo/provider-credential.ts';
import { type DemoProvider, type ProviderFault, startProvider } from '../../src/demo/provider.ts';
import type { ProbeTarget } from '../../src/probes/probe.ts';
import type { ProbeRunOptions } from '../../src/probes/run-probes.ts';
import { askOne } from './probe-run.ts';

type Meaning = readonly [outcome: string, reason: string];

const REFUSALS: Readonly<Record<Refusal, Meaning>> = {
  invalid: ['rejected', 'invalid'],
  expired: ['rejected', 'expired'],
  revoked: ['rejected', 'revoked'],
  forbidden: ['rejected', 'forbidden'],
  billing: ['rejected', 'billing'],
  rate_limited: ['inconclusive', 'rate_limited'],
  overloaded: ['inconclusive', 'overloaded'],
};

const FAULTS: readonly (readonly [Extract<ProviderFault, string>, Meaning])[] = [
  ['html', ['inconclusive', 'intercepted']],
  ['empty_object', ['inconclusive', 'intercepted']],
  ['error_envelope', ['inconclusive', 'intercepted']],
  ['truncated', ['inconclusive', 'intercepted']],
  ['oversized', ['inconclusive', 'intercepted']],
  ['html_403', ['inconclusive', 'unknown']],
  ['reset', ['inconclusive', 'network']],
];

export interface ProbeSuite {
  readonly title: string;
  readonly target: ProbeTarget;
  readonly options?: Partial<ProbeRunOptions>;
  /** What an accepted credential means here, if not `valid`. */
  readonly accepted?: Meaning;
  /** Where this provider's words differ. */
  readonly refusals?: Partial<Record<Refusal, Meaning>>;
}

/** Runs the contract of a probe against the loopback provider. */
export function probeSuite({ title, target, options = {}, ...own }: ProbeSuite): void {
  describe(`the probe of ${title}`, () => {
    const secret = target.secret.reveal();
    let provider: DemoProvider;

    beforeEach(async () => {
      provider = await startProvider();
    });
    afterEach(() => provider.close());

    /** Asks once and checks what holds for every answer. */
    async function ask(more: Partial<ProbeRunOptions> = {}) {
      const verdict = await askOne(target, provider.url, { ...options, ...more });
      expect(provider.journal).toHaveLength(1);
      expectNoTrace(JSON.stringify(verdict), secret);
      expectNoTrace(JSON.stringify(provider.journal), secret);
      return verdict;
    }

    test('accepts a credential that works', async () => {
      provider.setCredential(secret, { name: 'good', state: 'accepted' });
      const [outcome, reason] = own.accepted ?? ['accepted', 'valid'];
      expect(await ask()).toMatchObject({ outcome, reason });
      expect(provider.journal[0]).toMatchObject({ credential: 'good' });
    });

    test('is honest about who asks, and sends neither cookie nor origin', async () => {
      await ask();
      const { headers } = provider.journal[0]!;
      expect(headers['user-agent']).toBe('openclaw-auth-monitor/0.0.0-test');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('origin');
      expect(provider.journal[0]!.path).not.toContain(secret);
    });

    test('rejects a credential that the provider does not know', async () => {
      expect(await ask()).toMatchObject({ outcome: 'rejected', reason: 'invalid' });
    });

    for (const [state, usual] of Object.entries(REFUSALS) as [Refusal, Meaning][]) {
      const [outcome, reason] = own.refusals?.[state] ?? usual;
      test(`calls "${state}" ${outcome}: ${reason}`, async () => {
        provider.setCredential(secret, { name: 'bad', state });
        expect(await ask()).toMatchObject({ outcome, reason });
      });
    }

    for (const [fault, [outcome, reason]] of FAULTS) {
      test(`learns nothing from "${fault}"`, async () => {
        provider.setCredential(secret, { name: 'good', state: 'accepted' });
        provider.faults.set('*', fault);
        expect(await ask()).toMatchObject({ outcome, reason });
      });
    }

    for (const fault of ['stalled_headers', 'stalled_body'] as const) {
      test(`can be stopped in the middle of "${fault}"`, async () => {
        provider.faults.set('*', fault);
        const stop = new AbortController();
        const asking = ask({ signal: stop.signal });
        await vi.waitFor(() => expect(provider.journal).toHaveLength(1));
        stop.abort();
        expect(await asking).toMatchObject({ outcome: 'inconclusive', reason: 'network' });
      });
    }

    test('follows no redirect, so no secret arrives at another host', async () => {
      const elsewhere = await startProvider();
      try {
        provider.setCredential(secret, { name: 'good', state: 'accepted' });
        provider.faults.set('*', { redirectTo: `${elsewhere.url}/v1/models` });
        expect(await ask()).toMatchObject({ outcome: 'inconclusive', reason: 'redirect' });
        expect(elsewhere.journal).toEqual([]);
      } finally {
        await elsewhere.close();
      }
    });

    test('learns nothing from a port where nobody listens', async () => {
      const verdict = await askOne(target, 'http://127.0.0.1:1', options);
      expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'network' });
    });
  });
}

/** Fails when five characters of the secret in a row, its public prefix apart, appear in the text. */
export function expectNoTrace(text: string, secret: string): void {
  const own = secret.replace(/^(?:sk-ant-\w+-|sk-or-v1-|sk-|AIza|xai-|gsk_|hf_)/, '');
  for (let start = 0; start + 5 <= own.length; start += 1) {
    expect(text).not.toContain(own.slice(start, start + 5));
  }
}
