// Judges the stores themselves: unreadable, waiting for a migration, readable by others.
import type { StoreFault } from '../core/agent.ts';
import type { Check, Draft } from './check.ts';

export const store: Check = {
  name: 'store',
  judge: ({ agent }) => agent.faults.map(storeDraft),
};

/** The draft of a store fault, also for faults of the gateway itself. */
export function storeDraft({ code, path, problem, detail }: StoreFault): Draft {
  if (code === 'store_permissions') return { code, facts: { path, mode: detail ?? '' } };
  if (code === 'store_migration_required') return { code, facts: { path } };
  return { code, facts: { path, problem, ...(detail === null ? {} : { detail }) } };
}
