// Decides who among an incident's members a channel hears about: its own filters, then the silences.
import type { Channel } from './alert-policy.ts';
import { compareSeverity } from '../finding.ts';
import type { HeldBackReason, Incident, Member, Silence } from './incident.ts';
import type { Notifier } from './notification.ts';
import { normalizeProvider } from '../provider.ts';

/** A channel as the reducer sees it: what it wants to hear, not how it sends. */
export type ChannelInfo = Omit<Channel, 'notifier'> & Pick<Notifier, 'name' | 'tellsEach'>;

type Deaf = Extract<HeldBackReason, 'not_routed' | 'below_min_severity' | 'silenced'>;

/** The members to tell, or why there are none. */
export type Audience =
  | { readonly members: readonly [Member, ...Member[]] }
  | { readonly reason: Deaf };

/** What concerns no agent or no provider in particular concerns all of them and passes those filters. */
export function audienceOf(
  incident: Incident,
  channel: ChannelInfo,
  silences: readonly Silence[],
): Audience {
  if (!wants(incident, channel)) return { reason: 'not_routed' };
  const routed = incident.members.filter((member) => isRouted(incident, member, channel));
  if (routed.length === 0) return { reason: 'not_routed' };
  if (compareSeverity(incident.severity, channel.minSeverity) > 0) {
    return { reason: 'below_min_severity' };
  }
  const [first, ...others] = routed.filter(
    (member) => !silences.some((silence) => isSilenced(incident, member, silence)),
  );
  return first ? { members: [first, ...others] } : { reason: 'silenced' };
}

function wants({ provider, code }: Incident, { providers, codes }: ChannelInfo): boolean {
  if (codes.length > 0 && !codes.includes(code)) return false;
  if (providers.length === 0 || provider === null) return true;
  return providers.some((name) => normalizeProvider(name) === normalizeProvider(provider));
}

function isRouted({ gateway }: Incident, { agent }: Member, { agents }: ChannelInfo): boolean {
  if (agents.length === 0 || agent === null) return true;
  return agents.includes(agent) || agents.includes(`${gateway}/${agent}`);
}

/** True when a silence matches a member in every name that it gives. */
export function isSilenced(
  { gateway, provider, code }: Incident,
  { agent, profileId }: Member,
  silence: Silence,
): boolean {
  const pairs: readonly (readonly [string | null, string | null])[] = [
    [silence.gateway, gateway],
    [silence.agent, agent],
    [silence.profileId, profileId],
    [
      silence.provider && normalizeProvider(silence.provider),
      provider && normalizeProvider(provider),
    ],
    [silence.code, code],
  ];
  return pairs.every(([wanted, actual]) => wanted === null || wanted === actual);
}
