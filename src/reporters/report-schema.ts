// The published schema of the JSON report.
import * as z from 'zod';
import { defaultSeverity, type FindingCode } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { alerts } from './report-schema-alerts.ts';
import { count, iso, probe, probeSummary } from './report-schema-probe.ts';

const health = z.enum(['ok', 'expiring', 'expired', 'missing', 'static']);
const severity = z.enum(['fail', 'warn', 'notice', 'info']);
const credentialType = z.enum(['api_key', 'token', 'oauth']);
const storage = z.enum(['json', 'sqlite', 'none']);
const expirySource = z.enum(['stored', 'jwt', 'declared', 'provider', 'estimated', 'none']);
const unusableKind = z.enum(['cooldown', 'disabled']);
const codes = Object.keys(defaultSeverity) as [FindingCode, ...FindingCode[]];
const exitCodes = [0, 1, 2, 64, 70, 73, 74, 75, 78] as const;

const profile = z.strictObject({
  profileId: z.string(),
  provider: z.string(),
  type: credentialType,
  credentialId: z.string().describe('The same for the same secret; salted per install.'),
  health,
  usable: z.boolean(),
  inUse: z.boolean().describe("Some agent's models use this provider."),
  refreshable: z.boolean().describe('OpenClaw renews it by itself on its next use.'),
  setAside: z
    .literal(true)
    .exactOptional()
    .describe('Ignored by the config, or never picked by OpenClaw: nothing about it counts.'),
  inheritedFrom: z.string().nullable().describe("Agent id or 'shared'; null when it is its own."),
  foundIn: z.string().exactOptional().describe('Where the value behind a SecretRef was found.'),
  expiresAt: iso.nullable(),
  remainingMs: z.number().nullable(),
  expirySource,
  unusable: z
    .strictObject({ kind: unusableKind, reason: z.string().nullable(), until: iso })
    .nullable(),
  probe: probe.nullable(),
});

const login = z.strictObject({
  gateway: z.string(),
  id: z.string().describe('claude-code, codex, gemini, minimax or qwen.'),
  path: z.string(),
  health,
  refreshable: z.boolean().describe('The program renews it by itself.'),
  expiresAt: iso.nullable(),
  remainingMs: z.number().nullable(),
  expirySource,
  agents: z.array(z.string()).describe('Agents whose models run on it.'),
});

const finding = z.strictObject({
  code: z.enum(codes),
  severity,
  gateway: z.string(),
  agent: z.string().nullable(),
  provider: z.string().nullable(),
  profileId: z.string().nullable(),
  since: iso.nullable(),
  facts: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .describe('Names ending in At or Until are ISO times, in Ms durations in milliseconds.'),
  title: z.string(),
  remedy: z.array(z.string()).describe('Lines to paste; one that starts with # is an advice.'),
  fingerprint: z.string().describe('Stable over runs, hosts and installs.'),
});

const auth = z.strictObject({
  unusableProfiles: z.array(
    z.strictObject({
      agent: z.string(),
      profileId: z.string(),
      provider: z.string().exactOptional(),
      kind: unusableKind,
      reason: z.string().exactOptional(),
      until: z.number().describe('Epoch milliseconds, as OpenClaw prints it.'),
      remainingMs: z.number(),
    }),
  ),
  missingProvidersInUse: z.array(z.string()),
  oauth: z.strictObject({
    warnAfterMs: z.number(),
    profiles: z.array(
      z.strictObject({
        agent: z.string(),
        profileId: z.string(),
        provider: z.string(),
        type: credentialType,
        status: health,
        expiresAt: z.number().exactOptional(),
        remainingMs: z.number().exactOptional(),
      }),
    ),
    providers: z.array(
      z.strictObject({
        agent: z.string(),
        provider: z.string(),
        status: health,
        profiles: z.array(z.string()),
      }),
    ),
  }),
});

/** The JSON report, schemaVersion 1; strict, so that a report of another shape is never half read. */
export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  generatedAt: iso,
  policy: z.string(),
  scope: z.enum(['in-use', 'all']),
  warnWithinMs: z.number(),
  filtered: z.boolean(),
  verdict: z.enum(['ok', 'expiring', 'failing']),
  exitCode: z.literal(exitCodes),
  summary: z.strictObject({
    agents: count,
    profiles: count,
    health: z.strictObject({
      ok: count,
      expiring: count,
      expired: count,
      missing: count,
      static: count,
    }),
    severity: z.strictObject({ fail: count, warn: count, notice: count, info: count }),
    nextExpiryAt: iso.nullable(),
    probes: probeSummary.exactOptional(),
  }),
  gateways: z.array(
    z.strictObject({
      label: z.string(),
      stateDir: z.string(),
      configPath: z.string().nullable(),
      storage,
      policy: z.string(),
      passive: z
        .strictObject({ stats: z.boolean(), transcripts: z.boolean(), log: z.boolean() })
        .exactOptional()
        .describe('Which records of OpenClaw were searched for refusals.'),
      keys: z
        .array(
          z.strictObject({
            provider: z.string(),
            foundIn: z.string().describe('A path, or in words; never the value.'),
            variable: z.string().nullable(),
            presence: z.enum(['present', 'unknown']),
          }),
        )
        .exactOptional()
        .describe('Keys of providers in use that stand outside the stores.'),
    }),
  ),
  agents: z.array(
    z.strictObject({
      gateway: z.string(),
      id: z.string(),
      onDiskOnly: z.boolean(),
      store: z.strictObject({ kind: storage, path: z.string().nullable() }),
      missingProviders: z.array(z.string()),
      profiles: z.array(profile),
    }),
  ),
  logins: z.array(login).exactOptional().describe('Logins of other programs, where asked for.'),
  findings: z.array(finding).describe('Worst first.'),
  auth,
  alerts: alerts.exactOptional().describe('What became of the messages, where people are told.'),
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
// Two types are the same when a generic function of one passes for that of the other; mutual
// assignability would miss an optional key.
/* oxlint-disable typescript/no-unnecessary-type-parameters */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/* oxlint-enable typescript/no-unnecessary-type-parameters */

// Does not compile when the schema and the type in core/report.ts differ.
void (true satisfies Same<Frozen<z.infer<typeof reportSchema>>, Frozen<Report>>);

/** The JSON Schema (draft 2020-12) of the report. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema);
  return {
    $schema,
    title: 'Report of openclaw-auth-monitor',
    description: 'What `check --format json` prints, schemaVersion 1.',
    ...schema,
  };
}
