// Decides what findings come to, and with which code a verdict ends. On the hot path.
import type { ExitCode, Verdict } from './exit-code.ts';
import type { Severity } from './finding.ts';

export const EXIT_CODES: Readonly<Record<Verdict, ExitCode>> = { ok: 0, expiring: 2, failing: 1 };

/** Any `fail` is failing, else any `warn` is expiring. */
export function verdictOf(findings: readonly { readonly severity: Severity }[]): Verdict {
  if (findings.some(({ severity }) => severity === 'fail')) return 'failing';
  return findings.some(({ severity }) => severity === 'warn') ? 'expiring' : 'ok';
}
