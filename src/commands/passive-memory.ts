// Lets a scheduled run go on where the last one stopped in OpenClaw's records.
import { MonitorError } from '../core/errors.ts';
import { createIdentity } from '../identity.ts';
import type { RunRequest } from '../run.ts';
import { readPassiveMemory, savePassiveMemory } from '../state/index.ts';
import type { Alerts } from './alert.ts';

/**
 * The request with the memory of the last run. Without a state to keep it in, a bounded window is
 * searched each time, as `check` does. A run on some agents, or a dry one, leaves the memory as it is.
 */
export function withPassiveMemory(
  request: RunRequest,
  { dir, salt, fault, log }: Pick<Alerts, 'dir' | 'salt' | 'fault' | 'log'>,
  access: 'read' | 'write',
): RunRequest {
  const { passive, filter } = request;
  if (passive === undefined || dir === null || fault !== null) return request;
  const mayKeep = access === 'write' && filter.agents.length === 0;
  const identity = createIdentity(salt);
  return {
    ...request,
    passive: {
      ...passive,
      memory: {
        earlier: readPassiveMemory(dir),
        credentialId: (profile) => identity.credentialId(profile),
        keep(memory) {
          if (!mayKeep) return;
          try {
            savePassiveMemory(dir, memory);
          } catch (error) {
            // Then the next run reads again what this one has; no alert is lost by it.
            if (!(error instanceof MonitorError)) throw error;
            log.warn(error.message);
          }
        },
      },
    },
  };
}
