// Says of a gateway what the JSON report prints: its places, its policy, what was looked at.
import type { CollectOptions } from './collect.ts';
import type { Gateway } from './core/agent.ts';
import type { PolicyName } from './core/policy.ts';
import type { ReportGateway } from './core/report.ts';
import { sourcesFor } from './passive-records.ts';

/** The row of a gateway; keys outside the stores only where rows of profiles are printed. */
export function reportGateway(
  gateway: Gateway,
  policyName: PolicyName,
  { passive, rows }: CollectOptions,
): ReportGateway {
  const { label, stateDir, configPath, storage } = gateway;
  const keys = rows?.keys(gateway) ?? [];
  return {
    label,
    stateDir,
    configPath,
    storage,
    policy: policyName,
    ...(passive ? { passive: sourcesFor(policyName, passive.sources) } : {}),
    ...(keys.length > 0 ? { keys } : {}),
  };
}
