// Runs probes against loopback servers without pauses.
import { createFetch } from '../../src/http-fetch.ts';
import { createHttp } from '../../src/http.ts';
import type { ProbeTarget } from '../../src/probes/probe.ts';
import { type ProbeRunOptions, runProbes } from '../../src/probes/run-probes.ts';
import { Secret } from '../../src/core/secret.ts';

export const NOW = Date.parse('2026-11-21T12:00:00Z');

export const guarded = {
  http: createHttp({}, { version: '0.0.0-test' }),
  fetch: createFetch({}, { version: '0.0.0-test' }),
};

/** A target of an unknown expiry; the key is the provider and the secret's last four characters. */
export function target(
  provider: string,
  secret: string,
  more: Partial<ProbeTarget> = {},
): ProbeTarget {
  return {
    key: `${provider}-${secret.slice(-4)}`,
    provider,
    type: 'api_key',
    secret: new Secret(secret),
    accountId: null,
    expiresAt: null,
    ...more,
  };
}

export const runOptions: ProbeRunOptions = {
  ...guarded,
  level: 'metadata',
  now: NOW,
  sleep: async () => undefined,
};

/** Asks about one credential at `url` and returns the verdict. */
export async function askOne(
  asked: ProbeTarget,
  url: string,
  options: Partial<ProbeRunOptions> = {},
) {
  const baseUrls = { [asked.provider]: url };
  const verdicts = await runProbes([asked], { ...runOptions, baseUrls, ...options });
  const verdict = verdicts.get(asked.key);
  if (!verdict) throw new Error('no verdict');
  return verdict;
}
