// A user's home whose credentials are asked about at a provider on loopback.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Report, ReportProfile } from '../../src/core/report.ts';
import type { Reply } from '../../src/demo/provider-credential.ts';
import { type DemoProvider, startProvider } from '../../src/demo/provider.ts';
import { DAY_MS, type Ended, house, type House } from './built-cli.ts';
import { Canaries } from './canaries.ts';

export const START = Date.parse('2026-11-21T12:00:00Z');

/** The providers that are sent to loopback. */
const PROVIDERS = ['anthropic', 'openai', 'openrouter', 'xai', 'groq', 'github-copilot'];

export interface Asked {
  readonly code: number | null;
  readonly report: Report;
  readonly stderr: string;
  /** `METHOD /path` of the requests that came during the run. */
  readonly requests: readonly string[];
}

export interface ProbedHouse extends House {
  readonly provider: DemoProvider;
  readonly canaries: Canaries;
  /** A secret that the provider takes, until told otherwise. */
  secret(name: string, prefix: string): string;
  answer(secret: string, reply: Reply | null): void;
  /** The stores, by agent; the config routes them to these models. */
  agents(
    stores: Readonly<Record<string, Readonly<Record<string, object>>>>,
    models?: readonly string[],
  ): void;
  /** The command so long after the start, as JSON unless told otherwise. */
  at(ms: number, args?: readonly string[], command?: string): Promise<Asked>;
  text(ms: number, args: readonly string[]): Promise<Ended>;
}

/** The house of one test; no secret may show in anything that is printed or kept. */
export async function probedHouse(level = 'metadata'): Promise<ProbedHouse> {
  const home = house();
  const provider = await startProvider();
  onTestFinished(() => provider.close());
  const canaries = new Canaries();
  const config = home.write('config.json5', {
    gateways: [{ stateDir: join(home.dir, 'gateway') }],
    probe: {
      level,
      providers: Object.fromEntries(PROVIDERS.map((id) => [id, { baseUrl: provider.url }])),
    },
    state: { dir: home.state },
  });
  const text = async (ms: number, args: readonly string[]): Promise<Ended> => {
    const now = new Date(START + ms).toISOString();
    const ended = await home.run([...args, '--config', config, '--now', now]);
    expect(canaries.in(ended.stdout + ended.stderr)).toEqual([]);
    expect(canaries.in(stateOf(home))).toEqual([]);
    return ended;
  };
  return {
    ...home,
    provider,
    canaries,
    text,
    secret(name, prefix) {
      const secret = canaries.make(name, prefix);
      provider.setCredential(secret, { name, state: 'accepted' });
      return secret;
    },
    answer(secret, reply) {
      const credential = { name: 'asked', state: 'accepted' } as const;
      provider.setCredential(secret, { ...credential, ...(reply && { answer: reply }) });
    },
    agents(stores, models = ['anthropic/claude-sonnet-4-5']) {
      const [primary, ...fallbacks] = models;
      const list = Object.keys(stores).map((id) => ({ id }));
      const defaults = { model: { primary, fallbacks } };
      home.write('gateway/openclaw.json', { agents: { defaults, list } });
      for (const [id, profiles] of Object.entries(stores)) {
        const path = `gateway/agents/${id}/agent/auth-profiles.json`;
        home.write(path, { version: 1, profiles });
      }
    },
    async at(ms, args = [], command = 'run') {
      const before = provider.journal.length;
      const { code, stdout, stderr } = await text(ms, [command, '--json', ...args]);
      const fresh = provider.journal.slice(before);
      const requests = fresh.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
      return { code, report: JSON.parse(stdout) as Report, stderr, requests };
    },
  };
}

function stateOf({ state }: House): string {
  try {
    return readFileSync(join(state, 'state.json'), 'utf8');
  } catch {
    return '';
  }
}

/** A key as OpenClaw stores it. */
export const key = (provider: string, secret: string): object => ({
  type: 'api_key',
  provider,
  key: secret,
});

/** A setup-token as `paste-token` stores it, without an end unless one is given. */
export const setupToken = (secret: string, leftMs: number | null = 200 * DAY_MS): object => ({
  type: 'token',
  provider: 'anthropic',
  token: secret,
  ...(leftMs !== null && { expires: START + leftMs }),
});

/** The codes of the findings with their severities. */
export function found({ report }: Asked): readonly string[] {
  return report.findings.map(({ code, severity }) => `${severity} ${code}`);
}

/** The first profile of the first agent. */
export function profileOf({ report }: Asked): ReportProfile {
  const profile = report.agents[0]?.profiles[0];
  if (profile === undefined) throw new Error('no profile in the report');
  return profile;
}
