// Lets a run or a check go on where the last run stopped in OpenClaw's records.
import { MonitorError } from '../core/errors.ts';
import { normalizeProvider } from '../core/provider.ts';
import { RunMemory } from '../core/run-memory.ts';
import { createIdentity } from '../identity.ts';
import type { PassiveRequest } from '../passive-records.ts';
import { probeKey } from '../probe-key.ts';
import type { RunRequest } from '../run.ts';
import { readAlertState, readPassiveMemory, readSalt, savePassiveMemory } from '../state/index.ts';
import type { Alerts } from './alert.ts';

type Memory = NonNullable<PassiveRequest['memory']>;

/**
 * The request with the memory of the last run. Without a state to keep it in, a bounded window is
 * searched each time. A run on some agents, or a dry one, leaves the memory as it is.
 */
export function withPassiveMemory(
  request: RunRequest,
  {
    dir,
    salt,
    fault,
    log,
    memory: past,
  }: Pick<Alerts, 'dir' | 'salt' | 'fault' | 'log' | 'memory'>,
  access: 'read' | 'write',
): RunRequest {
  const { passive, filter } = request;
  if (passive === undefined || dir === null || fault !== null) return request;
  const mayKeep = access === 'write' && filter.agents.length === 0;
  const keep: Memory['keep'] = (memory) => {
    if (!mayKeep) return;
    try {
      savePassiveMemory(dir, memory);
    } catch (error) {
      // Then the next run reads again what this one has; no alert is lost by it.
      if (!(error instanceof MonitorError)) throw error;
      log.warn(error);
    }
  };
  return { ...request, passive: { ...passive, memory: memoryIn(dir, salt, past, keep) } };
}

/** The request of a check, which sees what runs have learned and adds nothing to it. Throws a ReadError. */
export function withLastRun(request: RunRequest, dir: string): RunRequest {
  const { passive } = request;
  const salt = readSalt(dir);
  if (passive === undefined || salt === null) return request;
  const past = new RunMemory(readAlertState(dir).state);
  return {
    ...request,
    passive: { ...passive, memory: memoryIn(dir, salt, past, () => undefined) },
  };
}

function memoryIn(dir: string, salt: Buffer, past: RunMemory, keep: Memory['keep']): Memory {
  const identity = createIdentity(salt);
  return {
    earlier: readPassiveMemory(dir),
    credentialId: (profile) => identity.credentialId(profile),
    lastAnswer({ provider, type, secret }) {
      if (secret === null) return null;
      const key = probeKey(identity, normalizeProvider(provider), type, secret);
      return past.note(key)?.verdict ?? null;
    },
    keep,
  };
}
