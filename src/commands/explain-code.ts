// Explains a finding code: its page of the documentation, and how the policies differ about it.
import { defaultSeverity, type FindingCode, type Severity } from '../core/finding.ts';
import { OWN_POLICIES, type MirrorName } from '../core/policy.ts';
import { readFindingPage } from '../finding-page.ts';
import type { Page } from './page.ts';

/** The findings by which each mirror says what its OpenClaw would. A directory or agent that is not there fails everywhere. */
export const MIRRORED: Readonly<Record<MirrorName, readonly FindingCode[]>> = {
  'openclaw-2026.2': [
    'provider_missing',
    'profile_expired',
    'profile_expiring',
    'profile_malformed',
    'gateway_config_invalid',
  ],
  'openclaw-2026.6': [
    'provider_missing',
    'profile_expired',
    'profile_expiring',
    'profile_credential_missing',
    'store_unreadable',
    'gateway_config_invalid',
  ],
  'openclaw-2026.9': [
    'provider_missing',
    'profile_expired',
    'profile_expiring',
    'secret_ref_unresolved',
    'store_unreadable',
    'store_migration_required',
    'gateway_config_invalid',
  ],
};

const EVERYWHERE: readonly FindingCode[] = ['gateway_not_found', 'agent_not_found'];

/** What `strict` changes beyond severities. */
const STRICT: Readonly<Partial<Record<FindingCode, string>>> = {
  profile_refresh_due: 'no trust in the renewal, so the login is judged by its clock',
  profile_refresh_stalled: 'no trust in the renewal, so the login is judged by its clock',
  profile_expired: 'counts logins that OpenClaw would renew, too',
  profile_expiring: 'counts logins that OpenClaw would renew, too',
  profile_unused: 'never: every stored profile counts',
};

/** The whole page, as lines for a terminal. */
export function codeLines(code: FindingCode, page: Page): readonly string[] {
  const lines = [page.paint.bold(code)];
  for (const { heading, blocks } of readFindingPage(code)) {
    if (heading !== null) lines.push(...page.heading(heading));
    for (const [index, block] of blocks.entries()) {
      const depth = heading === null ? 0 : 1;
      if (index > 0 || heading === null) lines.push('');
      if (block.kind === 'text') lines.push(...page.paragraph(block.text, depth));
      else {
        // As they stand: a config that is wrapped is none.
        for (const line of block.lines) lines.push(...codeLine(line, page));
      }
    }
  }
  return [...lines, ...page.heading('By policy'), ...page.terms(policyRows(code))];
}

function codeLine(line: string, page: Page): string[] {
  return [`    ${page.paint.cyan(line)}`.trimEnd()];
}

function policyRows(code: FindingCode): readonly (readonly [string, string])[] {
  const inStrict: Severity = OWN_POLICIES.strict.severity[code] ?? defaultSeverity[code];
  const mirrors = Object.entries(MIRRORED).map(([name, codes]) => {
    const has = codes.includes(code) || EVERYWHERE.includes(code);
    return [name, has ? 'as that OpenClaw counts it' : 'never'] as const;
  });
  return [['default', defaultSeverity[code]], ['strict', STRICT[code] ?? inStrict], ...mirrors];
}
