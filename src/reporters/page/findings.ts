// What needs attention: a card for each trouble, worst first, with what to paste.
import { counted } from '../../core/phrases/counted.ts';
import { escapeHtml } from '../../core/html.ts';
import { incidentPhrases } from '../../core/phrases/incident-phrases.ts';
import { textPhrases } from '../../core/phrases/text-phrases.ts';
import type { Report } from '../../core/report.ts';
import { showRemedy } from '../subject.ts';
import { findingRows, type Row } from '../text-rows.ts';
import { moment, named, prose, section, someNames, state } from './show.ts';

const MOST_CARDS = 200;
/** More notices than these would bury what is worse. */
const FEW_NOTICES = 10;
const MOST_AGENTS = 8;

/** The findings that people are told of, and below them those that are only remarked. */
export function findingsSection(report: Report): string {
  const by = (...severities: readonly string[]) =>
    report.findings.filter(({ severity }) => severities.includes(severity));
  const [bad, notices, remarks] = [by('fail', 'warn'), by('notice'), by('info')];
  const areFew = notices.length <= FEW_NOTICES;
  return section(
    'attention',
    bad.length + notices.length > 0 ? 'What needs attention' : 'Nothing needs attention',
    cards(report, areFew ? [...bad, ...notices] : bad) +
      folded(report, areFew ? [] : notices, 'notice', '') +
      folded(report, remarks, 'remark', ' that need nothing'),
  );
}

function cards(report: Report, findings: Report['findings']): string {
  if (findings.length === 0) return '';
  const { rows, count } = findingRows(report, findings, MOST_CARDS, textPhrases);
  const left = count - rows.length;
  const more =
    left > 0
      ? `<li class="muted">and ${left} more, none of them worse: see the JSON report</li>`
      : '';
  return `<ul>\n${rows.map((row) => card(report, row)).join('\n')}\n${more}</ul>`;
}

/** Many small things as one entry that can be opened. */
function folded(
  report: Report,
  findings: Report['findings'],
  noun: 'notice' | 'remark',
  about: string,
): string {
  if (findings.length === 0) return '';
  const { rows, count } = findingRows(report, findings, MOST_CARDS, textPhrases);
  const items = rows.map(
    ({ severity, state: word, finding, agents }) =>
      `<li>${state(severity, word)} ${prose(finding?.title ?? '')} <span class="muted">${someNames(agents, MOST_AGENTS)}</span></li>`,
  );
  const left = count - rows.length;
  const more = left > 0 ? `<li class="muted">and ${left} more</li>` : '';
  return `<details data-key="${noun}s"><summary>${counted(count, noun)}${about}</summary><ul>${items.join('\n')}${more}</ul></details>`;
}

function card(report: Report, row: Row): string {
  const { severity, state: word, finding, agents, profile, provider, expiresAt, estimated } = row;
  if (finding === null) return '';
  const facts: readonly (readonly [string, string])[] = [
    [agents.length > 1 ? 'Agents' : 'Agent', someNames(agents, MOST_AGENTS)],
    ['Profile', profile === null ? '' : named(profile)],
    ['Provider', provider === null ? '' : named(provider)],
    [
      Date.parse(expiresAt ?? '') <= Date.parse(report.generatedAt) ? 'Ended' : 'Ends',
      expiresAt === null ? '' : `${moment(expiresAt, report)}${estimated ? ' (estimated)' : ''}`,
    ],
    ['Code', `<code>${finding.code}</code>`],
    ['It says', finding.message === null ? '' : `“${prose(finding.message)}”`],
    ['Next', prose(incidentPhrases[finding.code].next)],
  ];
  const shown = facts.filter(([, fact]) => fact !== '');
  return `<li class="card ${severity}"><h3>${state(severity, word)} ${prose(finding.title)}</h3>
<dl class="facts">${shown.map(fact).join('')}</dl>${remedy(finding.remedy)}</li>`;
}

function fact([name, value]: readonly [string, string]): string {
  const kind = name === 'Next' || name === 'It says' ? ' class="wide"' : '';
  return `<div${kind}><dt>${name}</dt><dd>${value}</dd></div>`;
}

function remedy(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const shown = lines.map((line) => {
    const text = escapeHtml(showRemedy(line));
    return line.startsWith('# ') ? `<span class="remark">${text}</span>` : text;
  });
  return `\n<div class="fix"><button type="button" data-tool="copy" hidden>Copy</button><pre aria-label="How to fix it">${shown.join('\n')}</pre></div>`;
}
