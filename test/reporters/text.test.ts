import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { columnsOf } from '../../src/core/terminal.ts';
import { text } from '../../src/reporters/text.ts';
import type { View } from '../../src/reporters/reporter.ts';
import { finding, SAMPLE_NOW } from '../kit/findings.ts';
import {
  endingProfile,
  everyFindingReport,
  hostileNames,
  hostileReport,
  makeReport,
  reportAgent,
  reportFinding,
  reportProfile,
  sampleReport,
} from '../kit/report.ts';
import { plainView } from '../kit/reporter-contract.ts';
import { aboutLines } from '../../src/reporters/text-about.ts';

const at80: View = { ...plainView, width: 80 };
const ANSI = /\p{Cc}\[\d+m/gu;

/** A fleet in which one credential has expired in every agent. */
function sharedCredential(agentCount: number) {
  const ids = Array.from({ length: agentCount }, (_, index) => `agent${index}`);
  const facts = { expiresAt: SAMPLE_NOW - HOUR_MS, type: 'token' };
  return makeReport(
    ids.map((id) =>
      reportAgent(id, [endingProfile('anthropic:default', -HOUR_MS, { credentialId: 'same' })]),
    ),
    ids.map((agent) => reportFinding(finding('profile_expired', facts, { agent }))),
  );
}

describe('the table', () => {
  test('shows what is wrong first, how to fix it, and then what is fine', () => {
    expect(text.render(sampleReport(), at80)).toBe(`\
  STATE     AGENT  PROFILE               EXPIRES            LEFT
✗ expired   work   anthropic:default     2026-11-22 06:10Z  3 h 20 min ago
              claude setup-token
              openclaw models auth paste-token --provider anthropic \\
                --profile-id anthropic:default --agent work --expires-in 365d

! expiring  main   openai-codex:default  2026-11-22 23:30Z  in 14 h
              openclaw models auth login --provider openai-codex

* cooling   work   openrouter:default    -
            openrouter:default cools down for 12 min more (rate_limit)

✓ ok        main   anthropic:manual      2027-06-21 09:30Z  in 211 d
✓ static    main   google:default        -

FAILING: 1 problem, 1 warning, 1 notice · 2 agents, 5 profiles
next expiry 2026-11-22 23:30Z (in 14 h) · exit code 1
`);
  });

  test('becomes blocks where it does not fit', () => {
    expect(text.render(sampleReport(), { ...plainView, width: 40 })).toBe(`\
✗ expired work anthropic:default
  2026-11-22 06:10Z, 3 h 20 min ago
    claude setup-token
    openclaw models auth paste-token \\
      --provider anthropic \\
      --profile-id anthropic:default \\
      --agent work --expires-in 365d

! expiring main openai-codex:default
  2026-11-22 23:30Z, in 14 h
    openclaw models auth login \\
      --provider openai-codex

* cooling work openrouter:default
  openrouter:default cools down for 12
  min more (rate_limit)

✓ ok main anthropic:manual
  2027-06-21 09:30Z, in 211 d
✓ static main google:default

FAILING: 1 problem, 1 warning, 1 notice
2 agents, 5 profiles
next expiry 2026-11-22 23:30Z (in 14 h)
exit code 1
`);
  });

  test('is plain ASCII where the terminal knows no more', () => {
    const names = ['wide', 'combining'].map((name) => hostileNames[name] ?? '');
    for (const report of [sampleReport(), everyFindingReport(), ...names.map(hostileReport)]) {
      expect(text.render(report, { ...at80, unicode: false })).toMatch(/^[\n\x20-\x7e]*$/);
    }
  });

  test.each([40, 60, 80, 132])(
    'keeps to %i columns, but for words that stand for themselves',
    (width) => {
      const wide = hostileReport(hostileNames['wide'] ?? '');
      const lines = [sampleReport(), everyFindingReport(), wide].flatMap((report) =>
        text.render(report, { ...at80, width }).split('\n'),
      );
      // An option with its value is never broken, so that the command can be pasted.
      const breakable = lines.filter((line) => !/^ *(?:--[a-z-]+ \S+|\/\S+)(?: \\)?$/.test(line));
      expect(breakable.filter((line) => columnsOf(line) > width)).toEqual([]);
    },
  );

  test('lines its columns up under wide characters', () => {
    const report = makeReport(
      [
        reportAgent('main', [
          endingProfile('鍵:一', 9 * DAY_MS),
          endingProfile('abcdef', 8 * DAY_MS),
        ]),
      ],
      [],
    );
    const rows = text.render(report, at80).split('\n').slice(0, 3);
    const ends = rows.map((row) => columnsOf(row.slice(0, row.search(/EXPIRES|2026-/))));
    expect(new Set(ends).size).toBe(1);
  });

  test('is coloured only when asked, and then says the same', () => {
    const plain = text.render(everyFindingReport(), at80);
    const coloured = text.render(everyFindingReport(), { ...at80, color: true });
    expect(coloured.replace(ANSI, '')).toBe(plain);
    expect(coloured).not.toBe(plain);
  });

  test('names the provider where the profile id does not', () => {
    const report = makeReport(
      [reportAgent('main', [reportProfile({ profileId: 'mine', provider: 'zai' })])],
      [],
    );
    expect(text.render(report, at80)).toContain('mine (zai)');
  });

  test('names the gateway only when there are several', () => {
    const report = makeReport(
      [
        reportAgent('main', [reportProfile()]),
        reportAgent('main', [reportProfile()], { gateway: 'edge' }),
      ],
      [],
    );
    expect(text.render(report, at80)).toContain('edge/main');
    expect(text.render(sampleReport(), at80)).not.toContain('default/');
  });

  test('marks an estimated end', () => {
    expect(text.render(everyFindingReport(), at80)).toContain('~2026-12-17 09:30Z');
  });

  test('quotes what the provider said', () => {
    expect(text.render(everyFindingReport(), at80)).toContain(
      'it says: "Incorrect API key provided"',
    );
  });

  test('gives the whole id in words where the column had to cut it', () => {
    const profileId = `openai-codex:${'someone.'.repeat(5)}@example.org`;
    const report = makeReport(
      [],
      [reportFinding(finding('profile_expired', { expiresAt: SAMPLE_NOW - 1000 }, { profileId }))],
    );
    const words = text.render(report, at80).replace(/\s+/g, ' ');
    expect(words).toContain(`${profileId} expired 1 s ago`);
  });

  test('never shows a command that this terminal would distort', () => {
    const report = hostileReport('鍵');
    const shown = text.render(report, { ...at80, unicode: false });
    expect(shown).not.toMatch(/openclaw .*u\{/);
    expect(shown).toContain('# A command here cannot be shown as it is');
  });
});

describe('many agents', () => {
  test('with the same credential make one row, and one remedy serves as example', () => {
    const shown = text.render(sharedCredential(40), at80);
    expect(shown).toContain('✗ expired  40 agents');
    expect(shown).toContain('agents: agent0, agent1,');
    expect(shown).toContain('and 28 more');
    expect(shown.match(/claude setup-token/g)).toHaveLength(1);
    expect(shown).toContain('# and likewise for 37 more');
  });

  test('are counted once each, whatever number of files of theirs is closed', () => {
    const closed = ['auth-profiles.json', 'auth.json'].map((name) =>
      reportFinding(finding('store_unreadable', { path: `/a/${name}`, problem: 'permission' })),
    );
    const shown = text.render(makeReport([reportAgent('work', [])], closed), at80);
    expect(shown).toMatch(/^✗ unreadable +work +\S+ +-$/m);
    expect(shown).not.toContain('agents: ');
  });

  test('with the same words but other credentials keep their rows', () => {
    const report = sharedCredential(3);
    const agents = report.agents.map((agent, index) => ({
      ...agent,
      profiles: agent.profiles.map((profile) => ({ ...profile, credentialId: `c${index}` })),
    }));
    expect(text.render({ ...report, agents }, at80).match(/✗ expired/g)).toHaveLength(3);
  });

  test('that are fine are counted after the 20 that end first', () => {
    const agents = Array.from({ length: 60 }, (_, index) =>
      reportAgent(`agent${index}`, [endingProfile('anthropic:default', (100 - index) * DAY_MS)]),
    );
    const shown = text.render(makeReport(agents, []), at80);
    expect(shown.match(/✓ ok/g)).toHaveLength(20);
    expect(shown).toContain('+ 40 more ok');
    expect(shown).toMatch(/agent59 .*in 41 d\n✓ ok {5}agent58/);
    expect(
      text.render(makeReport(agents, []), { ...at80, verbose: true }).match(/✓ ok/g),
    ).toHaveLength(60);
  });

  test('that were left out of the report are still counted', () => {
    const report = sharedCredential(5);
    const shown = text.render(
      { ...report, agents: [], summary: { ...report.summary, profiles: 90_000 } },
      at80,
    );
    expect(shown).toContain('+ 89995 more ok');
    expect(shown).toContain('90000 profiles');
  });

  test('with more findings than anyone reads are counted', () => {
    const findings = Array.from({ length: 150 }, (_, index) =>
      reportFinding(finding('profile_expired', {}, { agent: `a${index}`, profileId: `p${index}` })),
    );
    expect(text.render(makeReport([], findings), at80)).toContain('+ 50 more findings');
    expect(text.render(makeReport([], findings), { ...at80, verbose: true })).not.toContain(
      'more findings',
    );
  });
});

describe('quiet and verbose', () => {
  const fine = makeReport([reportAgent('main', [reportProfile()])], []);

  test('quiet says nothing when all is well', () => {
    expect(text.render(fine, { ...at80, quiet: true })).toBe('');
  });

  test('quiet leaves out notices and what is fine', () => {
    const shown = text.render(sampleReport(), { ...at80, quiet: true });
    expect(shown).toContain('expired');
    expect(shown).toContain('FAILING');
    expect(shown).not.toMatch(/cooling|✓|more ok/);
  });

  test('verbose names codes, policy and gateways', () => {
    const shown = text.render(sampleReport(), { ...plainView, verbose: true, about: aboutLines });
    expect(shown).toContain('[profile_cooldown]');
    expect(shown).toContain('policy default, scope in-use');
    expect(shown).toContain('gateway default: /home/claw/.openclaw (json, judged by default)');
  });

  test('a report about nothing still ends with its verdict', () => {
    expect(text.render(makeReport([], []), at80)).toBe(
      'OK: nothing to do · 0 agents, 0 profiles · no known expiry ahead · exit code 0\n',
    );
  });
});
