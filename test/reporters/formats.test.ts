import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { ExitCode } from '../../src/core/exit-code.ts';
import { formatFamilies } from '../../src/reporters/exposition.ts';
import { renderReport, reporterNames } from '../../src/reporters/index.ts';
import { code, fence, inline } from '../../src/reporters/markdown-escape.ts';
import { nagiosExitCode } from '../../src/reporters/nagios.ts';
import { finding, sampleFindings, SAMPLE_NOW } from '../kit/findings.ts';
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
import { parseXml } from '../kit/xml.ts';

const fine = makeReport(
  [reportAgent('main', [endingProfile('anthropic:default', 30 * DAY_MS)])],
  [],
);

/** A report whose only findings are these many failures. */
function failures(count: number) {
  return makeReport(
    [],
    Array.from({ length: count }, (_, index) =>
      reportFinding(finding('profile_expired', {}, { agent: `a${index}` })),
    ),
  );
}

test('the formats are these', () => {
  expect(reporterNames.toSorted()).toEqual([
    'github',
    'gitlab',
    'html',
    'ics',
    'json',
    'junit',
    'markdown',
    'nagios',
    'plain',
    'prometheus',
    'text',
    'word',
  ]);
});

describe('plain', () => {
  test('has one line per finding, fields parted by tabs', async () => {
    const [first] = (await renderReport('plain', sampleReport(), plainView)).split('\n');
    expect(first?.split('\t')).toEqual([
      'fail',
      'profile_expired',
      'work',
      'anthropic:default',
      'anthropic',
      '2026-11-22T06:10:00.000Z',
      'anthropic:default expired 3 h 20 min ago',
    ]);
  });

  test('is empty when nothing was found', async () => {
    expect(await renderReport('plain', fine, plainView)).toBe('');
  });

  test('tells a tab in a name from its escape', async () => {
    const report = makeReport(
      [],
      [reportFinding(finding('profile_expired', {}, { profileId: 'a\tb\\tc' }))],
    );
    const fields = (await renderReport('plain', report, plainView)).split('\t');
    expect(fields[3]).toBe(String.raw`a\tb\\tc`);
  });

  test("takes an expiry that the finding does not state from the finding's profile", async () => {
    const report = makeReport(
      [reportAgent('work', [endingProfile('anthropic:default', HOUR_MS)])],
      [reportFinding(finding('credential_rejected'))],
    );
    const fields = (await renderReport('plain', report, plainView)).split('\t');
    expect(fields[5]).toBe('2026-11-22T10:30:00.000Z');
  });
});

describe('word', () => {
  test.each([
    [sampleReport(), 'failing'],
    [makeReport([], [reportFinding(sampleFindings.profile_expiring)]), 'expiring'],
    [fine, 'ok'],
  ])('is the verdict', async (report, verdict) => {
    expect(await renderReport('word', report, plainView)).toBe(`${verdict}\n`);
  });
});

describe('json', () => {
  test.each([
    ['findings of every kind', everyFindingReport()],
    ['hostile names', hostileReport(hostileNames['long'] ?? '')],
    ['nothing at all', makeReport([], [])],
  ])('prints %s in parts as JSON.stringify would print them whole', async (_, report) => {
    const whole = `${JSON.stringify(report, null, 2)}\n`;
    expect(await renderReport('json', report, plainView)).toBe(whole);
  });

  test('is the report, unchanged', async () => {
    const report = everyFindingReport();
    expect(JSON.parse(await renderReport('json', report, plainView))).toEqual(report);
  });
});

describe('nagios', () => {
  test.each([
    [ExitCode.ok, 0],
    [ExitCode.expiring, 1],
    [ExitCode.failing, 2],
    [ExitCode.usage, 3],
    [ExitCode.bug, 3],
    [ExitCode.cannotWrite, 3],
    [ExitCode.cannotRead, 3],
    [ExitCode.undelivered, 3],
    [ExitCode.config, 3],
    [255, 3],
  ])('exit code %i becomes %i', (own, plugin) => {
    expect(nagiosExitCode(own)).toBe(plugin);
  });

  test('says status, worst finding and seconds left', async () => {
    const [first] = (await renderReport('nagios', sampleReport(), plainView)).split('\n');
    expect(first).toBe(
      "AUTH CRITICAL: anthropic:default expired 3 h 20 min ago (+ 1 more) | 'problems'=1;;0 'warnings'=1;0" +
        " 'work/anthropic:default'=-12000s;86400:;0: 'main/openai-codex:default'=50400s;86400:;0:" +
        " 'main/anthropic:manual'=18230400s;86400:;0:",
    );
  });

  test('says how far the next expiry is when all is well', async () => {
    const [first] = (await renderReport('nagios', fine, plainView)).split(' | ');
    expect(first).toBe('AUTH OK: 1 profile of 1 agent, next expiry in 30 d');
  });

  test('stays within the buffer of Nagios, however large the fleet', async () => {
    const agents = Array.from({ length: 500 }, (_, index) =>
      reportAgent(`agent${index}`, [endingProfile('anthropic:default', -HOUR_MS)]),
    );
    const output = await renderReport('nagios', { ...failures(500), agents }, plainView);
    expect(output.length).toBeLessThan(8192);
    expect(output).toContain('and 480 more');
  });
});

