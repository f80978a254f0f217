// The report as one page that needs nothing else: readable without script, on a phone, on paper.
import { formatTime } from '../core/moment.ts';
import { pagePhrases } from '../core/phrases/page-phrases.ts';
import { textPhrases } from '../core/phrases/text-phrases.ts';
import { escapeHtml } from '../core/html.ts';
import { agentsSection } from './page/agents.ts';
import { findingsSection } from './page/findings.ts';
import { historySection } from './page/history.ts';
import { contentPolicy } from './page/policy.ts';
import { SCRIPT } from './page/script.ts';
import { moment, prose, state, time, type Sheet } from './page/show.ts';
import { STYLE } from './page/style.ts';
import { timelineSection } from './page/timeline.ts';
import type { Reporter, View } from './reporter.ts';

/** How often the page asks for news, with script and without, seconds. */
const RENEW_S = 3;
const RELOAD_S = 60;

export const html: Reporter = {
  name: 'html',
  detail: 'profiles',
  isWorded: true,
  render(report, view) {
    const { live, history } = view;
    const { page, text } = view.phrases ?? { page: pagePhrases, text: textPhrases };
    const sheet: Sheet = { report, page, text };
    return `<!doctype html>
<html lang="${text.lang}"${live ? ` data-live="${RENEW_S * 1000}" data-tag="${live.tag}"` : ''}><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(live !== undefined)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
${live ? `<noscript><meta http-equiv="refresh" content="${RELOAD_S}"></noscript>\n` : ''}<link rel="icon" href="data:,">
<title>${titleOf(sheet)}</title>
<style>${STYLE}</style></head>
<body${scriptWords(sheet)}>
${banner(sheet)}
<main>
${faultOf(view, sheet)}${[
      findingsSection(sheet),
      timelineSection(sheet),
      history ? historySection(sheet, history) : '',
      agentsSection(sheet),
    ]
      .filter((part) => part !== '')
      .join('\n')}
</main>
${footer(view, sheet)}
<script>${SCRIPT}</script>
</body></html>
`;
  },
};

function titleOf({ report: { verdict, summary }, page, text }: Sheet): string {
  const { severity } = summary;
  const counts = [
    ...(severity.fail > 0 ? [text.problems(severity.fail)] : []),
    ...(severity.warn > 0 ? [text.warnings(severity.warn)] : []),
  ];
  return counts.length > 0 ? page.title(counts.join(text.comma)) : page.headings[verdict];
}

function banner(sheet: Sheet): string {
  const { report, page } = sheet;
  const { counts: names } = page;
  const { verdict, summary, filtered } = report;
  const { severity, agents, profiles, nextExpiryAt } = summary;
  const counts: readonly (readonly [string, string, string])[] = [
    ['', names.problems, String(severity.fail)],
    ['', names.warnings, String(severity.warn)],
    ['', names.notices, String(severity.notice)],
    ['', names.agents, String(agents)],
    ['', names.profiles, String(profiles)],
    [
      ' class="next"',
      names.nextExpiry,
      nextExpiryAt === null ? page.noneKnown : moment(nextExpiryAt, sheet),
    ],
  ];
  const partial = filtered ? `<p class="muted gap">${page.partial}</p>` : '';
  return `<header>
<div class="banner ${verdict}" role="status"><h1>${page.headings[verdict]}</h1><p>${page.observed(time(report.generatedAt))}</p></div>
<dl class="counts">${counts.map(([kind, name, value]) => `<div${kind}><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>${partial}
</header>`;
}

/** Says that what follows is older than it should be. */
function faultOf({ live }: View, { page, text }: Sheet): string {
  if (!live || live.fault === null) return '';
  return `<p class="card fail gap" role="alert">${state('fail', page.noVerdict)}${text.colon}${prose(live.fault)}</p>\n`;
}

function footer({ live }: View, { report, page }: Sheet): string {
  const { tool, policy, scope, exitCode, gateways } = report;
  const next = live?.nextRunAt ? ` ${page.nextLook(formatTime(live.nextRunAt))}` : '';
  const made = page.made({ tool: `${tool.name} ${tool.version}`, policy, scope, exitCode });
  const places = gateways.map(
    ({ label, stateDir, storage }) => `${label} (${storage}) ${stateDir}`,
  );
  return `<footer class="muted"><p>${prose(made)}${next} <span id="link" role="status"></span></p>
<p>${places.map(prose).join('; ')}</p></footer>`;
}

/** What the script says, since it knows no language; its own hash must not depend on one. */
function scriptWords({ page }: Sheet): string {
  return Object.entries(page.script)
    .map(([name, words]) => ` data-${name}="${escapeHtml(words)}"`)
    .join('');
}
