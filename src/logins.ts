// Judges the logins of other programs by the same rules as stored profiles, for the agents that run on them.
import type { Agent, Gateway } from './core/agent.ts';
import type { Finding } from './core/finding.ts';
import { LOGINS } from './core/login.ts';
import type { Policy } from './core/policy.ts';
import type { JudgedProfile } from './checks/check.ts';
import { judgeAgent, severityOf } from './checks/index.ts';
import type { Login } from './openclaw/login-files.ts';

/** A login with what was found about it. */
export interface JudgedLogin {
  readonly gateway: string;
  /** Stands for a profile id. */
  readonly id: string;
  readonly provider: string;
  readonly path: string;
  /** Null when nobody is logged in, or the file cannot be read. */
  readonly judged: JudgedProfile | null;
  /** The agents that run on it. */
  readonly agents: readonly string[];
  readonly findings: readonly Finding[];
}

/** Notes the agents of one gateway that run on each login, one agent after the other. */
export class LoginUsers {
  readonly #gateway: Gateway;
  readonly #users: ReadonlyMap<Login, string[]>;

  constructor(gateway: Gateway, logins: readonly Login[]) {
    this.#gateway = gateway;
    this.#users = new Map(logins.map((login) => [login, []]));
  }

  see({ id, routes }: Agent): void {
    for (const [{ program }, agents] of this.#users) {
      const own: readonly string[] = LOGINS[program].providers;
      const runs = routes.some(
        (route) =>
          own.includes(route.provider) || own.includes(this.#gateway.servedBy(route) ?? ''),
      );
      if (runs) agents.push(id);
    }
  }

  /** Judges each login; one that no agent runs on was asked for all the same, and counts for the gateway. */
  judge(policy: Policy, now: number): JudgedLogin[] {
    return [...this.#users].map(([login, agents]) => {
      const { program, path } = login;
      const { judged, found } = this.#judged(login, policy, now);
      const facts = { login: program, path };
      const findings = found.flatMap((finding) =>
        (agents.length === 0 ? [null] : agents).map((agent) => ({
          ...finding,
          agent,
          facts: { ...finding.facts, ...facts },
        })),
      );
      const { id, providers } = LOGINS[program];
      const about = { gateway: this.#gateway.label, id, provider: providers[0], path };
      return { ...about, judged, agents, findings };
    });
  }

  #judged(
    login: Login,
    policy: Policy,
    now: number,
  ): { readonly judged: JudgedProfile | null; readonly found: readonly Finding[] } {
    const { profile, fault } = login;
    if (profile === null && fault === null)
      return { judged: null, found: this.#absent(login, policy) };
    const [provider] = LOGINS[login.program].providers;
    const { profiles, findings } = judgeAgent(
      // Order, modes and keys of OpenClaw's config say nothing about the login of another program.
      {
        ...this.#gateway,
        faults: [],
        order: new Map(),
        declared: new Map(),
        usedProviders: new Set([provider]),
        key: () => null,
      },
      {
        gateway: this.#gateway.label,
        id: '',
        origin: 'config',
        dir: '',
        store: { kind: 'none', path: login.path, schemaVersion: null },
        profiles:
          profile === null
            ? []
            : [{ profile, inheritedFrom: null, stats: null, refPresence: null, foundIn: null }],
        malformed: [],
        orphanStats: new Map(),
        order: new Map(),
        faults: fault === null ? [] : [fault],
        routes: [],
        usesPresetModel: false,
        usesPresetUtility: false,
      },
      policy,
      now,
    );
    return { judged: profiles[0] ?? null, found: findings };
  }

  #absent({ program, isElsewhere }: Login, policy: Policy): readonly Finding[] {
    const draft = isElsewhere
      ? ({ code: 'secret_ref_unresolved', variant: 'key_chain', severity: 'notice' } as const)
      : ({ code: 'profile_credential_missing' } as const);
    const severity = severityOf(draft, policy);
    const { id, providers } = LOGINS[program];
    if (severity === 'off') return [];
    const finding = {
      code: draft.code,
      severity,
      gateway: this.#gateway.label,
      agent: null,
      provider: providers[0],
      profileId: id,
      since: null,
      facts: { reason: isElsewhere ? 'in_key_chain' : 'not_logged_in' },
    };
    return [finding];
  }
}
