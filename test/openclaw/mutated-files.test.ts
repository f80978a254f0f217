// Real files with some bytes changed: there is a report, and what was wrong before never looks fine.
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoginSettings } from '../../src/core/login.ts';
import { GatewayHome, models, NOW } from '../kit/gateway.ts';
import { fixtureBytes } from './sqlite/stores.ts';

/** What a damaged file, a cut write or a careless hand makes of bytes; positions are parts of the whole. */
type Change = (bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, part: number): number => Math.floor(part * bytes.length);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(place, fc.integer({ min: 0, max: 255 }))
    .map(([part, byte]) => (bytes: Buffer<ArrayBuffer>) => {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[Math.min(at(bytes, part), changed.length - 1)] = byte;
      return changed;
    }),
  place.map((part) => (bytes: Buffer<ArrayBuffer>) => bytes.subarray(0, at(bytes, part))),
  fc.tuple(place, fc.uint8Array({ maxLength: 40 })).map(
    ([part, more]) =>
      (bytes: Buffer<ArrayBuffer>) =>
        Buffer.concat([bytes.subarray(0, at(bytes, part)), more, bytes.subarray(at(bytes, part))]),
  ),
  fc.tuple(place, place).map(([from, to]) => (bytes: Buffer<ArrayBuffer>) => {
    const [start, end] = [at(bytes, Math.min(from, to)), at(bytes, Math.max(from, to))];
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  }),
  fc
    .tuple(place, place, fc.constantFrom(0, 0xff, 0x7b))
    .map(([from, to, byte]) => (bytes: Buffer<ArrayBuffer>) => {
      const changed = Buffer.from(bytes);
      return changed.fill(byte, at(bytes, Math.min(from, to)), at(bytes, Math.max(from, to)));
    }),
);

const changes = fc.array(change, { minLength: 1, maxLength: 4 });

// Ended and without a token: no change of a few bytes makes a credential of it.
const DEAD = { type: 'token', provider: 'anthropic', token: '', expires: NOW - 1 };
const STATE = { usageStats: { 'anthropic:a': { lastUsed: NOW, cooldownUntil: NOW + 1 } } };
const bare = (): GatewayHome => new GatewayHome().config(models('anthropic/x'));

interface Case {
  readonly build: () => GatewayHome;
  /** Below the home. */
  readonly path: string;
  readonly logins?: LoginSettings;
}

const AGENT = '.openclaw/agents/main/agent';

const CASES: Readonly<Record<string, Case>> = {
  'a JSON store': {
    build: () => bare().store('main', { 'anthropic:a': DEAD }, STATE),
    path: `${AGENT}/auth-profiles.json`,
  },
  'the usage beside it': {
    build: () =>
      bare()
        .store('main', { 'anthropic:a': DEAD })
        .file('agents/main/agent/auth-state.json', STATE),
    path: `${AGENT}/auth-state.json`,
  },
  'a legacy store': {
    build: () => bare().file('agents/main/agent/auth.json', { anthropic: DEAD }),
    path: `${AGENT}/auth.json`,
  },
  'an agent database': {
    build: () => bare().database('main', { profiles: { 'anthropic:a': DEAD }, state: STATE }),
    path: `${AGENT}/openclaw-agent.sqlite`,
  },
  'the shared database': {
    build: () => bare().shared({ profiles: { 'anthropic:a': DEAD }, state: STATE }),
    path: '.openclaw/state/openclaw.sqlite',
  },
  'the config': {
    build: () => bare().store('main', { 'anthropic:a': DEAD }),
    path: '.openclaw/openclaw.json',
  },
  'an included config': {
    build: () =>
      new GatewayHome()
        .config({ $include: './models.json5' })
        .file('models.json5', models('anthropic/x'))
        .store('main', { 'anthropic:a': DEAD }),
    path: '.openclaw/models.json5',
  },
  'the .env': {
    build: () => bare().store('main', { 'anthropic:a': DEAD }).file('.env', 'A=1\nexport B="2"\n'),
    path: '.openclaw/.env',
  },
  'the unit of the gateway': {
    build: () =>
      bare()
        .store('main', { 'anthropic:a': DEAD })
        .homeFile(
          '.config/systemd/user/openclaw-gateway.service',
          '[Service]\nEnvironment="A=1" B=2\\\n C=3\nEnvironmentFile=-%h/vars\n',
        ),
    path: '.config/systemd/user/openclaw-gateway.service',
  },
  'the login of Claude Code': {
    build: () =>
      bare().homeFile('.claude/.credentials.json', {
        claudeAiOauth: { accessToken: '', expiresAt: 1, scopes: [] },
      }),
    path: '.claude/.credentials.json',
    logins: { claudeCode: true },
  },
  'the login of Codex': {
    build: () => bare().homeFile('.codex/auth.json', { OPENAI_API_KEY: null, tokens: null }),
    path: '.codex/auth.json',
    logins: { codex: true },
  },
};

describe.each(Object.entries(CASES))('%s with changed bytes', (_, { build, path, logins }) => {
  test('gives a report in which nothing is fine', async () => {
    const home = build();
    const file = join(home.home, path);
    const original = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(changes, async (steps) => {
        writeFileSync(
          file,
          steps.reduce((bytes, step) => step(bytes), Buffer.from(original)),
        );
        const report = await home.check(logins === undefined ? {} : { logins });
        expect(report.exitCode).toBe(1);
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(['', '-wal', '-shm'] as const)(
  'a database in use whose "%s" has changed bytes',
  (suffix) => {
    test('gives a report, and rows only from a whole log', async () => {
      const home = bare().file('agents/main/agent/none', '');
      const file = join(home.home, AGENT, 'openclaw-agent.sqlite');
      await fc.assert(
        fc.asyncProperty(changes, async (steps) => {
          for (const name of ['', '-wal', '-shm'] as const) {
            writeFileSync(file + name, fixtureBytes('in_use', name), { mode: 0o600 });
          }
          const original = fixtureBytes('in_use', suffix);
          writeFileSync(
            file + suffix,
            steps.reduce((bytes, step) => step(bytes), Buffer.from(original)),
          );
          // The rows of the fixture are no JSON, so no reading of them is fine.
          expect((await home.check()).exitCode).toBe(1);
        }),
        { numRuns: 20 },
      );
    });
  },
);
