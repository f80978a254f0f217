// Judges coverage: does every provider that an agent's models use have a credential, and who uses what.
import type { Route } from '../core/agent.ts';
import type { AgentCase, Check, Draft, JudgedProfile } from './check.ts';

export const coverage: Check = {
  name: 'coverage',
  judge: (agentCase) => [...missing(agentCase), ...hidden(agentCase), ...unused(agentCase)],
};

function missing(agentCase: AgentCase): Draft[] {
  const { agent, gateway, blind, profiles } = agentCase;
  // From a store that cannot be read nothing may be concluded about what is absent.
  if (blind) return [];
  if (agent.routes.length === 0) {
    const none = profiles.length === 0 && agent.malformed.length === 0 && gateway.anyKey() === null;
    return none ? [{ code: 'provider_missing', facts: { anyProvider: true } }] : [];
  }
  const uncovered = agent.routes.filter((route) => needsCredential(route, agentCase));
  return [...new Set(uncovered.map((route) => route.provider))].map((provider) => ({
    code: 'provider_missing',
    provider,
    facts: {
      usedBy: [...new Set(uncovered.filter((r) => r.provider === provider).map((r) => r.use))],
      ...(profiles.some((p) => p.provider === provider) ? { excluded: true } : {}),
    },
  }));
}

function needsCredential(route: Route, { gateway, profiles }: AgentCase): boolean {
  const { provider } = route;
  // A model run by another program (claude-cli) uses that program's login.
  if (gateway.needsNoKey(provider) || gateway.servedBy(route)?.endsWith('-cli')) return false;
  if (profiles.some((p) => p.provider === provider && p.excluded === null)) return false;
  return gateway.key(provider) === null;
}

// A key may stand in a file of the gateway's service that this user cannot read: then it is unknown
// whether the provider has one, and unknown is not fine.
function hidden(agentCase: AgentCase): Draft[] {
  const { agent, gateway, profiles } = agentCase;
  const bare = agent.routes.filter(
    ({ provider }) => !profiles.some((p) => p.provider === provider && p.excluded === null),
  );
  const paths = bare.map(({ provider }) => gateway.key(provider)?.unreadable ?? null);
  return [...new Set(paths.filter((path) => path !== null))].map((path) => ({
    code: 'store_unreadable',
    variant: 'environment',
    severity: 'warn',
    facts: { path, problem: 'permission' },
  }));
}

function unused({ profiles, policy }: AgentCase): Draft[] {
  if (policy.scope === 'all') return [];
  return profiles
    .filter((profile) => !profile.inUse)
    .map((profile) => ({ code: 'profile_unused', profile, facts: unusedFacts(profile) }));
}

function unusedFacts({ health, expiry }: JudgedProfile): Draft['facts'] {
  return { health, ...(expiry.at === null ? {} : { expiresAt: expiry.at }) };
}
