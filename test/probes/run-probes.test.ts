import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Http } from '../../src/core/http.ts';
import { Secret } from '../../src/core/secret.ts';
import { type DemoProvider, startProvider } from '../../src/demo/provider.ts';
import type { ProbeFetch, ProbeTarget } from '../../src/probes/probe.ts';
import { runProbes } from '../../src/probes/run-probes.ts';
import { NOW, runOptions, target } from '../kit/probe-run.ts';
import { expectNoTrace } from '../kit/probe-suite.ts';

const FAKE = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';
const apiKey = (index: number) => `sk-ant-api03-${FAKE}${String(index).padStart(4, '0')}`;

let provider: DemoProvider;
beforeEach(async () => {
  provider = await startProvider();
});
afterEach(() => provider.close());

/** All providers on the one loopback server, unless told otherwise. */
function run(targets: readonly ProbeTarget[], more: Partial<Parameters<typeof runProbes>[1]> = {}) {
  const baseUrls = { anthropic: provider.url, openai: provider.url, groq: provider.url };
  return runProbes(targets, { ...runOptions, baseUrls, ...more });
}

describe('how often a provider is asked', () => {
  test('50 agents that share 11 secrets cause 11 requests and 11 verdicts', async () => {
    const targets = Array.from({ length: 50 }, (_, agent) =>
      target('anthropic', apiKey(agent % 11)),
    );
    for (let index = 0; index < 11; index += 1) {
      provider.setCredential(apiKey(index), { name: `key ${index}`, state: 'accepted' });
    }
    const verdicts = await run(targets);
    expect(verdicts.size).toBe(11);
    expect([...verdicts.values()].every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const asked = provider.journal.map(({ credential }) => credential);
    expect(new Set(asked).size).toBe(11);
    expect(asked).toHaveLength(11);
  });

  test('a refused, limited or broken answer is not asked for again', async () => {
    provider.setCredential(apiKey(1), { name: 'limited', state: 'rate_limited' });
    provider.setCredential(apiKey(2), { name: 'overloaded', state: 'overloaded' });
    await run([1, 2, 3].map((index) => target('anthropic', apiKey(index))));
    expect(provider.journal).toHaveLength(3);
  });

  test('one origin never sees two requests at once, with a pause of 250 to 1000 ms between', async () => {
    const pauses: number[] = [];
    const randoms = [0, 0.5, 0.999];
    const targets = [1, 2, 3, 4].map((index) => target('anthropic', apiKey(index)));
    await run(targets, {
      random: () => randoms[pauses.length] ?? 0,
      sleep: async (ms) => void pauses.push(ms),
    });
    expect(pauses.map(Math.round)).toEqual([250, 625, 999]);
    expect(Math.max(...provider.journal.map(({ inFlight }) => inFlight))).toBe(1);
  });

  test('two origins are asked side by side, a third waits', async () => {
    const others = await Promise.all([startProvider(), startProvider()]);
    const servers = [provider, ...others];
    try {
      for (const { faults } of servers) faults.set('*', 'stalled_headers');
      const stop = new AbortController();
      const [anthropic, openai, groq] = servers.map(({ url }) => url) as [string, string, string];
      const running = run(
        ['anthropic', 'openai', 'groq'].map((name) => target(name, FAKE)),
        { baseUrls: { anthropic, openai, groq }, signal: stop.signal },
      );
      const seen = () => servers.map(({ journal }) => journal.length);
      await vi.waitFor(() => expect(seen()).toEqual([1, 1, 0]));
      stop.abort();
      const verdicts = [...(await running).values()];
      expect(verdicts.map(({ reason }) => reason)).toEqual(['network', 'network', 'aborted']);
      expect(seen()).toEqual([1, 1, 0]);
    } finally {
      await Promise.all(others.map(({ close }) => close()));
    }
  });

  test('progress is told request by request', async () => {
    const seen: string[] = [];
    const targets = [1, 2, 3].map((index) => target('anthropic', apiKey(index)));
    await run([...targets, target('ollama', FAKE)], {
      onProgress: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
  });
});

describe('deadlines', () => {
  test.each([
    ['a plain request', 'openai', 'stalled_headers'],
    ['a plain request', 'openai', 'stalled_body'],
    ['the SDK', 'anthropic', 'stalled_headers'],
    ['the SDK', 'anthropic', 'stalled_body'],
  ] as const)('%s to %s that meets %s ends as a timeout', async (_, name, fault) => {
    provider.faults.set('*', fault);
    const asked = target(name, FAKE);
    const verdict = (await run([asked], { probeTimeoutMs: 150 })).get(asked.key);
    expect(verdict).toMatchObject({
      outcome: 'inconclusive',
      reason: 'network',
      facts: { fault: 'timeout' },
    });
  });

  test('what the time of the run did not allow is not probed, and is not asked', async () => {
    provider.faults.set('*', 'stalled_headers');
    const targets = [1, 2, 3].map((index) => target('openai', `${FAKE}${index}`));
    const verdicts = await run(targets, { runTimeoutMs: 200 });
    expect([...verdicts.values()].map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['inconclusive', 'network'],
      ['not_probed', 'run_deadline'],
      ['not_probed', 'run_deadline'],
    ]);
    expect(provider.journal).toHaveLength(1);
  });

  test('who has waited longest comes first, so that all have their turn', async () => {
    provider.faults.set('*', 'stalled_headers');
    const targets = [1, 2, 3].map((index) => target('openai', `${FAKE}${index}`));
    const keys = targets.map(({ key }) => key);
    const verdicts = await run(targets, {
      runTimeoutMs: 200,
      lastAskedAt: (key) => [NOW, NOW - 2, NOW - 1][keys.indexOf(key)] ?? 0,
    });
    const asked = keys.filter((key) => verdicts.get(key)?.outcome === 'inconclusive');
    expect(asked).toEqual([keys[1]]);
    expect([...verdicts.keys()]).toEqual(keys);
  });

  test('a run that is stopped before it starts asks nothing', async () => {
    const verdicts = await run([target('openai', FAKE)], { signal: AbortSignal.abort() });
    expect([...verdicts.values()]).toMatchObject([{ outcome: 'not_probed', reason: 'aborted' }]);
    expect(provider.journal).toEqual([]);
  });
});

describe('what is never sent', () => {
  const notProbed = async (asked: ProbeTarget, more: Parameters<typeof run>[1] = {}) => {
    const verdict = (await run([asked], more)).get(asked.key);
    expect(provider.journal).toEqual([]);
    expect(verdict?.outcome).toBe('not_probed');
    return verdict?.reason;
  };

  test.each([
    [-1, 'expired'],
    [0, 'expired'],
  ])('an access token whose end is %d ms away', async (leftMs, reason) => {
    const asked = target('anthropic', apiKey(1), { type: 'oauth', expiresAt: NOW + leftMs });
    expect(await notProbed(asked)).toBe(reason);
  });

  test('but one with a millisecond left is', async () => {
    await run([target('anthropic', apiKey(1), { expiresAt: NOW + 1 })]);
    expect(provider.journal).toHaveLength(1);
  });

  test.each([
    ['a provider that nobody knows', target('acme', FAKE), 'no_probe'],
    ['a provider named like a property', target('constructor', FAKE), 'no_probe'],
    ['a kind of credential without a probe', target('groq', FAKE, { type: 'oauth' }), 'no_probe'],
    ['a refresh token', target('anthropic', `sk-ant-ort01-${FAKE}`), 'refresh_token'],
    ['a session cookie', target('anthropic', `sk-ant-sid01-${FAKE}`), 'session_cookie'],
    ["Anthropic's key at OpenAI", target('openai', apiKey(1)), 'foreign_secret'],
    ["OpenRouter's key at OpenAI", target('openai', `sk-or-v1-${FAKE}`), 'foreign_secret'],
    ["Google's key at Groq", target('groq', `AIza${FAKE}`), 'foreign_secret'],
    ['a key with a newline', target('openai', `${FAKE}\nX-Evil: 1`), 'unsendable'],
    ['a key with a space', target('anthropic', `sk-ant-api03 ${FAKE}`), 'unsendable'],
    ['an empty key', target('openai', ''), 'unsendable'],
  ])('%s', async (_, asked, reason) => {
    expect(await notProbed(asked)).toBe(reason);
  });

  test.each([
    'http://provider.example',
    'ftp://provider.example',
    'https://user:pass@provider.example',
    'https://provider.example/?key=1',
    'not a url',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
  ])('anything to the base URL %s', async (url) => {
    expect(await notProbed(target('openai', FAKE), { baseUrls: { openai: url } })).toBe(
      'base_url_refused',
    );
  });

  test("Anthropic's key to the host named for another provider", async () => {
    const http = vi.fn<Http>();
    const fetch = vi.fn<ProbeFetch>(async () => new Response('{}'));
    const asked = target('anthropic', apiKey(1));
    await run([asked], { http, fetch, baseUrls: { openai: provider.url } });
    expect(http).not.toHaveBeenCalled();
    expect(fetch).toHaveBeenCalledWith(
      'https://api.anthropic.com/v1/models?limit=1',
      expect.anything(),
    );
    expect(provider.journal).toEqual([]);
  });

  test('a base URL may carry a path prefix', async () => {
    await run([target('openai', FAKE)], { baseUrls: { openai: `${provider.url}/gateway/` } });
    expect(provider.journal.map(({ path }) => path)).toEqual(['/gateway/v1/models']);
  });

  test.each(['openai', 'anthropic'] as const)('a base URL of %s may end with /v1', async (name) => {
    const asked = target(name, name === 'openai' ? FAKE : apiKey(1));
    await run([asked], { baseUrls: { [name]: `${provider.url}/v1` } });
    expect(provider.journal.map(({ path }) => path.split('?')[0])).toEqual(['/v1/models']);
  });
});

describe('the host that the gateway itself uses', () => {
  const asked = (name: string, endpoint: string, more: Partial<ProbeTarget> = {}) =>
    target(name, FAKE, { endpoint, ...more });
  const hostOf = async (wanted: ProbeTarget) => {
    const urls: string[] = [];
    const http: Http = async ({ url }) => {
      urls.push(new URL(url).origin);
      return { ok: false, fault: 'dns', sent: false, code: 'ENOTFOUND' };
    };
    const verdict = (await run([wanted], { http, baseUrls: {} })).get(wanted.key);
    return urls[0] ?? verdict?.reason;
  };

  test.each([
    ['its own', asked('openai', 'https://api.openai.com/v1'), 'https://api.openai.com'],
    ['another region', asked('moonshot', 'https://api.moonshot.cn/v1'), 'https://api.moonshot.cn'],
    ['none named', target('moonshot', FAKE), 'https://api.moonshot.ai'],
    ["somebody's own server", asked('openai', 'http://localhost:4000/v1'), 'custom_endpoint'],
    [
      'a name that only looks alike',
      asked('openai', 'https://api.openai.com.x.io'),
      'custom_endpoint',
    ],
    ['no URL at all', asked('groq', 'groq'), 'custom_endpoint'],
    ['a login', asked('openai', 'http://localhost:4000', { type: 'oauth' }), 'https://chatgpt.com'],
    [
      'a key that names its owner',
      { ...asked('groq', 'http://localhost:4000'), secret: new Secret(`gsk_${FAKE}`) },
      'https://api.groq.com',
    ],
  ])('%s decides where the key may go', async (_, wanted, expected) => {
    expect(await hostOf(wanted)).toBe(expected);
    expect(provider.journal).toEqual([]);
  });

  test('gives way to the host that the user names for probes', async () => {
    await run([asked('openai', 'http://localhost:4000/v1')]);
    expect(provider.journal).toHaveLength(1);
  });
});

describe('shared secrets', () => {
  test('are asked about with the model of whichever agent has one', async () => {
    provider.setCredential(apiKey(1), { name: 'shared', state: 'accepted' });
    const targets = [
      target('anthropic', apiKey(1)),
      target('anthropic', apiKey(1), { model: 'claude-demo-5' }),
    ];
    const verdicts = await run(targets, { level: 'inference' });
    expect([...verdicts.values()]).toMatchObject([{ outcome: 'accepted', level: 'inference' }]);
    expect(provider.journal).toHaveLength(1);
  });

  test('are sent when any copy may still live', async () => {
    const copies = (...ends: (number | null)[]) =>
      ends.map((expiresAt) => target('openai', FAKE, { expiresAt }));
    await run(copies(NOW - 1, NOW - 2));
    expect(provider.journal).toHaveLength(0);
    await run(copies(NOW - 1, NOW + 1));
    await run(copies(NOW - 1, null));
    expect(provider.journal).toHaveLength(2);
  });
});

describe('surprises', () => {
  test('a probe that throws is inconclusive, never rejected', async () => {
    const http = () => {
      throw new RangeError(`boom ${FAKE}`);
    };
    const asked = target('openai', FAKE);
    const verdict = (await run([asked], { http })).get(asked.key);
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'unexpected' });
    expectNoTrace(JSON.stringify(verdict), FAKE);
  });

  test('a provider that echoes the secret everywhere leaves no trace of it in a verdict', async () => {
    const http = async () => ({
      ok: true as const,
      status: 401,
      header: (name: string) => (name === 'x-request-id' ? `req_${FAKE}` : null),
      body: JSON.stringify({
        error: { message: `bad key ${FAKE.slice(0, 9)}***${FAKE.slice(-7)}` },
      }),
      overflow: false,
    });
    const asked = { ...target('openai', FAKE), secret: new Secret(FAKE), key: 'k' };
    const verdict = (await run([asked], { http })).get('k');
    expect(verdict).toMatchObject({ reason: 'invalid', message: 'bad key [redacted]' });
    expect(verdict).not.toHaveProperty('requestId');
  });
});
