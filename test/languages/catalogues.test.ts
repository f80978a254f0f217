import { describe as group, expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/core/lang.ts';
import { aboutPhrases } from '../../src/core/phrases/about-phrases.ts';
import { alertPhrases } from '../../src/core/phrases/alert-phrases.ts';
import { alertingPhrases } from '../../src/core/phrases/alerting-phrases.ts';
import { configPhrases } from '../../src/core/phrases/config-phrases.ts';
import { counted } from '../../src/core/phrases/counted.ts';
import {
  deliverySentences,
  ownReasons,
  type DeliveryPhrases,
  type OwnReason,
} from '../../src/core/phrases/delivery-phrases.ts';
import { demoPhrases, type DemoPhrases } from '../../src/core/phrases/demo-phrases.ts';
import { doctorPhrases } from '../../src/core/phrases/doctor-phrases.ts';
import { explainPhrases } from '../../src/core/phrases/explain-phrases.ts';
import { faultPhrases, type FaultPhrases } from '../../src/core/phrases/fault-phrases.ts';
import { findingPhrases } from '../../src/core/phrases/finding-phrases.ts';
import { helpPhrases, type HelpPhrases } from '../../src/core/phrases/help-phrases.ts';
import { initPhrases } from '../../src/core/phrases/init-phrases.ts';
import { installPhrases, type InstallPhrases } from '../../src/core/phrases/install-phrases.ts';
import type { Language } from '../../src/core/phrases/language.ts';
import { markdownPhrases } from '../../src/core/phrases/markdown-phrases.ts';
import { pagePhrases } from '../../src/core/phrases/page-phrases.ts';
import { remarkPhrases, type RemarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { progressPhrases, type ProgressPhrases } from '../../src/core/phrases/progress-phrases.ts';
import { rulePhrases, type RulePhrases } from '../../src/core/phrases/rule-phrases.ts';
import { setupPhrases } from '../../src/core/phrases/setup-phrases.ts';
import { textPhrases } from '../../src/core/phrases/text-phrases.ts';
import type { ScreenPhrases } from '../../src/core/phrases/screen-phrases.ts';
import { troublePhrases } from '../../src/core/phrases/trouble-phrases.ts';
import { usagePhrases } from '../../src/core/phrases/usage-phrases.ts';
import {
  loadDemo,
  loadFaults,
  loadHelp,
  loadInstall,
  loadLanguage,
  loadProgress,
  loadRemarks,
  loadScreens,
} from '../../src/languages/index.ts';
import { deliveries as my } from '../../src/languages/my/deliveries.ts';
import { deliveries as uz } from '../../src/languages/uz/deliveries.ts';
import { deliveries as vi } from '../../src/languages/vi/deliveries.ts';
import { deliveries as zhHans } from '../../src/languages/zh-hans/deliveries.ts';
import { deliveries as zhHant } from '../../src/languages/zh-hant/deliveries.ts';

const deliveries = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, vi, my, uz };

// A rule says what it is and why; what it does is no sentence.
const englishRules = Object.fromEntries(
  Object.entries(rulePhrases.rules).map(([name, { what, why }]) => [name, { what, why }]),
) as RulePhrases['rules'];

const english: Everything = {
  lang: 'en',
  findings: findingPhrases,
  alerts: alertPhrases,
  report: { text: textPhrases, about: aboutPhrases, markdown: markdownPhrases, page: pagePhrases },
  screens: {
    alerting: alertingPhrases,
    doctor: doctorPhrases,
    explain: explainPhrases,
    init: initPhrases,
    rules: {
      ...rulePhrases,
      rules: englishRules,
    },
  },
  install: installPhrases,
  demo: demoPhrases,
  remarks: remarkPhrases,
  faults: faultPhrases,
  help: helpPhrases,
  progress: progressPhrases,
  deliveries: {
    faults: {
      transient: 'transient',
      ambiguous: 'ambiguous',
      auth: 'auth',
      permanent: 'permanent',
      gone: 'gone',
    },
    reasons: Object.fromEntries(ownReasons.map((reason) => [reason, reason])) as Record<
      OwnReason,
      string
    >,
    sentences: deliverySentences,
  },
};
interface Everything extends Language {
  readonly screens: ScreenPhrases;
  readonly install: InstallPhrases;
  readonly demo: DemoPhrases;
  readonly remarks: RemarkPhrases;
  readonly faults: FaultPhrases;
  readonly help: HelpPhrases;
  readonly progress: ProgressPhrases;
  readonly deliveries: DeliveryPhrases;
}

const tags = LANGS.filter((lang): lang is Exclude<Lang, 'en'> => lang !== 'en');
const languages = await Promise.all(
  tags.map(async (lang): Promise<Everything> => {
    return {
      ...(await loadLanguage(lang)),
      screens: await loadScreens(lang),
      install: await loadInstall(lang),
      demo: await loadDemo(lang),
      remarks: await loadRemarks(lang),
      faults: await loadFaults(lang),
      help: (await loadHelp(lang)).frame,
      progress: await loadProgress(lang),
      deliveries: deliveries[lang],
    };
  }),
);

/** Every sentence by its place; a function is said with a number of its own for each part. */
function sentences(phrases: unknown, place = ''): ReadonlyMap<string, string> {
  if (typeof phrases === 'string') return new Map([[place, phrases]]);
  if (typeof phrases === 'function') {
    return new Map([
      [place, String((phrases as (...parts: unknown[]) => unknown)(part(0), 702, 703))],
    ]);
  }
  return new Map(
    Object.entries(phrases as object).flatMap(([name, value]) => [
      ...sentences(value, place === '' ? name : `${place}.${name}`),
    ]),
  );
}

/** Numbers of three digits, since those read the same however a language groups and counts. */
const NUMBERS = new Map<string, string>();

function part(index: number): unknown {
  return new Proxy(
    // What a sentence hands on whole has to be there to be handed on.
    { matter: '', host: '', failing: 0 },
    {
      get(_, name) {
        if (typeof name === 'symbol') return () => String(701 + index);
        const known = NUMBERS.get(name) ?? String(710 + NUMBERS.size);
        NUMBERS.set(name, known);
        return known;
      },
    },
  );
}

const partsOf = (text: string): string[] => [...new Set(text.match(/7\d\d/g))].sort();

/** What is the same in every language: names, signs, and what only joins. */
const SHARED =
  /(?:^|\.)(?:lang|duration|colon|comma|tls|network|at|agentsAt|counted|topic|titled|title|markdown\.columns\.[12]|titles|page\.title|page\.quoted|page\.made|counts\.agents|facts\.(?:agents?|provider|code|profile)|counts\.profiles|history\.channels|inherited|calendar\.(?:provider|agents)|alike|stage\.(?:firing|escalated|deadletter|test)|label\.(?:agents?|profiles?|provider)|columns\.(?:agent|profile)|gateway|screens\.alerting\.outbox\.error|screens\.alerting\.silence\.subjects\.(?:agent|profile|provider|code)|screens\.doctor\.(?:subjects\.(?:gateway|secrets|channel|config|heartbeat|state|lock)|channel|config|systemd|termux|program)|screens\.explain\.(?:terms\.openclaw|types\.token|outcome|code|agent|ofAgents)|screens\.init\.hints\.(?:slack|teams)|faults\.(?:kind|said|both)|help\.joint|namedAgents|observed|exitCode|agents|agentNames)$/;

/** What a reader types or looks up as it stands. */
const NAME =
  /(--[a-z-]+[a-z]|`[a-z-]+(?: [a-z]+)*`|(?<!openclaw-)auth-monitor [a-z]+|\$[A-Z_]{4,})/g;

group.each(languages)('$lang', (language) => {
  const said = sentences(language);
  const inEnglish = [...sentences(english)];

  test('says everything, and leaves out no part of it', () => {
    for (const [place, sentence] of inEnglish) {
      const translated = said.get(place);
      expect(translated, place).toBeDefined();
      expect(translated, place).not.toMatch(/undefined|null|NaN|\[object/);
      if (sentence.trim() !== '') expect(translated?.trim(), place).not.toBe('');
      expect(partsOf(translated ?? ''), place).toEqual(expect.arrayContaining(partsOf(sentence)));
    }
  });

  test('says nothing in English', () => {
    for (const [place, sentence] of inEnglish) {
      const translated = said.get(place) ?? '';
      if (sentence === '' || SHARED.test(place)) continue;
      expect(translated, place).not.toBe(sentence);
      // The name of a flag is none.
      const words = translated.replace(/--[\w-]+/g, '');
      expect(words, place).not.toMatch(/\b(?:the|is|of|has|and|was|not|with|for|this)\b/);
    }
  });

  test('names the commands, flags and variables that English names', () => {
    for (const [place, sentence] of inEnglish) {
      for (const [, name = ''] of sentence.matchAll(NAME)) {
        expect(said.get(place), place).toContain(name);
      }
    }
  });

  test('says nothing on the page that HTML would take for its own', () => {
    for (const [place, sentence] of said) {
      if (place.startsWith('report.page.')) expect(sentence, place).not.toMatch(/[<>&"']/);
    }
  });

  test('parts a subject from its stage, so that mails stay one thread', () => {
    const { stage } = language.alerts;
    expect([stage.reminder, stage.recovered]).toEqual([
      expect.stringMatching(/^\[[^\]]+\] $/),
      expect.stringMatching(/^\[[^\]]+\] $/),
    ]);
  });
});

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  ['zh-Hans', ['0秒钟', '1秒钟', '2分钟', '5小时', '21天', '1天3小时', '3小时20分钟']],
  ['zh-Hant', ['0 秒', '1 秒', '2 分鐘', '5 小時', '21 天', '1 天 3 小時', '3 小時 20 分鐘']],
  ['vi', ['0 giây', '1 giây', '2 phút', '5 giờ', '21 ngày', '1 ngày 3 giờ', '3 giờ 20 phút']],
  ['my', ['0 စက္ကန့်', '1 စက္ကန့်', '2 မိနစ်', '5 နာရီ', '21 ရက်', '1 ရက် 3 နာရီ', '3 နာရီ 20 မိနစ်']],
  [
    'uz',
    ['0 soniya', '1 soniya', '2 daqiqa', '5 soat', '21 kun', '1 kun 3 soat', '3 soat 20 daqiqa'],
  ],
])('%s counts time as its people do', (lang, expected) => {
  const { times } = languages.find((one) => one.lang === lang)!.findings;
  const lengths = [
    0,
    SECOND,
    2 * MINUTE,
    5 * HOUR,
    21 * DAY,
    DAY + 3 * HOUR,
    3 * HOUR + 20 * MINUTE,
  ];
  expect(lengths.map((ms) => times.duration(ms))).toEqual(expected);
});

test('no sentence about a fault takes the name of another', () => {
  const parts = [usagePhrases, setupPhrases, configPhrases, troublePhrases];
  const names = parts.flatMap((part) => Object.keys(part));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each([0, 1, 2, 5, 21, 101, 1_000])('English counts %i as Intl does', (count) => {
  const noun = new Intl.PluralRules('en').select(count) === 'one' ? 'agent' : 'agents';
  expect(counted(count, 'agent')).toBe(`${count} ${noun}`);
});
