// Every report format keeps the reporters' contract and its own grammar.
import { columnsOf } from '../../src/core/terminal.ts';
import { reporterNames, type ReporterName } from '../../src/reporters/index.ts';
import { parseReport } from '../../src/reporters/parse-report.ts';
import { readCalendar } from '../kit/calendar.ts';
import { keepsReporterContract, type ReporterContract } from '../kit/reporter-contract.ts';
import { parseXml } from '../kit/xml.ts';

const SAMPLE =
  /^[a-z_]+(?:\{[a-z]+="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-z]+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?[\d.e+]+$/u;

/** The lines of an output; what follows the last line end is nothing. */
function linesOf(output: string): string[] {
  return output.split('\n').slice(0, -1);
}

/** `fault` for every line of which the claim is not true. */
function unless(
  lines: readonly string[],
  fault: string,
  claim: (line: string) => boolean,
): string[] {
  return lines.filter((line) => !claim(line)).map((line) => `${fault}: ${line}`);
}

function expositionFaults(output: string): string[] {
  const lines = linesOf(output);
  const samples = lines.filter((line) => !line.startsWith('#'));
  const series = samples.map((line) => line.slice(0, line.lastIndexOf(' ')));
  // Families in order of appearance; one that comes twice is not contiguous.
  const names = lines.map((line) => /^(?:# (?:HELP|TYPE) )?([a-z_]+)/.exec(line)?.[1] ?? '');
  const families = names.filter((name, place) => name !== names[place - 1]);
  return [
    ...unless(samples, 'no sample', (line) => SAMPLE.test(line)),
    ...unless(families, 'no HELP, then TYPE', (name) => {
      const place = names.indexOf(name);
      const [help = '', type = ''] = lines.slice(place);
      return help.startsWith(`# HELP ${name} `) && type === `# TYPE ${name} gauge`;
    }),
    ...(new Set(families).size < families.length ? ['a family is torn apart'] : []),
    ...(new Set(series).size < series.length ? ['a series comes twice'] : []),
  ];
}

function nagiosFaults(output: string): string[] {
  const [first = '', ...long] = linesOf(output);
  const [text = '', measures = ''] = first.split(' | ');
  const measure = "'[^'=|]+'=-?\\d+s?[;:\\d]*";
  return [
    ...unless([text], 'no status', (line) => /^AUTH (?:OK|WARNING|CRITICAL): ./.test(line)),
    ...unless([text], 'too long', (line) => columnsOf(line) < 80),
    ...unless([measures], 'no perfdata', (line) =>
      new RegExp(`^${measure}(?: ${measure})*$`, 'u').test(line),
    ),
    ...unless(long, 'a bar in the long text', (line) => !line.includes('|')),
  ];
}

function githubFaults(output: string): string[] {
  const lines = linesOf(output);
  const parts = lines.map((line) => {
    const [, type = '', title = '', message = ''] =
      /^::(error|warning|notice) title=((?:(?!::|,).)*)::(.+)$/u.exec(line) ?? [];
    return { type, title, message };
  });
  const mostOfOne = Math.max(
    0,
    ...['error', 'warning', 'notice'].map((type) => parts.filter((p) => p.type === type).length),
  );
  return [
    ...unless(
      parts.map(({ type }) => type),
      'no annotation',
      (type) => type !== '',
    ),
    ...unless(
      parts.map(({ title }) => title),
      'open title',
      (title) => !/%(?!25|3A|2C)/.test(title),
    ),
    ...unless(
      parts.map(({ message }) => message),
      'open message',
      (m) => !/%(?!25|0A)/.test(m),
    ),
    ...unless(
      parts.map(({ message }) => message),
      'too long',
      (m) => m.length <= 4096,
    ),
    ...(mostOfOne > 10 ? ['more than 10 of a type'] : []),
  ];
}

function markdownFaults(output: string): string[] {
  const prose = linesOf(output.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, ''));
  const rows = prose.filter((line) => line.startsWith('| '));
  const outsideCode = prose.map((line) => line.replace(/`[^`]*`/g, ''));
  return [
    ...unless(rows, 'not five cells', (row) => {
      // As cmark-gfm splits a row: a backslash takes the next punctuation with it.
      const bars = row.replace(/\\[!-/:-@[-`{-~]/g, '').match(/\|/g) ?? [];
      return bars.length === 6;
    }),
    ...unless(outsideCode, 'HTML', (line) => !/<(?!\/?code>)/.test(line)),
    ...unless(
      outsideCode,
      'a link or a mention',
      (line) => !/(?<![\w\\])@\w|https?:\/\/|(?<!\\)!\[|www\./.test(line),
    ),
  ];
}

function junitFaults(output: string): string[] {
  const elements = parseXml(output);
  const suite = elements.find(({ name }) => name === 'testsuite');
  return [
    ['tests', 'testcase'],
    ['failures', 'failure'],
    ['skipped', 'skipped'],
  ].flatMap(([attribute = '', element = '']) =>
    Number(suite?.attributes[attribute]) === elements.filter((e) => e.name === element).length
      ? []
      : [`${attribute} is not the number of ${element}`],
  );
}

function codeQualityFaults(output: string): string[] {
  const entries = JSON.parse(output) as Record<string, unknown>[];
  const prints = new Set(entries.map(({ fingerprint }) => fingerprint));
  return [
    ...(prints.size < entries.length ? ['a fingerprint comes twice'] : []),
    ...entries.flatMap(({ severity, ...entry }) =>
      ['info', 'minor', 'major', 'critical', 'blocker'].includes(String(severity)) &&
      typeof entry['description'] === 'string' &&
      typeof entry['check_name'] === 'string' &&
      JSON.stringify(entry['location']) === '{"path":".gitlab-ci.yml","lines":{"begin":1}}'
        ? []
        : ['not as GitLab wants it'],
    ),
  ];
}

/** Elements that end by themselves. */
const VOID = new Set(['meta', 'link', 'input', 'wbr', 'rect', 'line', 'circle']);

function htmlFaults(output: string): string[] {
  const markup = output.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
  const open: string[] = [];
  const faults: string[] = [];
  for (const [tag, slash, name = ''] of markup.matchAll(
    /<(\/?)([a-z][\w-]*)(?:"[^"]*"|[^">])*>/g,
  )) {
    if (!ELEMENTS.has(name)) faults.push(`an element that is none of ours: ${tag}`);
    if (/\son\w+=|\sstyle=|javascript:/i.test(tag.replaceAll(/"[^"]*"/g, '""'))) faults.push(tag);
    if (slash) {
      if (open.pop() !== name) faults.push(`closes nothing: ${tag}`);
    } else if (!VOID.has(name)) open.push(name);
  }
  const text = markup.replaceAll(/<(?:!doctype html|\/?[a-z](?:"[^"]*"|[^">])*)>/g, '');
  return [
    ...faults,
    ...open.map((name) => `left open: ${name}`),
    ...(/[<>]/.test(text) ? ['a bracket in the text'] : []),
    ...(/&(?!(?:amp|lt|gt|quot|#39);)/.test(markup) ? ['an open entity'] : []),
  ];
}

const ELEMENTS = new Set(
  (
    'html head meta link title style body header main footer section div p span h1 h2 h3 ul li dl dt dd ' +
    'table caption thead tbody tr th td time code wbr pre details summary label input button script ' +
    'svg rect line circle text'
  ).split(' '),
);

function calendarFaults(output: string): string[] {
  const lines = output.split('\r\n').slice(0, -1);
  const ids = readCalendar(output).map(({ uid }) => uid);
  return [
    ...unless(lines, 'over 75 octets', (line) => Buffer.byteLength(line) <= 75),
    ...unless(lines, 'a lone line end', (line) => !/[\r\n]/.test(line)),
    ...(new Set(ids).size < ids.length ? ['a UID comes twice'] : []),
  ];
}

const contracts: Readonly<Record<ReporterName, ReporterContract>> = {
  text: { grammar: () => [] },
  json: {
    escapesItself: true,
    grammar(output) {
      parseReport(JSON.parse(output));
      return [];
    },
  },
  plain: {
    allowed: /\t/g,
    grammar: (output) =>
      unless(linesOf(output), 'not seven fields', (line) =>
        /^(?:fail|warn|notice|info)\t[a-z_]+(?:\t[^\t]*){5}$/u.test(line),
      ),
  },
  word: {
    grammar: (output) => unless([output], 'no word', (w) => /^(?:ok|expiring|failing)\n$/.test(w)),
  },
  junit: { grammar: junitFaults },
  github: { grammar: githubFaults },
  gitlab: { escapesItself: true, grammar: codeQualityFaults },
  prometheus: { escapesItself: true, grammar: expositionFaults },
  nagios: { grammar: nagiosFaults },
  markdown: { grammar: markdownFaults },
  html: { grammar: htmlFaults },
  ics: { allowed: /\r\n/g, grammar: calendarFaults },
};

for (const name of reporterNames) keepsReporterContract(name, contracts[name]);
