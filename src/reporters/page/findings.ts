// What needs attention: a card for each trouble, worst first, with what to paste.
import { commandHtml } from '../../core/html.ts';
import type { Report } from '../../core/report.ts';
import { showRemedy } from '../subject.ts';
import { findingRows, type Row } from '../text-rows.ts';
import { moment, named, prose, section, someNames, state, type Sheet } from './show.ts';

const MOST_CARDS = 200;
/** More notices than these would bury what is worse. */
const FEW_NOTICES = 10;
const MOST_AGENTS = 8;

/** The findings that people are told of, and below them those that are only remarked. */
export function findingsSection(sheet: Sheet): string {
  const { report, page } = sheet;
  const by = (...severities: readonly string[]) =>
    report.findings.filter(({ severity }) => severities.includes(severity));
  const [bad, notices, remarks] = [by('fail', 'warn'), by('notice'), by('info')];
  const areFew = notices.length <= FEW_NOTICES;
  return section(
    'attention',
    bad.length + notices.length > 0 ? page.attention : page.calm,
    cards(sheet, areFew ? [...bad, ...notices] : bad) +
      folded(sheet, areFew ? [] : notices, 'notices') +
      folded(sheet, remarks, 'remarks'),
  );
}

function cards(sheet: Sheet, findings: Report['findings']): string {
  if (findings.length === 0) return '';
  const { rows, count } = findingRows(sheet.report, findings, MOST_CARDS, sheet.text);
  const left = count - rows.length;
  const more = left > 0 ? `<li class="muted">${sheet.page.moreNoWorse(left)}</li>` : '';
  return `<ul>\n${rows.map((row) => card(sheet, row)).join('\n')}\n${more}</ul>`;
}

/** Many small things as one entry that can be opened. */
function folded(sheet: Sheet, findings: Report['findings'], kind: 'notices' | 'remarks'): string {
  if (findings.length === 0) return '';
  const { rows, count } = findingRows(sheet.report, findings, MOST_CARDS, sheet.text);
  const items = rows.map(
    ({ severity, state: word, finding, agents }) =>
      `<li>${state(severity, word)} ${prose(finding?.title ?? '')} <span class="muted">${someNames(agents, MOST_AGENTS, sheet)}</span></li>`,
  );
  const left = count - rows.length;
  const more = left > 0 ? `<li class="muted">${sheet.page.more(left)}</li>` : '';
  return `<details data-key="${kind}"><summary>${sheet.page[kind](count)}</summary><ul>${items.join('\n')}${more}</ul></details>`;
}

function card(sheet: Sheet, row: Row): string {
  const { report, page } = sheet;
  const { facts: names } = page;
  const { severity, state: word, finding, agents, profile, provider, expiresAt, estimated } = row;
  if (finding === null) return '';
  const facts: readonly Fact[] = [
    [agents.length > 1 ? names.agents : names.agent, someNames(agents, MOST_AGENTS, sheet)],
    [names.profile, profile === null ? '' : named(profile)],
    [names.provider, provider === null ? '' : named(provider)],
    [
      Date.parse(expiresAt ?? '') <= Date.parse(report.generatedAt) ? names.ended : names.ends,
      expiresAt === null
        ? ''
        : `${moment(expiresAt, sheet)}${estimated ? ` ${page.estimated}` : ''}`,
    ],
    [names.code, `<code>${finding.code.replaceAll('_', '_<wbr>')}</code>`],
    [names.itSays, finding.message === null ? '' : page.quoted(prose(finding.message)), 'wide'],
    [names.next, prose(page.incidents[finding.code].next), 'wide'],
  ];
  const shown = facts.filter(([, fact]) => fact !== '');
  return `<li class="card ${severity}"><h3>${state(severity, word)} ${prose(finding.title)}</h3>
<dl class="facts">${shown.map(fact).join('')}</dl>${remedy(finding.remedy, sheet)}</li>`;
}

type Fact = readonly [name: string, value: string, kind?: 'wide'];

function fact([name, value, kind]: Fact): string {
  return `<div${kind === undefined ? '' : ` class="${kind}"`}><dt>${name}</dt><dd>${value}</dd></div>`;
}

function remedy(lines: readonly string[], { page, text: phrases }: Sheet): string {
  if (lines.length === 0) return '';
  const shown = lines.map((line) => {
    const kind = line.startsWith('# ') ? 'line remark' : 'line';
    return `<span class="${kind}">${commandHtml(showRemedy(line, 'unicode', phrases))}`;
  });
  // The end of a line stands within it: what is copied has each line on its own.
  return `\n<div class="fix"><button type="button" data-tool="copy" hidden>${page.copy}</button><pre aria-label="${page.howToFix}">${shown.join('\n</span>')}</span></pre></div>`;
}
