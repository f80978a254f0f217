// Decides when a provider that answers nobody is a finding of its own.
import type { Finding } from './core/finding.ts';
import type { Policy } from './core/policy.ts';
import type { ProbeNote } from './core/probe-note.ts';
import { isUnreachable } from './probes/memory.ts';

/** One request of this run. */
export interface Attempt {
  readonly gateway: string;
  readonly provider: string;
  readonly isSilent: boolean;
  /** Why there was no answer. */
  readonly reason: string;
  readonly note: ProbeNote;
}

/**
 * One finding for each provider of a gateway that gave none of its credentials an answer, once that has
 * lasted. Whoever answers one request can be reached.
 */
export function unreachable(
  attempts: readonly Attempt[],
  { severity }: Pick<Policy, 'severity'>,
  now: number,
): readonly Finding[] {
  const told = severity.probe_unreachable ?? 'notice';
  if (told === 'off') return [];
  const groups = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const name = JSON.stringify([attempt.gateway, attempt.provider]);
    const group = groups.get(name);
    if (group) group.push(attempt);
    else groups.set(name, [attempt]);
  }
  return [...groups.values()].flatMap((group) => {
    const longest = group.find(({ note }) => isUnreachable(note, now));
    if (longest === undefined || !group.every(({ isSilent }) => isSilent)) return [];
    const { gateway, provider, reason } = longest;
    const sinceAt = longest.note.silentSinceAt ?? now;
    const facts = { reason, sinceAt };
    const about = { gateway, agent: null, provider, profileId: null };
    return [
      { code: 'probe_unreachable', severity: told, ...about, since: sinceAt, facts } as const,
    ];
  });
}
