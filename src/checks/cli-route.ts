// Decides whether an agent reaches a provider only through that provider's own command line.
import type { Agent, Gateway } from '../core/agent.ts';

/** True when every model of the provider that the agent calls is served by a CLI, e.g. claude-cli. */
export function isServedByCli(gateway: Gateway, agent: Agent, provider: string): boolean {
  const routes = agent.routes.filter((route) => route.provider === provider);
  return routes.length > 0 && routes.every((route) => gateway.servedBy(route)?.endsWith('-cli'));
}
