import { describe as group, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import {
  defaultSeverity,
  type Facts,
  type Finding,
  type FindingCode,
} from '../../src/core/finding.ts';
import { describe, type Description } from '../../src/core/message.ts';
import { findingPhrases } from '../../src/core/phrases/finding-phrases.ts';
import { finding, sampleFindings, SAMPLE_NOW } from '../kit/findings.ts';
import { hostileNames, reportFinding } from '../kit/report.ts';

const context = { now: SAMPLE_NOW, gatewayCount: 1 };
const codes = Object.keys(defaultSeverity) as FindingCode[];

function told(code: FindingCode, facts: Facts = {}, subject: Partial<Finding> = {}): Description {
  return describe(finding(code, facts, subject), context);
}

group('every finding', () => {
  test.each(codes)('%s has a short title in one line', (code) => {
    const { title } = describe(sampleFindings[code], context);
    expect(title.length).toBeGreaterThan(10);
    expect(title.length).toBeLessThanOrEqual(90);
    expect(title).not.toMatch(/undefined|null|NaN|\[object|\n|\.$/);
  });

  test.each(codes)('%s has one sentence of meaning', (code) => {
    expect(findingPhrases.about[code].means).toMatch(/^[A-Z][^.\n]+(?:\d\.\d[^.\n]*)*\.$/);
  });

  test.each(codes)('%s has a remedy of commands and comments', (code) => {
    const { remedy } = describe(sampleFindings[code], context);
    expect(remedy.length).toBeGreaterThan(0);
    for (const line of remedy) {
      expect(line).toMatch(
        /^(?:# [A-Z]|openclaw (?:models auth|doctor|agents)|claude |chmod |cp |ls |date )/,
      );
    }
  });

  test.each(codes)('%s can be told without a single fact', (code) => {
    for (const subject of [{}, { provider: null, profileId: null, agent: null }]) {
      const { title, remedy } = told(code, {}, subject);
      expect([title, ...remedy].join('\n')).not.toMatch(/undefined|null|NaN|\[object|  /);
    }
  });

  test.each(codes)('%s reads the same from a finding and from a report', (code) => {
    const inReport = reportFinding(sampleFindings[code]);
    expect(describe(inReport, context)).toEqual(describe(sampleFindings[code], context));
  });

  test.each(codes)('%s survives facts named like what every object has', (code) => {
    const { title, remedy } = told(code, {
      reason: 'constructor',
      problem: 'toString',
      source: '__proto__',
      type: 'valueOf',
    });
    expect([title, ...remedy].join('\n')).not.toMatch(/function|\[object/);
  });
});

group('titles', () => {
  test.each([
    [-(3 * HOUR_MS + 20 * MINUTE_MS), 'anthropic:default expired 3 h 20 min ago'],
    [-2 * DAY_MS, 'anthropic:default expired 2 d ago'],
    [-999, 'anthropic:default expired just now'],
    [0, 'anthropic:default expired just now'],
    [-1000, 'anthropic:default expired 1 s ago'],
  ])('an expiry %i ms from now reads %j', (remainingMs, title) => {
    expect(told('profile_expired', { expiresAt: SAMPLE_NOW + remainingMs }).title).toBe(title);
  });

  test('say when an expired credential is a spare', () => {
    const facts = { expiresAt: SAMPLE_NOW - DAY_MS, spare: true };
    expect(told('profile_expired', facts).title).toBe(
      'anthropic:default expired 1 d ago (a spare)',
    );
  });

  test.each([
    ['failed_fence', 'lost its login: a refresh failed for good'],
    ['used_since', 'expired 1 d ago and was used since without a renewal'],
    ['failed_since', 'expired 1 d ago and has failed since'],
    ['auth_failures', 'is not being renewed: OpenClaw records failed logins'],
  ])('tell a refresh that stalled by %s', (reason, rest) => {
    const facts = { reason, expiresAt: SAMPLE_NOW - DAY_MS };
    expect(told('profile_refresh_stalled', facts).title).toBe(`anthropic:default ${rest}`);
  });

  test('tell a login that is being renewed at this moment', () => {
    expect(told('profile_refresh_due', { pending: true }).title).toBe(
      'anthropic:default is being renewed',
    );
  });

  test('name the model when only one model cools down', () => {
    const facts = { until: SAMPLE_NOW + HOUR_MS, model: 'claude-opus', reason: 'rate_limit' };
    expect(told('profile_cooldown', facts).title).toBe(
      'anthropic:default cools down for claude-opus for 1 h more (rate_limit)',
    );
  });

  test('tell when no profile of a provider is ever picked', () => {
    const found = told(
      'provider_missing',
      { usedBy: ['default'], excluded: true },
      { profileId: null },
    );
    expect(found.title).toBe(
      'no usable credential for anthropic: order or mode rules out every profile',
    );
  });

  test.each([
    ['certain', 'inference', 'anthropic:default works only in Claude Code'],
    ['likely', 'inference', 'anthropic:default seems to work only in Claude Code'],
    ['certain', 'passive', 'anthropic:default works only in Claude Code: OpenClaw was refused'],
  ])('tell a %s Claude-Code-only refusal seen by %s', (confidence, level, title) => {
    expect(told('claude_code_only', { confidence, level }).title).toBe(title);
  });

  test('show a file mode in octal, be it a number or a text', () => {
    const title = 'credential store is open to other users (mode 0644)';
    expect(told('store_permissions', { mode: 0o644 }).title).toBe(title);
    expect(told('store_permissions', { mode: '644' }).title).toBe(title);
  });

  test.each(Object.entries(hostileNames))('stay one visible line with a name of %s', (_, name) => {
    for (const code of codes) {
      const { title, remedy } = told(
        code,
        { reason: name, path: name, wanted: name },
        { provider: name, profileId: name, agent: name },
      );
      expect(title.length).toBeLessThan(1200);
      expect([title, ...remedy].join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }
  });
});

group('remedies', () => {
  const renewed = (type: string, subject: Partial<Finding> = {}): readonly string[] =>
    told('profile_expired', { type }, subject).remedy;

  test('an Anthropic token is made anew and stored with its end', () => {
    expect(renewed('token')).toEqual([
      'claude setup-token',
      'openclaw models auth paste-token --provider anthropic --profile-id anthropic:default --agent work --expires-in 365d',
    ]);
  });

  test('a token of another provider is pasted', () => {
    expect(renewed('token', { provider: 'venice', profileId: 'venice:manual' })[0]).toBe(
      'openclaw models auth paste-token --provider venice --profile-id venice:manual --agent work',
    );
  });

  test('an API key is pasted into its profile', () => {
    expect(renewed('api_key', { provider: 'openai', profileId: 'openai:spare' })).toEqual([
      'openclaw models auth paste-api-key --provider openai --profile-id openai:spare --agent work',
      '# Before OpenClaw 2026.6: openclaw models auth add',
    ]);
  });

  test('an OAuth login is made anew', () => {
    const subject = { provider: 'openai-codex', profileId: 'openai-codex:default' };
    expect(renewed('oauth', subject)).toEqual([
      'openclaw models auth login --provider openai-codex --agent work',
    ]);
  });

  test('GitHub Copilot logs in, though it stores a token', () => {
    const subject = { provider: 'github-copilot', profileId: 'github-copilot:github' };
    expect(renewed('token', subject)).toEqual([
      'openclaw models auth login --provider github-copilot --agent work',
    ]);
  });

  test('a login of another CLI is renewed there', () => {
    expect(renewed('oauth', { profileId: 'anthropic:claude-cli' })).toEqual([
      '# Log in again in the Claude Code CLI: it owns this login.',
    ]);
  });

  test('a credential of unknown type is asked for', () => {
    expect(told('profile_auth_failing').remedy).toEqual(['openclaw models auth add --agent work']);
  });

  test('the main agent is not named', () => {
    expect(renewed('oauth', { agent: 'main' })).toEqual([
      'openclaw models auth login --provider anthropic',
    ]);
  });

  test.each([
    ['shared', ''],
    ['main', ''],
    ['ops', ' --agent ops'],
  ])('a profile inherited from %s is renewed there', (inheritedFrom, agent) => {
    expect(told('profile_expired', { type: 'oauth', inheritedFrom }).remedy).toEqual([
      `openclaw models auth login --provider anthropic${agent}`,
    ]);
  });

  test('ids are quoted for the shell', () => {
    expect(renewed('oauth', { provider: "it's; id" })[0]).toBe(
      String.raw`openclaw models auth login --provider 'it'\''s; id' --agent work`,
    );
  });

  test('an id that must not be pasted is in no command, and that is said', () => {
    const lines = renewed('oauth', { provider: 'a\u001b[31m' });
    expect(lines[0]).toMatch(/^# An id here is not safe to paste/);
    expect(lines[1]).toBe('openclaw models auth add');
  });

  test.each([
    ['rate_limit', '# Nothing to do: OpenClaw tries it again after 2026-11-22 10:30Z.'],
    ['billing', '# Top up credits or raise the limit at anthropic, or switch provider.'],
    ['auth', 'openclaw models auth add --agent work'],
    ['rate_limit, auth_permanent', 'openclaw models auth add --agent work'],
  ])('what is set aside for %s', (reason, line) => {
    const facts = { reason, until: SAMPLE_NOW + HOUR_MS };
    expect(told('profile_disabled', facts).remedy).toEqual([line]);
  });

  test('a damaged store is copied before OpenClaw may replace it', () => {
    expect(told('store_unreadable', { path: '/a b/x.json', problem: 'corrupt' }).remedy).toEqual([
      "cp -p '/a b/x.json' '/a b/x.json'.damaged",
      'openclaw doctor --fix',
    ]);
  });

  test('with several gateways a command says whose it is', () => {
    const found = finding('profile_expired', { type: 'oauth' }, { gateway: 'edge' });
    expect(describe(found, { now: SAMPLE_NOW, gatewayCount: 2 }).remedy).toEqual([
      '# On gateway edge, with OPENCLAW_STATE_DIR set to its directory:',
      'openclaw models auth login --provider anthropic --agent work',
    ]);
    const named = { now: SAMPLE_NOW, gatewayCount: 2, stateDir: '/srv/edge' };
    expect(describe(found, named).remedy[0]).toBe(
      '# On gateway edge, with OPENCLAW_STATE_DIR set to /srv/edge:',
    );
    expect(describe(found, context).remedy).toHaveLength(1);
  });
});

group('a gateway that a bare command would not reach', () => {
  const expired = finding('profile_expired', { type: 'token' });

  test('is named by its directory before its commands', () => {
    const { remedy } = describe(expired, { ...context, stateDir: '/srv/openclaw' });
    expect(remedy[0]).toBe('# With OPENCLAW_STATE_DIR set to /srv/openclaw:');
  });

  test('is not mentioned where it is the one that they reach', () => {
    expect(describe(expired, context).remedy.join('\n')).not.toContain('OPENCLAW_STATE_DIR');
  });
});
