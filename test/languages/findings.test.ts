import { describe as group, expect, test } from 'vitest';
import { defaultSeverity, type FindingCode } from '../../src/core/finding.ts';
import type { History } from '../../src/core/history.ts';
import { LANGS, type Lang } from '../../src/core/lang.ts';
import { describe } from '../../src/core/message.ts';
import { describeNotification, notificationText } from '../../src/core/alerts/notification-text.ts';
import { notificationSubject } from '../../src/core/alerts/notification-subject.ts';
import { columnsOf } from '../../src/core/terminal.ts';
import type { CiService } from '../../src/core/words/told.ts';
import { loadLanguage, loadSpeech, tellReport } from '../../src/languages/index.ts';
import { html } from '../../src/reporters/html.ts';
import { ics } from '../../src/reporters/ics.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { text } from '../../src/reporters/text.ts';
import { finding, SAMPLE_NOW, sampleFindings } from '../kit/findings.ts';
import {
  hostileNotification,
  incidentView,
  NOTIFICATION_KINDS,
  notification,
  notificationOf,
} from '../kit/notifications.ts';
import { everyFindingReport, hostileNames, hostileReport, reportFinding } from '../kit/report.ts';
import { plainView } from '../kit/reporter-contract.ts';

const tags = LANGS.filter((lang): lang is Exclude<Lang, 'en'> => lang !== 'en');
const codes = Object.keys(defaultSeverity) as FindingCode[];
const BROKEN = /undefined|null|NaN|\[object|\$\{/;
const ENGLISH = / (?:the|is|of|has|was|not|with|nothing|again) /;

/** What others say is told in their own words: a mail server. */
const QUOTED = /the login was refused/g;

/** Reasons and problems that a finding can have, and some it cannot. */
const EDGES = [
  {},
  { reason: 'no_material', type: 'oauth', problem: 'corrupt', source: 'env', refId: 'KEY' },
  { reason: 'constructor', problem: '__proto__', source: 'toString', confidence: 'valueOf' },
  { reason: 'failed_fence', pending: true, spare: true, anyProvider: true, login: 'gemini' },
  { reason: 'unknown_alias', excluded: true, didYouMean: 'main', level: 'passive' },
  { agents: [], profiles: [], usedBy: [], known: [], searched: [], configured: true },
  { profiles: ['a:b'], until: SAMPLE_NOW + 1, idleMs: 0, ageMs: 1, sinceAt: SAMPLE_NOW },
  { expiresAt: SAMPLE_NOW, failures: 2, lastFailureAt: SAMPLE_NOW, status: 0, sameAs: 'x:y' },
];

group.each(tags)('%s', async (lang) => {
  const { findings: phrases } = await loadLanguage(lang);
  const speech = await loadSpeech(lang);

  test.each(codes)('tells %s, whatever is known of it', (code) => {
    const subjects = [{}, { provider: null, profileId: null, agent: null }];
    const found = EDGES.flatMap((facts) => subjects.map((about) => finding(code, facts, about)));
    for (const one of [sampleFindings[code], ...found]) {
      for (const ci of [undefined, 'github', 'gitlab', 'other'] satisfies (
        | CiService
        | undefined
      )[]) {
        const context = { now: SAMPLE_NOW, gatewayCount: 1, ci };
        const english = describe(one, context);
        const told = describe(one, { ...context, phrases });
        expect([told.title, ...told.remedy].join('\n')).not.toMatch(BROKEN);
        expect(told.title).not.toBe(english.title);
        expect(told.title.replace(QUOTED, '')).not.toMatch(ENGLISH);
        expect(told.remedy.length).toBe(english.remedy.length);
        for (const [index, line] of english.remedy.entries()) {
          const isRemark = line.startsWith('# ');
          if (isRemark) expect(told.remedy[index]).toMatch(/^# \S/);
          else expect(told.remedy[index]).toBe(line);
        }
      }
    }
  });

  test.each(codes)('tells an incident of %s as its report was told', (code) => {
    const found = sampleFindings[code];
    const inReport = reportFinding(found, 2);
    const { title, remedy } = describe(found, {
      now: SAMPLE_NOW,
      gatewayCount: 2,
      phrases,
    });
    const incident = incidentView({
      ...inReport,
      agents: found.agent === null ? [] : [found.agent],
      profiles: found.profileId === null ? [] : [found.profileId],
    });
    expect(speech.retell(incident, SAMPLE_NOW)).toEqual({ title, remedy });
  });

  test.each(NOTIFICATION_KINDS)('says a message of kind %s', (kind) => {
    const message = { ...notificationOf(kind), speech };
    const said = [notificationSubject(message), notificationText(message)].join('\n');
    expect(said).not.toMatch(BROKEN);
    expect(describeNotification(message).lang).toBe(lang);
    expect(said.replace(QUOTED, '')).not.toMatch(ENGLISH);
  });

  test.each(codes)('heads a message about %s', (code) => {
    const incidents = [incidentView({ code, facts: {}, severity: 'fail' })];
    const message = { ...notification({ incidents }), speech };
    const english = notificationSubject(notification({ incidents }));
    expect(notificationSubject(message)).not.toBe(english);
    expect(notificationText(message)).not.toMatch(BROKEN);
  });

  test('keeps foreign names harmless', () => {
    const message = { ...hostileNotification(), speech };
    expect(notificationText(message)).not.toMatch(/[^\P{Cc}\n]/u);
    expect(notificationSubject(message)).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });

  test.each([40, 80])('fits a terminal of %i columns', async (width) => {
    for (const report of [
      everyFindingReport(),
      ...Object.values(hostileNames).map(hostileReport),
    ]) {
      const told = await tellReport(report, { ...plainView, width }, lang);
      const lines = text.render(told.report, told.view).split('\n');
      for (const line of lines) {
        // A command is left whole where it cannot be broken.
        if (/^ +(?:[a-z/]|--|')/.test(line)) continue;
        expect(columnsOf(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  test('keeps the columns of a table in line', async () => {
    const told = await tellReport(everyFindingReport(), { ...plainView, width: 140 }, lang);
    const lines = text.render(told.report, told.view).split('\n');
    const starts = lines.flatMap((line) => {
      const match = /^(?:[✗!*\-✓] .*?)(?=~?\d{4}-\d\d-\d\d \d\d:\d\dZ)/.exec(line);
      return match === null ? [] : [columnsOf(match[0])];
    });
    expect(starts.length).toBeGreaterThan(5);
    expect(new Set(starts).size).toBe(1);
  });

  test('tells a Markdown report', async () => {
    const { report, view } = await tellReport(everyFindingReport(), plainView, lang);
    const page = markdown.render(report, view);
    expect(page).not.toMatch(BROKEN);
    expect(page.replace(QUOTED, '')).not.toMatch(ENGLISH);
  });

  test('tells the page, and its history by the headlines of the codes', async () => {
    const { report, view } = await tellReport(everyFindingReport(), plainView, lang);
    const page = html.render(report, { ...view, history });
    expect(page).toMatch(new RegExp(`<html lang="${lang}"`));
    const words = page.replaceAll(/<(style|script)>[\s\S]*?<\/\1>|<[^>]*>/g, ' ');
    expect(words).not.toMatch(BROKEN);
    expect(words.replace(QUOTED, '')).not.toMatch(ENGLISH);
    const { incidents } = (await loadLanguage(lang)).alerts;
    expect(words).toContain(incidents.profile_expired.headline);
    expect(words).not.toContain('kept in English');
  });

  test('tells a calendar', async () => {
    const { report, view } = await tellReport(everyFindingReport(), plainView, lang);
    const calendar = ics.render(report, view).replaceAll('\r\n ', '');
    expect(calendar).toContain('BEGIN:VEVENT');
    expect(calendar).not.toMatch(BROKEN);
    expect(calendar.replace(QUOTED, '')).not.toMatch(ENGLISH);
  });
});

const history: History = {
  verdicts: [
    {
      verdict: 'failing',
      problems: 2,
      warnings: 1,
      firstAt: SAMPLE_NOW - 60_000,
      lastAt: SAMPLE_NOW,
    },
  ],
  told: [
    {
      at: SAMPLE_NOW,
      channel: 'ops',
      kind: 'firing',
      severity: 'fail',
      title: 'a title is kept in English',
      code: 'profile_expired',
      incidents: 1,
    },
  ],
};
