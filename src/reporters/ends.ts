// Gathers the ends of credentials that a report knows: one for each credential, however many agents share it.
import type { Report, ReportLogin, ReportProfile } from '../core/report.ts';
import { agentName } from './subject.ts';

/** When one credential ends. Names are as stored, nothing is escaped yet. */
export interface End {
  /** Stays the same when the credential is renewed: gateway, agent and profile that come first. */
  readonly key: readonly string[];
  readonly name: string;
  readonly provider: string;
  /** As `--agent` takes them, in order. */
  readonly agents: readonly string[];
  /** ISO. */
  readonly expiresAt: string;
  readonly estimated: boolean;
}

/**
 * Those that somebody has to renew by hand, soonest first. What OpenClaw or its program renews by
 * itself has an end every hour, and what nobody uses is missed by nobody.
 */
export function endsOf(report: Report): readonly End[] {
  const ends = new Map<string, End & { readonly agents: string[] }>();
  for (const agent of report.agents) {
    const name = agentName(report, agent.gateway, agent.id) ?? '';
    for (const profile of agent.profiles) {
      if (profile.expiresAt === null || !counts(profile, report)) continue;
      const { credentialId, profileId, expiresAt, provider } = profile;
      const group = [agent.gateway, credentialId, profileId, expiresAt].join('\0');
      const known = ends.get(group);
      if (known) known.agents.push(name);
      else {
        ends.set(group, {
          key: [agent.gateway, agent.id, profileId],
          name: profileId,
          provider,
          agents: [name],
          expiresAt,
          estimated: profile.expirySource === 'estimated',
        });
      }
    }
  }
  const logins = (report.logins ?? []).flatMap((login) => endOfLogin(report, login));
  // Times of one format are in the order of their letters.
  return [...ends.values(), ...logins].toSorted((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
}

function counts({ inUse, refreshable }: ReportProfile, { scope }: Report): boolean {
  return !refreshable && (inUse || scope === 'all');
}

function endOfLogin(report: Report, login: ReportLogin): readonly End[] {
  const { gateway, id, agents, expiresAt, expirySource } = login;
  if (expiresAt === null || login.refreshable) return [];
  return [
    {
      key: [gateway, 'login', id],
      name: id,
      provider: id,
      agents: agents.map((agent) => agentName(report, gateway, agent) ?? ''),
      expiresAt,
      estimated: expirySource === 'estimated',
    },
  ];
}
