// The report as one page that needs nothing else: readable without script, on a phone, on paper.
import { counted } from '../core/phrases/counted.ts';
import { formatTime } from '../core/moment.ts';
import type { Verdict } from '../core/exit-code.ts';
import type { Report } from '../core/report.ts';
import { agentsSection } from './page/agents.ts';
import { findingsSection } from './page/findings.ts';
import { historySection } from './page/history.ts';
import { contentPolicy } from './page/policy.ts';
import { SCRIPT } from './page/script.ts';
import { moment, prose, state, time } from './page/show.ts';
import { STYLE } from './page/style.ts';
import { timelineSection } from './page/timeline.ts';
import type { Reporter, View } from './reporter.ts';

/** How often the page asks for news, with script and without, seconds. */
const RENEW_S = 3;
const RELOAD_S = 60;

const HEADINGS: Readonly<Record<Verdict, string>> = {
  ok: 'OpenClaw auth is fine',
  expiring: 'OpenClaw auth is about to expire',
  failing: 'OpenClaw auth is failing',
};

export const html: Reporter = {
  name: 'html',
  detail: 'profiles',
  render(report, view) {
    const { live, history } = view;
    return `<!doctype html>
<html lang="en"${live ? ` data-live="${RENEW_S * 1000}" data-tag="${live.tag}"` : ''}><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(live !== undefined)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
${live ? `<noscript><meta http-equiv="refresh" content="${RELOAD_S}"></noscript>\n` : ''}<link rel="icon" href="data:,">
<title>${titleOf(report)}</title>
<style>${STYLE}</style></head>
<body>
${banner(report)}
<main>
${faultOf(view)}${[
      findingsSection(report),
      timelineSection(report),
      history ? historySection(report, history) : '',
      agentsSection(report),
    ]
      .filter((part) => part !== '')
      .join('\n')}
</main>
${footer(report, view)}
<script>${SCRIPT}</script>
</body></html>
`;
  },
};

function titleOf({ verdict, summary: { severity } }: Report): string {
  const counts = [
    ...(severity.fail > 0 ? [counted(severity.fail, 'problem')] : []),
    ...(severity.warn > 0 ? [counted(severity.warn, 'warning')] : []),
  ];
  return counts.length > 0 ? `${counts.join(', ')}: OpenClaw auth` : HEADINGS[verdict];
}

function banner(report: Report): string {
  const { verdict, summary, filtered } = report;
  const { severity, agents, profiles, nextExpiryAt } = summary;
  const counts: readonly (readonly [string, string, string])[] = [
    ['', 'Problems', String(severity.fail)],
    ['', 'Warnings', String(severity.warn)],
    ['', 'Notices', String(severity.notice)],
    ['', 'Agents', String(agents)],
    ['', 'Profiles', String(profiles)],
    [
      ' class="next"',
      'Next expiry',
      nextExpiryAt === null ? 'none known' : moment(nextExpiryAt, report),
    ],
  ];
  const partial = filtered
    ? '<p class="muted gap">Only a part was asked for; the rest is not shown.</p>'
    : '';
  return `<header>
<div class="banner ${verdict}" role="status"><h1>${HEADINGS[verdict]}</h1><p>As observed at ${time(report.generatedAt)}</p></div>
<dl class="counts">${counts.map(([kind, name, value]) => `<div${kind}><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>${partial}
</header>`;
}

/** Says that what follows is older than it should be. */
function faultOf({ live }: View): string {
  if (!live || live.fault === null) return '';
  return `<p class="card fail gap" role="alert">${state('fail', 'The last run came to no verdict')}: ${prose(live.fault)}</p>\n`;
}

function footer(report: Report, { live }: View): string {
  const { tool, policy, scope, exitCode, gateways } = report;
  const next = live?.nextRunAt ? ` Next look: ${formatTime(live.nextRunAt)}.` : '';
  const places = gateways.map(
    ({ label, stateDir, storage }) => `${label} (${storage}) ${stateDir}`,
  );
  return `<footer class="muted"><p>${prose(`${tool.name} ${tool.version}`)}, policy ${prose(policy)}, scope ${scope}, exit code ${exitCode}.${next} <span id="link" role="status"></span></p>
<p>${places.map(prose).join('; ')}</p></footer>`;
}
