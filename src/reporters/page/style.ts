// How the page looks: by day and by night, on a phone and on paper.
import { barColour, dark, light, monoFaces, sansFaces } from '../../core/colours.ts';

/** Texts on the card of each surface, all with a contrast above 4.5 : 1. */
const DAY = { ...barColour, ok: barColour.recovered };
const NIGHT = {
  fail: '#f97066',
  warn: '#fdb022',
  notice: '#84adff',
  info: '#a3adb8',
  ok: '#47cd89',
};

function surface(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

const BARS = surface({
  'bar-failing': barColour.fail,
  'bar-expiring': barColour.warn,
  'bar-ok': barColour.recovered,
});

/** The one style sheet of the page; no foreign text ever gets into it. */
export const STYLE = `
:root{color-scheme:light dark;${BARS};${surface({ ...light, ...DAY })}}
@media (prefers-color-scheme:dark){:root{${surface({ ...dark, ...NIGHT })}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.45 ${sansFaces};overflow-wrap:anywhere}
header,main,footer{max-width:1080px;margin:0 auto;padding:0 16px}
header{padding-top:16px}
h1,h2,h3,p,dl,ul,ol{margin:0;padding:0}
h2{font-size:18px;margin:28px 0 10px}
h3{font-size:16px}
.panel+h3{margin:16px 0 8px}
a{color:var(--notice)}
ul,ol{list-style:none}
code,pre{font:13px/1.5 ${monoFaces}}
.muted{color:var(--muted)}
.muted,.names,.state{unicode-bidi:isolate}
.nowrap{white-space:nowrap}
.gap{margin-top:14px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.banner{border-radius:10px;color:#fff;padding:18px 20px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.banner h1{font-size:24px;line-height:1.25}
.banner.failing{background:var(--bar-failing)}.banner.expiring{background:var(--bar-expiring)}.banner.ok{background:var(--bar-ok)}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(120px,1fr));gap:10px;margin-top:12px}
.counts div,.card,details,.panel{background:var(--card);border:1px solid var(--line);border-radius:8px}
.counts div{padding:10px 14px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.counts dt{color:var(--muted);font-size:13px;overflow-wrap:break-word}
.counts dd{margin:0;font-size:20px;font-weight:600}
.counts .next{grid-column:span 2}.counts .next dd{font-size:17px;line-height:28px}
.card{border-left:4px solid var(--info);padding:14px 16px;margin-bottom:10px;break-inside:avoid}
.card.fail{border-left-color:var(--fail)}.card.warn{border-left-color:var(--warn)}.card.notice{border-left-color:var(--notice)}
.state{font-weight:600;white-space:nowrap}
.fail>.mark,.state.fail{color:var(--fail)}.state.warn{color:var(--warn)}.state.notice{color:var(--notice)}.state.info{color:var(--info)}.state.ok{color:var(--ok)}
.facts{display:flex;flex-wrap:wrap;gap:2px 22px;margin:6px 0 0}
.facts div{display:flex;gap:7px}
.facts dt{color:var(--muted)}.facts dd{margin:0}
.facts .wide{flex-basis:100%}
.fix{margin-top:10px}
pre{margin:0;padding:10px 12px;background:var(--code);border:1px solid var(--line);border-radius:6px;white-space:pre-wrap}
pre .line{display:block;padding-left:14px;text-indent:-14px}
pre .word{display:inline-block;max-width:100%;text-indent:0}
pre .remark{color:var(--muted)}
button,input{font:inherit;color:var(--text);background:var(--card);border:1px solid var(--muted);border-radius:6px;padding:6px 10px}
.fix button{float:right;margin:6px 6px 2px 10px;font-size:13px;padding:2px 8px}
.panel{padding:6px 14px 10px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:6px 14px 6px 0}
th{color:var(--muted);font-size:13px;font-weight:600}
tbody th{color:var(--text);font-size:15px}
tr+tr>*{border-top:1px solid var(--line)}
details{margin-bottom:8px;padding:0 14px}
summary{cursor:pointer;padding:10px 0}
summary .names{font-weight:600}
details>:last-child{margin-bottom:10px}
.tools{display:flex;gap:12px;flex-wrap:wrap;align-items:center;margin-bottom:10px}
.tools input[type=search]{flex:1 1 220px;max-width:420px}
[hidden]{display:none!important}
svg{display:block;width:100%;overflow:visible}
svg .track{fill:var(--line)}svg .warned{fill:var(--warn);opacity:.16}svg .tick{stroke:var(--muted);stroke-opacity:.45;stroke-dasharray:2 3}svg .now{stroke:var(--text);stroke-width:2}
svg text{fill:var(--muted);font:12px ${sansFaces}}
svg .fail{fill:var(--fail)}svg .warn{fill:var(--warn)}svg .ok{fill:var(--ok)}
.timeline tbody th{min-width:10em}.timeline td:nth-child(2){min-width:7em}
.timeline td.bar{width:44%;padding-top:9px}
.timeline thead th{vertical-align:bottom}
.profiles th:nth-child(1){width:16%}.profiles th:nth-child(3){width:28%}
.strip{margin:8px 0 12px}
footer{padding-top:24px;padding-bottom:32px;font-size:13px}
/* Burmese stacks marks above and below its letters. */
:lang(my){line-height:1.75}:lang(my) .banner h1{line-height:1.5}:lang(my) :is(code,pre){line-height:1.7}
:focus-visible{outline:3px solid var(--notice);outline-offset:2px}
@media (max-width:640px){
.counts{display:flex;flex-wrap:wrap;gap:8px}.counts div{padding:8px 10px;flex:1 1 28%}.counts div:nth-child(4),.counts div:nth-child(5){flex-basis:40%}.counts .next{flex-basis:100%}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr,.stack td,.stack tbody th{display:block;border:0}
.stack td,.stack tbody th{padding:1px 0}
.stack tr{padding:9px 0}.stack tr+tr{border-top:1px solid var(--line)}
.timeline td.bar{width:auto;padding:6px 0}
.timeline thead{position:static;width:auto;height:auto;overflow:visible;clip-path:none}
.timeline thead tr{padding:8px 0 0}.timeline thead th{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.timeline thead th:nth-child(3){display:block;position:static;width:auto;height:auto;overflow:visible;clip-path:none;padding:0}
.timeline .minor{display:none}
.facts{display:grid;grid-template-columns:fit-content(38%) 1fr;gap:2px 10px}.facts div{display:contents}
}
@media print{
:root{${surface({ ...light, page: '#fff', ...DAY })}}
body,tbody th{font-size:12px}code,pre,th{font-size:11px}h3{font-size:13px}.counts dd,.counts .next dd{font-size:14px;line-height:20px}.counts dt{font-size:11px}.tools,.fix button{display:none}
header,main,footer{max-width:none;padding-left:1px;padding-right:1px}
.counts{display:flex;gap:8px}.counts div{padding:8px 10px;flex:1 1 auto}
h2,h3,.strip,thead{break-after:avoid}
details,.card,.panel,tr{break-inside:avoid}
svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;
