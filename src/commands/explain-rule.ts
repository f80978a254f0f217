// Names the rule behind a finding, why it counts as it does, and the lines of config that switch it.
import { defaultSeverity } from '../core/finding.ts';
import type { ReportFinding } from '../core/report.ts';
import { RULES, rulesOf, type RuleSwitch } from '../core/rules.ts';
import { hidesSomething, label } from '../core/terminal.ts';
import { findingPhrases } from '../core/phrases/finding-phrases.ts';
import { VARIANTS } from '../config/severity-table.ts';
import { OWN_POLICIES } from '../core/policy.ts';
import type { Context } from './context.ts';
import type { Page } from './page.ts';

/** Facts that the title or another line says already. */
const SAID: ReadonlySet<string> = new Set(['type', 'message', 'requestId', 'status']);

export function ruleLines(finding: ReportFinding, context: Context, page: Page): string[] {
  const { code } = finding;
  return [
    ...page.paragraph(findingPhrases.about[code].means, 1),
    ...page.terms([
      ['rule', `${code}, ${severityWords(finding, context)}`],
      ...rulesOf(finding).map((name) => [name, `${RULES[name].what} ${RULES[name].why}`] as const),
      ['evidence', evidenceWords(finding, page) || null],
      ...switchRows(finding, context),
      ['more', `auth-monitor explain ${code}`],
    ]),
    ...page.paragraph('To fix it:', 1),
  ];
}

function severityWords({ code, severity, facts }: ReportFinding, { policy }: Context): string {
  const variants = VARIANTS[code] ?? [];
  const isConfigured = [code, ...variants.map((variant) => `${code}.${variant}` as const)].some(
    (key) => policy.severity[key] !== undefined,
  );
  if (facts['excluded'] !== undefined) return `${severity}, since OpenClaw never picks it`;
  if (facts['ignored'] === true) return `${severity}, since the config ignores the profile`;
  if (severity === defaultSeverity[code]) return `${severity} by default`;
  if (isConfigured) return `${severity} by policy ${policy.name} or config`;
  return policy.name.startsWith('openclaw') || policy.name === 'auto'
    ? `${severity} by policy ${policy.name}`
    : `${severity} in these circumstances`;
}

function evidenceWords({ facts }: ReportFinding, { charset }: Page): string {
  return Object.entries(facts)
    .filter(([name]) => !SAID.has(name))
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : String(value);
      return `${label(name, 40, charset)}: ${label(text, 120, charset)}`;
    })
    .join('; ');
}

/** Pasteable lines of config; a mirror answers as its OpenClaw does, whatever the config says. */
function switchRows(
  finding: ReportFinding,
  { policy }: Context,
): readonly (readonly [string, string | null])[] {
  const { code, profileId } = finding;
  if (!Object.hasOwn(OWN_POLICIES, policy.name)) {
    return [['switch', 'not under this policy, which answers as OpenClaw does']];
  }
  const isShown = profileId !== null && profileId.length <= 120 && !hidesSomething(profileId);
  const id = isShown ? profileId : null;
  const special = rulesOf(finding).flatMap((name): readonly RuleSwitch[] => RULES[name].switches);
  const ofRules = special.map(({ config, effect }) => {
    const text = configText(config, id);
    return ['switch', text === null ? null : `${text}: ${effect}`] as const;
  });
  return [
    ...(ofRules.length > 0
      ? ofRules
      : [['switch', configText({ severity: { [code]: 'info' } }, id)] as const]),
    ['for it alone', configText({ profiles: { ID: { ignore: true } } }, id)],
  ];
}

/** Config on one line with the profile's own id; null where that cannot be shown as it is. */
function configText(config: RuleSwitch['config'], profileId: string | null): string | null {
  const text = inline(config);
  if (!text.includes("'ID'") && !/\bID:/.test(text)) return text;
  return profileId === null
    ? null
    : text.replace(/'ID'|\bID(?=:)/, () => JSON.stringify(profileId));
}

function inline(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, inner]) => {
    return `${/^\w+$/.test(key) ? key : `'${key}'`}: ${inline(inner)}`;
  });
  return `{ ${entries.join(', ')} }`;
}
