// The shape of the JSON report, schemaVersion 1. What stands here is public; the reporters and
// the alert side read nothing else.
import type { ExitCode, Verdict } from './exit-code.ts';
import type { FindingCode, Severity } from './finding.ts';
import type { ExpirySource, Health } from './health.ts';
import type { CredentialType } from './profile.ts';
import type { ReportAlerts } from './report-alerts.ts';
import type { PassiveSources } from './sighting.ts';

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Iso = string;

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly generatedAt: Iso;
  readonly policy: string;
  readonly scope: 'in-use' | 'all';
  readonly warnWithinMs: number;
  /** Some agents, providers or profiles were left out by a filter, so absence proves nothing. */
  readonly filtered: boolean;
  readonly verdict: Verdict;
  readonly exitCode: ExitCode;
  readonly summary: ReportSummary;
  readonly gateways: readonly ReportGateway[];
  readonly agents: readonly ReportAgent[];
  /** Logins of other programs; absent when the config asks for none. */
  readonly logins?: readonly ReportLogin[];
  /** Worst first. */
  readonly findings: readonly ReportFinding[];
  readonly auth: ReportAuth;
  /** What became of the messages; only of a command that tells people. */
  readonly alerts?: ReportAlerts;
}

export interface ReportSummary {
  readonly agents: number;
  readonly profiles: number;
  readonly health: Readonly<Record<Health, number>>;
  readonly severity: Readonly<Record<Exclude<Severity, 'off'>, number>>;
  /** The next expiry ahead of `generatedAt` that counts, null when none is known. */
  readonly nextExpiryAt: Iso | null;
  /** Only of a run that asked providers. */
  readonly probes?: ReportProbeSummary;
}

export interface ReportGateway {
  readonly label: string;
  readonly stateDir: string;
  readonly configPath: string | null;
  readonly storage: 'json' | 'sqlite' | 'none';
  /** The policy that judged this gateway; differs from the report's with `--policy auto`. */
  readonly policy: string;
  /** Which records of OpenClaw were searched for refusals; absent where none was. */
  readonly passive?: PassiveSources;
  /** Keys of providers in use that stand outside the stores; absent without the rows of profiles. */
  readonly keys?: readonly ReportKey[];
}

/** Where a provider's key was found; its value is in no report. */
export interface ReportKey {
  readonly provider: string;
  /** A path, `own environment`, `config env`, `config models.providers.acme.apiKey`, … */
  readonly foundIn: string;
  readonly variable: string | null;
  /** `unknown`: the place may hold a key and cannot or may not be looked into. */
  readonly presence: 'present' | 'unknown';
}

export interface ReportAgent {
  readonly gateway: string;
  /** Exactly OpenClaw's id. */
  readonly id: string;
  readonly onDiskOnly: boolean;
  readonly store: { readonly kind: 'json' | 'sqlite' | 'none'; readonly path: string | null };
  readonly missingProviders: readonly string[];
  readonly profiles: readonly ReportProfile[];
}

/** A login that another program keeps for itself. */
export interface ReportLogin {
  readonly gateway: string;
  /** `claude-code`, `codex`, `gemini`, `minimax` or `qwen`. */
  readonly id: string;
  readonly path: string;
  /** `missing` too when the file cannot be read; a finding says so. */
  readonly health: Health;
  /** The program renews it by itself. */
  readonly refreshable: boolean;
  readonly expiresAt: Iso | null;
  readonly remainingMs: number | null;
  readonly expirySource: ExpirySource;
  /** Ids of the agents whose models run on it. */
  readonly agents: readonly string[];
}

export interface ReportProfile {
  readonly profileId: string;
  readonly provider: string;
  readonly type: CredentialType;
  readonly credentialId: string;
  readonly health: Health;
  readonly usable: boolean;
  readonly inUse: boolean;
  readonly refreshable: boolean;
  /** The config ignores it, or OpenClaw never picks it: nothing about it counts. Absent otherwise. */
  readonly setAside?: true;
  readonly inheritedFrom: string | null;
  /** Where the value behind a SecretRef was found; absent for what the store itself holds. */
  readonly foundIn?: string;
  readonly expiresAt: Iso | null;
  readonly remainingMs: number | null;
  readonly expirySource: ExpirySource;
  readonly unusable: {
    readonly kind: 'cooldown' | 'disabled';
    readonly reason: string | null;
    readonly until: Iso;
  } | null;
  readonly probe: ReportProbe | null;
}

export interface ReportProbe {
  readonly level: 'metadata' | 'inference' | 'passive';
  readonly outcome: 'accepted' | 'rejected' | 'inconclusive' | 'not_probed';
  readonly reason: string | null;
  readonly confidence: 'certain' | 'likely';
  readonly checkedAt: Iso;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The provider's machine code or error type, in lower case. */
  readonly code?: string;
  readonly requestId?: string;
  /** The provider's own words about a refusal, without secrets, at most 300 characters. */
  readonly message?: string;
  /** What the answer tells beside: end, balance, limits, plan. Names ending in `At` are ISO times. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** Where this run got no yes or no: the last one, while it is younger than 24 hours. */
  readonly last?: ReportVerdict;
}

/** A yes or no of an earlier run. */
export interface ReportVerdict {
  readonly level: 'metadata' | 'inference';
  readonly outcome: 'accepted' | 'rejected';
  readonly reason: string;
  readonly checkedAt: Iso;
}

/** How many distinct credentials got which outcome. */
export interface ReportProbeSummary {
  readonly accepted: number;
  readonly rejected: number;
  readonly inconclusive: number;
  readonly notProbed: number;
  /** Those that should have been asked and could not be, by reason. */
  readonly unasked: Readonly<Record<string, number>>;
}

export interface ReportFinding {
  readonly code: FindingCode;
  readonly severity: Exclude<Severity, 'off'>;
  readonly gateway: string;
  readonly agent: string | null;
  readonly provider: string | null;
  readonly profileId: string | null;
  readonly since: Iso | null;
  /** Names ending in `At` or `Until` are ISO times, in `Ms` are durations. */
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly title: string;
  readonly remedy: readonly string[];
  /** Stable over runs, hosts and installs; never derived from a secret. */
  readonly fingerprint: string;
}

/** Keeps the key names of `openclaw models status --json`, so that existing jq lines keep working. */
export interface ReportAuth {
  readonly unusableProfiles: readonly {
    readonly agent: string;
    readonly profileId: string;
    readonly provider?: string;
    readonly kind: 'cooldown' | 'disabled';
    readonly reason?: string;
    /** Epoch ms, as OpenClaw prints it. */
    readonly until: number;
    readonly remainingMs: number;
  }[];
  readonly missingProvidersInUse: readonly string[];
  readonly oauth: {
    readonly warnAfterMs: number;
    readonly profiles: readonly {
      readonly agent: string;
      readonly profileId: string;
      readonly provider: string;
      readonly type: CredentialType;
      readonly status: Health;
      readonly expiresAt?: number;
      readonly remainingMs?: number;
    }[];
    readonly providers: readonly {
      readonly agent: string;
      readonly provider: string;
      readonly status: Health;
      readonly profiles: readonly string[];
    }[];
  };
}
