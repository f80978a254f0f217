// What stands between the monitor and a provider says nothing about a credential.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { startProvider } from '../../src/demo/provider.ts';
import { createFetch } from '../../src/http-fetch.ts';
import { createHttp } from '../../src/http.ts';
import { askOne, target } from '../kit/probe-run.ts';
import { expectNoTrace } from '../kit/probe-suite.ts';

const FAKE = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';
const SECRETS = { openai: `sk-${FAKE}`, anthropic: `sk-ant-api03-${FAKE}` } as const;
const PROVIDERS = ['openai', 'anthropic'] as const;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function through(env: Record<string, string>) {
  const options = { version: '0.0.0-test' };
  return { http: createHttp(env, options), fetch: createFetch(env, options) };
}

describe.each(PROVIDERS)('%s', (name) => {
  const asked = target(name, SECRETS[name]);

  test.each([407, 502] as const)('a proxy that refuses the tunnel with %d', async (status) => {
    const provider = await startProvider();
    closers.push(provider.close);
    const proxy = await provider.openProxy(status);
    const url = proxy.url.replace('http://', `http://user:${FAKE}@`);
    // The provider's real host: the proxy is asked for it, and nothing else is.
    const verdict = await askOne(asked, '', {
      ...through({ HTTPS_PROXY: url }),
      baseUrls: {},
    });
    expect(verdict).toMatchObject({
      outcome: 'inconclusive',
      reason: 'network',
      facts: { fault: 'proxy' },
    });
    expect(proxy.connects).toHaveLength(1);
    expect(provider.journal).toEqual([]);
    expectNoTrace(JSON.stringify(verdict), FAKE);
  });

  test('a certificate that nobody vouches for', async () => {
    const read = (file: string) =>
      readFileSync(new URL(`../fixtures/tls/${file}`, import.meta.url));
    const provider = await startProvider({
      tls: { key: read('server-key.pem'), cert: read('server.pem') },
    });
    closers.push(provider.close);
    const verdict = await askOne(asked, provider.url);
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'network' });
    expect(verdict.facts).toMatchObject({ fault: 'tls' });
    expect(provider.journal).toEqual([]);
  });
});
