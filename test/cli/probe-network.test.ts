// Asks over TLS and through a proxy as users have them, by the built program on every Node that is at hand.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { type DemoProvider, startProvider } from '../../src/demo/provider.ts';
import { CLI, gateway, house } from '../kit/built-cli.ts';
import { Canaries } from '../kit/canaries.ts';
import { testNodes } from '../kit/nodes.ts';
import { key } from '../kit/probed-house.ts';
import { selfSigned } from '../kit/tls.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url));

/** A provider that speaks https, and how each of two credentials at `baseUrl` is judged. */
async function secured(tls: { readonly key: Buffer; readonly cert: Buffer }) {
  const provider = await startProvider({ tls });
  onTestFinished(() => provider.close());
  const home = house();
  const canaries = new Canaries();
  const secrets = {
    openai: canaries.make('openai', 'sk-proj-'),
    anthropic: canaries.make('anthropic', 'sk-ant-api03-'),
  };
  for (const [name, secret] of Object.entries(secrets)) {
    provider.setCredential(secret, { name, state: 'accepted' });
  }
  const dir = gateway(home, {
    'openai:a': key('openai', secrets.openai),
    'anthropic:a': key('anthropic', secrets.anthropic),
  });
  const ask = async (
    node: string,
    baseUrl: string,
    env: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> => {
    const config = home.write('config.json5', {
      gateways: [{ stateDir: dir }],
      probe: { providers: { openai: { baseUrl }, anthropic: { baseUrl } } },
    });
    const args = [CLI, 'check', '--probe', '--json', '--config', config];
    const said = await new Promise<string>((resolve) => {
      const own = { PATH: process.env['PATH'], HOME: home.home, ...env };
      execFile(node, args, { env: own, timeout: 15_000 }, (_, stdout, stderr) => {
        resolve(stdout + stderr);
      });
    });
    expect(canaries.in(said)).toEqual([]);
    expect(said).not.toContain('hunter22');
    const report = JSON.parse(said) as Report;
    expect(report.exitCode).toBe(0);
    return (report.agents[0]?.profiles ?? []).map(
      ({ provider: name, probe }) =>
        `${name} ${probe?.outcome} ${probe?.facts?.['fault'] ?? probe?.reason}`,
    );
  };
  return { provider, ask };
}

const both = (said: string): string[] => [`openai ${said}`, `anthropic ${said}`];

describe.each(testNodes())('%s', (node) => {
  test('a provider vouched for by a further authority is believed, by nobody it is not', async () => {
    const tls = {
      key: readFileSync(fixture('server-key.pem')),
      cert: readFileSync(fixture('server.pem')),
    };
    const { provider, ask } = await secured(tls);
    const baseUrl = provider.url.replace('127.0.0.1', 'localhost');
    expect(await ask(node, baseUrl, {})).toEqual(both('inconclusive tls'));
    expect(provider.journal).toEqual([]);
    const env = { NODE_EXTRA_CA_CERTS: fixture('ca.pem') };
    expect(await ask(node, baseUrl, env)).toEqual(both('accepted valid'));
  });

  test('a proxy leads to it, and its refusal says nothing', async (context) => {
    const tls = selfSigned('provider.test');
    if (tls === null) return context.skip('there is no openssl');
    const { provider, ask } = await secured(tls);
    const authority = house().write('authority.pem', tls.cert.toString());
    const trusted = { NODE_EXTRA_CA_CERTS: authority };
    const url = 'https://provider.test';
    const withLogin = ({ url: proxy }: { url: string }): string =>
      proxy.replace('http://', 'http://user:hunter22@');
    const proxy = await provider.openProxy();
    for (const name of ['HTTPS_PROXY', 'all_proxy']) {
      const env = { ...trusted, [name]: withLogin(proxy) };
      expect(await ask(node, url, env)).toEqual(both('accepted valid'));
    }
    expect(new Set(proxy.connects)).toEqual(new Set(['provider.test:443']));
    await refusals(provider, (refusing) =>
      ask(node, url, { ...trusted, https_proxy: withLogin(refusing) }),
    );
  });
});

async function refusals(
  provider: DemoProvider,
  ask: (proxy: { readonly url: string }) => Promise<readonly string[]>,
): Promise<void> {
  const before = provider.journal.length;
  for (const status of [407, 502] as const) {
    expect(await ask(await provider.openProxy(status))).toEqual(both('inconclusive proxy'));
  }
  expect(provider.journal).toHaveLength(before);
}
