// Lays a message out as HTML for mail readers: one column, no remote content, light and dark.
import { barColour, dark, light, monoFaces, sansFaces } from '../core/colours.ts';
import { commandHtml, escapeHtml } from '../core/html.ts';
import type { NotificationKind } from '../core/alerts/notification.ts';
import type { IncidentText, NotificationText } from '../core/alerts/notification-text.ts';

// Mail readers drop what they do not know: light colours stand inline, dark ones in the style sheet.
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.word { display: inline-block; max-width: 100%; text-indent: 0; }
@media (prefers-color-scheme: dark) {
  .page { background: ${dark.page} !important; }
  .card { background: ${dark.card} !important; border-top-color: ${dark.line} !important; border-right-color: ${dark.line} !important; border-bottom-color: ${dark.line} !important; }
  .text { color: ${dark.text} !important; }
  .muted { color: ${dark.muted} !important; }
  .code { background: ${dark.code} !important; color: ${dark.text} !important; border-color: ${dark.line} !important; }
}`;

const FONT = `font-family:${sansFaces}`;
const MONO = `font-family:${monoFaces}`;
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"';

/** The HTML part of a mail; every text in it is escaped. */
export function notificationHtml(text: NotificationText, kind: NotificationKind): string {
  const worst = text.incidents[0]?.severity ?? (kind === 'deadletter' ? 'fail' : 'info');
  const bar = kind === 'recovered' ? barColour.recovered : barColour[worst];
  const lines = [
    `<tr><td style="background:${bar};border-radius:8px;padding:14px 18px;${FONT};font-size:17px;line-height:24px;font-weight:600;color:#ffffff;${WRAP}">${escapeHtml(text.lead)}</td></tr>`,
    ...text.remarks.map((remark) => paragraph(remark, 'text', '15px', light.text)),
    ...text.incidents.map((incident) => card(incident, kind)),
    ...(text.more === null ? [] : [paragraph(text.more, 'text', '15px', light.text)]),
    paragraph(text.observed, 'muted', '13px', light.muted),
  ];
  return `<!doctype html>
<html lang="${text.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(text.subject)}</title><style>${STYLE}
</style></head>
<body class="page" style="margin:0;padding:0;background:${light.page}">
<table ${TABLE} class="page" style="background:${light.page}"><tr><td align="center" style="padding:16px 12px">
<table ${TABLE} style="max-width:600px;text-align:left;table-layout:fixed">
${lines.join('\n')}
</table></td></tr></table></body></html>
`;
}

function card(incident: IncidentText, kind: NotificationKind): string {
  const { severity, title, rows, remedy } = incident;
  const edge = kind === 'recovered' ? barColour.recovered : barColour[severity];
  const cells = rows.map(
    (row) =>
      `<tr><td class="muted" width="92" style="width:92px;padding:3px 12px 3px 0;vertical-align:top;color:${light.muted}">${escapeHtml(row.label)}</td><td class="text" style="padding:3px 0;vertical-align:top;color:${light.text};${WRAP}">${escapeHtml(row.text)}</td></tr>`,
  );
  return `<tr><td style="padding-top:12px"><table ${TABLE} class="card" style="background:${light.card};border:1px solid ${light.line};border-left:4px solid ${edge};border-radius:8px;border-collapse:separate;table-layout:fixed"><tr><td style="padding:14px 16px;${FONT};font-size:15px;line-height:21px">
<div class="text" style="font-size:16px;line-height:22px;font-weight:600;color:${light.text};padding-bottom:6px;${WRAP}">${escapeHtml(title)}</div>
<table ${TABLE} style="table-layout:fixed;font-size:14px;line-height:20px;${FONT}">${cells.join('')}</table>${remedy.length > 0 ? commands(incident) : ''}
</td></tr></table></td></tr>`;
}

function commands({ remedy, fix }: IncidentText): string {
  return `
<div class="muted" style="font-size:14px;line-height:20px;color:${light.muted};padding:8px 0 4px">${escapeHtml(fix)}</div>
<div class="code" style="background:${light.code};border:1px solid ${light.line};border-radius:6px;padding:8px 12px;${MONO};font-size:13px;line-height:20px;color:${light.text}">${remedy.map(command).join('\n')}</div>`;
}

/** A hanging indent tells a wrapped command from the next one. */
function command(line: string): string {
  return `<div style="padding:2px 0 2px 14px;text-indent:-14px;${WRAP}">${commandHtml(line)}</div>`;
}

function paragraph(content: string, name: 'text' | 'muted', size: string, colour: string): string {
  return `<tr><td class="${name}" style="padding:14px 4px 0;${FONT};font-size:${size};line-height:21px;color:${colour};${WRAP}">${escapeHtml(content)}</td></tr>`;
}
