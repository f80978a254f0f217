// The report as JUnit XML: a test case per profile, and one per finding that is about no profile.
import type { Report, ReportFinding } from '../core/report.ts';
import { visible } from '../core/terminal.ts';
import type { Reporter } from './reporter.ts';
import { agentName } from './subject.ts';

interface TestCase {
  readonly classname: string;
  readonly name: string;
  /** Worst first. */
  readonly findings: ReportFinding[];
}

export const junit: Reporter = {
  name: 'junit',
  detail: 'profiles',
  render(report) {
    const cases = testCases(report).map((testCase) => ({ testCase, outcome: outcomeOf(testCase) }));
    const failures = cases.filter(({ outcome }) => outcome?.element === 'failure').length;
    const skipped = cases.filter(({ outcome }) => outcome?.element === 'skipped').length;
    const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
    const suite =
      `  <testsuite name="${attribute(report.tool.name)}" ${counts} time="0"` +
      ` timestamp="${attribute(report.generatedAt)}">`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites ${counts} time="0">`,
      suite,
      ...cases.flatMap(({ testCase, outcome }) => caseLines(testCase, outcome)),
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n');
  },
};

/** Every profile of the report, then whatever was found about no listed profile. */
function testCases(report: Report): TestCase[] {
  const cases = new Map<string, TestCase>();
  const caseFor = (gateway: string, agent: string | null, name: string): TestCase => {
    const key = `${gateway}\0${agent}\0${name}`;
    const known = cases.get(key);
    if (known) return known;
    const classname = agentName(report, gateway, agent) ?? gateway;
    const added = { classname, name, findings: [] };
    cases.set(key, added);
    return added;
  };
  for (const agent of report.agents) {
    for (const { profileId } of agent.profiles) caseFor(agent.gateway, agent.id, profileId);
  }
  for (const finding of report.findings) {
    const { gateway, agent, profileId, provider, code } = finding;
    const name = profileId ?? (provider === null ? code : `${provider} (${code})`);
    caseFor(gateway, agent, name).findings.push(finding);
  }
  return [...cases.values()];
}

interface Outcome {
  readonly element: 'failure' | 'skipped';
  readonly finding: ReportFinding;
}

const SET_ASIDE: ReadonlySet<string> = new Set(['profile_disabled', 'profile_cooldown']);

/** What counts fails; what OpenClaw has set aside for now is skipped; a warning passes, with its text. */
function outcomeOf({ findings }: TestCase): Outcome | null {
  const failing = findings.find(({ severity }) => severity === 'fail');
  if (failing) return { element: 'failure', finding: failing };
  const aside = findings.find(({ code }) => SET_ASIDE.has(code));
  return aside ? { element: 'skipped', finding: aside } : null;
}

function caseLines({ classname, name, findings }: TestCase, outcome: Outcome | null): string[] {
  const head = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}" time="0"`;
  if (findings.length === 0) return [`${head}/>`];
  const said = content(findings.map(findingText).join('\n'));
  const lines = [`${head}>`];
  if (outcome?.element === 'failure') {
    const { title, code } = outcome.finding;
    lines.push(
      `      <failure message="${attribute(title)}" type="${attribute(code)}">${said}</failure>`,
    );
  } else {
    if (outcome) lines.push(`      <skipped message="${attribute(outcome.finding.title)}"/>`);
    lines.push(`      <system-out>${said}</system-out>`);
  }
  return [...lines, '    </testcase>'];
}

function findingText({ severity, code, title, remedy }: ReportFinding): string {
  const head = `${severity} ${code}: ${visible(title)}`;
  return [head, ...remedy.map((line) => `  ${visible(line)}`)].join('\n');
}

// `visible` has replaced every character that XML 1.0 forbids.
function attribute(text: string): string {
  return content(visible(text)).replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}

function content(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