describe('github', () => {
  test('turns severities into annotation types and leaves info out', async () => {
    const output = await renderReport('github', everyFindingReport(), plainView);
    expect(output).not.toContain('profile_unused');
    expect(output).not.toContain('is stored, but no model');
    expect(output.split('\n')[0]).toMatch(/^::error title=anthropic%3Adefault expired/);
  });

  test.each([
    [9, 9, 0],
    [10, 10, 0],
    [11, 10, 2],
    [300, 10, 291],
  ])('%i failures make %i annotations', async (count, lines, left) => {
    const output = (await renderReport('github', failures(count), plainView)).trimEnd().split('\n');
    expect(output).toHaveLength(lines);
    expect(/and (\d+) more/.exec(output.at(-1) ?? '')?.[1] ?? '0').toBe(String(left));
  });

  test('cuts a message between lines at 4096 characters', async () => {
    const remedy = Array.from({ length: 99 }, (_, index) => `# ${index} ${'%'.repeat(99)}`);
    const report = makeReport([], [{ ...reportFinding(sampleFindings.profile_expired), remedy }]);
    const message = (await renderReport('github', report, plainView)).trimEnd().split('::').at(-1);
    expect(message?.length).toBeLessThanOrEqual(4096);
    expect(message).toMatch(/%25$/);
  });
});

