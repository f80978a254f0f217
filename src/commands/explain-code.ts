// Explains a finding code: its page of the documentation, and how the policies differ about it.
import { defaultSeverity, type FindingCode, type Severity } from '../core/finding.ts';
import { OWN_POLICIES, type MirrorName } from '../core/policy.ts';
import { explainPhrases } from '../core/phrases/explain-phrases.ts';
import { readFindingPage } from '../finding-page.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page } from './page.ts';

/** The findings by which each mirror says what its OpenClaw would. A directory or agent that is not there fails everywhere. */
export const MIRRORED: Readonly<Record<MirrorName, readonly FindingCode[]>> = {
  'openclaw-2026.2': [
    'provider_missing',
    'profile_expired',
    'profile_expiring',
    'profile_malformed',
    'gateway_config_invalid',
  ],
  'openclaw-2026.6': [
    'provider_missing',
    'profile_expired',
    'profile_expiring',
    'profile_credential_missing',
    'store_unreadable',
    'gateway_config_invalid',
  ],
  'openclaw-2026.9': [
    'provider_missing',
    'profile_expired',
    'profile_expiring',
    'secret_ref_unresolved',
    'store_unreadable',
    'store_migration_required',
    'gateway_config_invalid',
  ],
};

const EVERYWHERE: readonly FindingCode[] = ['gateway_not_found', 'agent_not_found'];

/**
 * The whole page in English, as lines for a terminal. In another language what can be told in it: what
 * the code means, what happens next, and the commands and config of the page.
 */
export function codeLines(code: FindingCode, page: Page, wording: ExplainWords): readonly string[] {
  const { words, text } = wording;
  return [
    page.paint.bold(code),
    ...(text.lang === 'en' ? pageLines(code, page) : toldLines(code, page, wording)),
    ...page.heading(words.headings.byPolicy),
    ...page.terms(policyRows(code, wording)),
    ...(text.lang === 'en'
      ? []
      : ['', ...page.paragraph(words.wholePage(`auth-monitor explain ${code} --lang en`), 0)]),
  ];
}

function pageLines(code: FindingCode, page: Page): readonly string[] {
  return readFindingPage(code).flatMap(({ heading, blocks }) => {
    const depth = heading === null ? 0 : 1;
    return [
      ...(heading === null ? [] : page.heading(heading)),
      ...blocks.flatMap((block, index) => [
        ...(index > 0 || heading === null ? [''] : []),
        ...(block.kind === 'text'
          ? page.paragraph(block.text, depth)
          : // As they stand: a config that is wrapped is none.
            block.lines.flatMap((line) => codeLine(line, page))),
      ]),
    ];
  });
}

function toldLines(
  code: FindingCode,
  page: Page,
  { words, about, incidents }: ExplainWords,
): readonly string[] {
  const { headings } = words;
  return [
    '',
    ...page.paragraph(about[code].means, 0),
    ...page.heading(headings.next),
    ...page.paragraph(incidents[code].next, 1),
    ...pasteLines(code, 'fix', headings.fix, page),
    ...pasteLines(code, 'switch', headings.switch, page),
  ];
}

/** What can be pasted under a heading of the page, without the remarks, which are in English. */
function pasteLines(
  code: FindingCode,
  name: 'fix' | 'switch',
  heading: string,
  page: Page,
): readonly string[] {
  const section = readFindingPage(code).find(
    (one) => one.heading === explainPhrases.headings[name],
  );
  const blocks = (section?.blocks ?? []).flatMap((block) =>
    block.kind === 'code' ? [block.lines.filter((line) => !/^\s*(?:#|\/\/)/.test(line))] : [],
  );
  if (blocks.length === 0) return [];
  return [
    ...page.heading(heading),
    ...blocks.flatMap((lines, index) => [
      ...(index > 0 ? [''] : []),
      ...lines.flatMap((line) => codeLine(line.replace(/\s+(?:#|\/\/) .*$/, ''), page)),
    ]),
  ];
}

function codeLine(line: string, page: Page): string[] {
  return [`    ${page.paint.cyan(line)}`.trimEnd()];
}

function policyRows(
  code: FindingCode,
  { words }: ExplainWords,
): readonly (readonly [string, string])[] {
  const inStrict: Severity = OWN_POLICIES.strict.severity[code] ?? defaultSeverity[code];
  const mirrors = Object.entries(MIRRORED).map(([name, codes]) => {
    const has = codes.includes(code) || EVERYWHERE.includes(code);
    return [name, has ? words.asThatOpenClaw : words.never] as const;
  });
  return [
    ['default', defaultSeverity[code]],
    ['strict', words.strict[code] ?? inStrict],
    ...mirrors,
  ];
}
