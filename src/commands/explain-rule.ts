// Names the rule behind a finding, why it counts as it does, and the lines of config that switch it.
import { defaultSeverity } from '../core/finding.ts';
import type { ReportFinding } from '../core/report.ts';
import { RULES, rulesOf, type RuleSwitch } from '../core/rules.ts';
import { hidesSomething, label } from '../core/terminal.ts';
import { effectOf } from '../core/phrases/rule-phrases.ts';
import { VARIANTS } from '../config/severity-table.ts';
import { OWN_POLICIES } from '../core/policy.ts';
import type { Narration } from './explain-profile.ts';
import type { Page } from './page.ts';

/** Facts that the title or another line says already. */
const SAID: ReadonlySet<string> = new Set(['type', 'message', 'requestId', 'status']);

export function ruleLines(finding: ReportFinding, narration: Narration): string[] {
  const { page, words, rules, about } = narration;
  const { terms } = words;
  const { code } = finding;
  return [
    ...page.paragraph(about[code].means, 1),
    ...page.terms([
      [terms.rule, `${code}, ${severityWords(finding, narration)}`],
      ...rulesOf(finding).map(
        (name) => [name, `${rules.rules[name].what} ${rules.rules[name].why}`] as const,
      ),
      [terms.evidence, evidenceWords(finding, page) || null],
      ...switchRows(finding, narration),
      [terms.more, `auth-monitor explain ${code}`],
    ]),
    ...page.paragraph(words.toFix, 1),
  ];
}

function severityWords(
  { code, severity, facts }: ReportFinding,
  { context: { policy }, words }: Narration,
): string {
  const { severity: by } = words;
  const variants = VARIANTS[code] ?? [];
  const isConfigured = [code, ...variants.map((variant) => `${code}.${variant}` as const)].some(
    (key) => policy.severity[key] !== undefined,
  );
  if (facts['excluded'] !== undefined) return by.excluded(severity);
  if (facts['ignored'] === true) return by.ignored(severity);
  if (severity === defaultSeverity[code]) return by.standard(severity);
  if (isConfigured) return by.configured(severity, policy.name);
  return policy.name.startsWith('openclaw') || policy.name === 'auto'
    ? by.policy(severity, policy.name)
    : by.circumstances(severity);
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
  { context: { policy }, words, rules }: Narration,
): readonly (readonly [string, string | null])[] {
  const { code, profileId } = finding;
  if (!Object.hasOwn(OWN_POLICIES, policy.name)) {
    return [[words.terms.switch, words.noSwitch]];
  }
  const isShown = profileId !== null && profileId.length <= 120 && !hidesSomething(profileId);
  const id = isShown ? profileId : null;
  const special = rulesOf(finding).flatMap((name): readonly RuleSwitch[] => RULES[name].switches);
  const ofRules = special.map((given) => {
    const text = configText(given.config, id);
    const row = text === null ? null : `${text}: ${effectOf(rules, given)}`;
    return [words.terms.switch, row] as const;
  });
  return [
    ...(ofRules.length > 0
      ? ofRules
      : [[words.terms.switch, configText({ severity: { [code]: 'info' } }, id)] as const]),
    [words.terms.alone, configText({ profiles: { ID: { ignore: true } } }, id)],
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