describe('junit', () => {
  test('has a case per profile, a failure for what counts, a skip for what is set aside', async () => {
    const elements = parseXml(await renderReport('junit', sampleReport(), plainView));
    expect(
      elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes),
    ).toEqual(
      [
        ['main', 'openai-codex:default'],
        ['main', 'anthropic:manual'],
        ['main', 'google:default'],
        ['work', 'anthropic:default'],
        ['work', 'openrouter:default'],
      ].map(([classname, name]) => ({ classname, name, time: '0' })),
    );
    const failure = elements.find(({ name }) => name === 'failure');
    expect(failure?.attributes).toEqual({
      type: 'profile_expired',
      message: 'anthropic:default expired 3 h 20 min ago',
    });
    expect(failure?.text).toContain('claude setup-token');
    expect(elements.filter(({ name }) => name === 'skipped')).toHaveLength(1);
  });

  test('has cases of their own for stores, gateways and providers', async () => {
    const report = makeReport(
      [reportAgent('work', [reportProfile()])],
      [
        sampleFindings.store_unreadable,
        sampleFindings.clock_suspect,
        sampleFindings.provider_missing,
      ].map((found) => reportFinding(found)),
    );
    const cases = parseXml(await renderReport('junit', report, plainView)).filter(
      ({ name }) => name === 'testcase',
    );
    expect(
      cases.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`),
    ).toEqual([
      'work anthropic:default',
      'work store_unreadable',
      'default clock_suspect',
      'ops openai (provider_missing)',
    ]);
  });
});

describe('markdown', () => {
  test('has a heading, a table and the remedies as code', async () => {
    const output = await renderReport('markdown', sampleReport(), plainView);
    expect(output).toMatch(/^## ❌ OpenClaw auth is failing\n/);
    expect(output).toContain(
      '| ❌ fail | `work` | `anthropic:default` | anthropic:default expired 3 h 20 min ago | 2026-11-22 06:10Z |',
    );
    expect(output).toContain('```sh\nclaude setup-token\n');
  });

  test('has neither table nor remedies when nothing was found', async () => {
    const output = await renderReport('markdown', fine, plainView);
    expect(output).toMatch(/^## ✅ OpenClaw auth is fine\n/);
    expect(output).not.toMatch(/\||```/);
  });

  test('stays far below the size that GitHub drops', async () => {
    const long = hostileReport(hostileNames['long'] ?? '');
    const findings = Array.from({ length: 40 }, () => long.findings).flat();
    const output = await renderReport('markdown', { ...long, findings }, plainView);
    expect(output.length).toBeLessThan(512 * 1024);
  });

  test.each([
    ['a|b', String.raw`a\|b`],
    [String.raw`a\|b`, String.raw`a\\\|b`],
    ['*x* _y_ ~z~ $m$', String.raw`\*x\* \_y\_ \~z\~ \$m\$`],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['![x](y)', String.raw`\!\[x\](y)`],
    ['@team and #12', '`@`team and `#`12'],
    ['ann@example.org', 'ann@example.org'],
    ['https://a.example', String.raw`https\://a.example`],
    ['www.a.example', String.raw`www\.a.example`],
  ])('%j in a sentence becomes %j', (text, escaped) => {
    expect(inline(text)).toBe(escaped);
  });

  test.each([
    ['anthropic:default', '`anthropic:default`'],
    ['x', '`x`'],
    ['a`b', '<code>a&#96;b</code>'],
    [String.raw`x\|<img>`, '<code>x&#92;&#124;&#60;img&#62;</code>'],
  ])('%j as a name becomes %j', (name, escaped) => {
    expect(code(name)).toBe(escaped);
  });

  test('a code block is fenced by more backticks than it holds', () => {
    expect(fence('a\n````\nb', 'sh')).toBe('`````sh\na\n````\nb\n`````');
  });
});

describe('prometheus', () => {
  test('gives times in seconds and leaves out what is not known', async () => {
    const lines = (await renderReport('prometheus', sampleReport(), plainView)).split('\n');
    const labels =
      'gateway="default",agent="work",profile="anthropic:default",provider="anthropic",type="token"';
    const expiry = 'openclaw_auth_profile_expiry_timestamp_seconds';
    expect(lines).toContain(`${expiry}{${labels}} ${(SAMPLE_NOW - 12_000_000) / 1000}`);
    expect(lines.filter((line) => line.startsWith(`${expiry}{`))).toHaveLength(3);
    expect(lines).toContain(`openclaw_auth_profile_state{${labels},state="expired"} 1`);
    expect(lines).toContain(`openclaw_auth_profile_state{${labels},state="ok"} 0`);
    expect(lines).toContain('openclaw_auth_exit_code 1');
  });

  test('says which store could not be read, also when the agents are left out', async () => {
    const line = 'openclaw_auth_store_readable{gateway="default",agent="work"} 0';
    const report = everyFindingReport();
    for (const shown of [report, { ...report, agents: [] }]) {
      expect((await renderReport('prometheus', shown, plainView)).split('\n')).toContain(line);
    }
  });

  test.each([
    ['accepted', ['success', 'last_success_timestamp_seconds']],
    ['rejected', ['success']],
    ['inconclusive', []],
    ['not_probed', []],
  ] as const)('a probe that was %s', async (outcome, names) => {
    const probe = {
      level: 'metadata',
      outcome,
      reason: null,
      confidence: 'certain',
      checkedAt: '2026-11-22T09:30:00.000Z',
    } as const;
    const report = makeReport([reportAgent('main', [reportProfile({ probe })])], []);
    const output = await renderReport('prometheus', report, plainView);
    const found = [...output.matchAll(/^openclaw_auth_probe_(\w+)\{/gm)].map(([, name]) => name);
    expect(found).toEqual(names);
  });

  test.each([
    ['one in use with an end', {}, 1],
    ['an unused one', { inUse: false }, 0],
    ['one that nothing counts of', { setAside: true }, 0],
    ['one that OpenClaw renews', { refreshable: true }, 0],
    ['one with an estimated end', { expirySource: 'estimated' }, 0],
  ] as const)('an end counts or not: %s', async (_, overrides, value) => {
    const row = endingProfile('anthropic:a', HOUR_MS, overrides);
    const report = makeReport([reportAgent('main', [row])], []);
    const output = await renderReport('prometheus', report, plainView);
    expect(output).toMatch(new RegExp(`^openclaw_auth_profile_counts\\{.*\\} ${value}$`, 'm'));
  });

  test('escapes labels, and never writes a series twice', () => {
    const labels = { name: 'a\\b"c\nd' };
    const family = {
      name: 'x',
      help: 'X.',
      type: 'gauge',
      samples: [1, 2].map((value) => ({ labels, value })),
    } as const;
    expect(formatFamilies([family])).toBe(
      '# HELP x X.\n# TYPE x gauge\nx{name="a\\\\b\\"c\\nd"} 2\n',
    );
  });

  test('passes promtool, which also lints the names', async (context) => {
    if (spawnSync('promtool', ['--version']).error) {
      context.skip('promtool is not installed');
    }
    for (const report of [
      sampleReport(),
      everyFindingReport(),
      ...Object.values(hostileNames).map(hostileReport),
    ]) {
      const input = await renderReport('prometheus', report, plainView);
      expect(execFileSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' })).toBe('');
    }
  });
});
