// Orders the findings of a report: what needs a hand first comes first.
import { compareSeverity, type Finding } from './core/finding.ts';

/** Worst severity first, then what is past or ends first; the same order on every run. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    when(a) - when(b) ||
    compareText(a.gateway, b.gateway) ||
    compareText(a.agent, b.agent) ||
    compareText(a.profileId, b.profileId)
  );
}

// What is past, or ends first, matters first; what has no time comes before any time.
function when({ facts }: Finding): number {
  const at = facts['expiresAt'] ?? facts['until'];
  return typeof at === 'number' ? at : 0;
}

function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
