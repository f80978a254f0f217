// Builds the demo's gateway of the JSON era: agents with an own store, and one left over.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../core/duration.ts';

/**
 * Fake credentials of the sample, by what is wrong with them; the loopback provider knows the same. No word
 * is in them: what a provider says is shown without any part of a credential.
 */
export const FAKE = {
  expiringToken: 'sk-ant-oat01-FAKE-demo-7c1e90b2',
  expiredToken: 'sk-ant-oat01-FAKE-demo-4af8d316',
  claudeCodeToken: 'sk-ant-oat01-FAKE-demo-b95d27e0',
  renewedToken: 'sk-ant-oat01-FAKE-demo-1d60c8fa',
  openaiKey: 'sk-FAKE-demo-e2039b7c',
  anthropicKey: 'sk-ant-api03-FAKE-demo-58fb14a6',
  unpaidOpenaiKey: 'sk-FAKE-demo-0c7d92e5',
  revokedGoogleKey: 'AIzaFAKE-demo-93ae6b10',
} as const;

/** A little later than told, so that a demo that takes a moment says `in 5 h`. */
const MOMENT_MS = 30 * SECOND_MS;

/** Writes `<root>/.openclaw` as OpenClaw 2026.2 leaves it, with ends relative to `now` (epoch ms). */
export function writeHomeGateway(root: string, now: number): string {
  const dir = join(root, '.openclaw');
  writeJson(join(dir, 'openclaw.json'), {
    agents: {
      defaults: {
        model: { primary: 'anthropic/claude-sonnet-4-5', fallbacks: ['openai/gpt-5.1'] },
      },
      list: [{ id: 'main', default: true }, { id: 'work' }, { id: 'night' }],
    },
  });
  writeStore(dir, 'main', {
    profiles: {
      'anthropic:default': token(FAKE.expiringToken, now + 5 * HOUR_MS + MOMENT_MS),
      'openai:default': { type: 'api_key', provider: 'openai', key: FAKE.openaiKey },
    },
    usageStats: { 'anthropic:default': { lastUsed: now - HOUR_MS / 4 } },
  });
  writeStore(dir, 'work', {
    profiles: { 'anthropic:work': token(FAKE.expiredToken, now - 2 * HOUR_MS) },
    order: { anthropic: ['anthropic:work'] },
  });
  // To the files it is as good as any.
  writeStore(dir, 'night', {
    profiles: { 'anthropic:night': token(FAKE.claudeCodeToken, now + 200 * DAY_MS + MOMENT_MS) },
    order: { anthropic: ['anthropic:night'] },
  });
  // Left over from an agent that was taken out of the config.
  writeStore(dir, 'old-bot', {
    profiles: { 'anthropic:bot': { type: 'api_key', provider: 'anthropic', key: '' } },
  });
  return dir;
}

/** What its owner does after the alert: a new token for `work`, good for a year. */
export function renewWork(gatewayDir: string, now: number): void {
  writeStore(gatewayDir, 'work', {
    profiles: { 'anthropic:work': token(FAKE.renewedToken, now + 365 * DAY_MS) },
    order: { anthropic: ['anthropic:work'] },
  });
}

function token(text: string, expires: number): object {
  return { type: 'token', provider: 'anthropic', token: text, expires };
}

function writeStore(gatewayDir: string, agent: string, store: object): void {
  const file = join(gatewayDir, 'agents', agent, 'agent', 'auth-profiles.json');
  writeJson(file, { version: 1, ...store });
}

/** Writes a private JSON file with its private directories. */
export function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}
