// Picks the mirror for one gateway: the named one, or with `auto` the one of the storage found.
import type { MirrorName, PolicyName } from './core/policy.ts';
import { mirrors } from './mirrors/index.ts';
import type { Mirror } from './mirrors/mirror.ts';
import { laterSource } from './openclaw/later-source.ts';
import { storageFound, type StorageGeneration } from './openclaw/storage-found.ts';
import type { GatewaySource } from './openclaw/state-dir.ts';
import type { World } from './world.ts';

const BY_STORAGE: Readonly<Record<StorageGeneration, MirrorName>> = {
  json: 'openclaw-2026.2',
  'agent databases': 'openclaw-2026.6',
  'shared database': 'openclaw-2026.9',
};

export interface PickedMirror {
  readonly name: MirrorName;
  readonly mirror: Mirror;
  /** The stores that are read in its name. */
  readonly era: 'json' | 'sqlite';
  /** The gateway as that version finds it. */
  readonly source: GatewaySource;
}

/** The mirror that answers for `source`; `name` is that of a mirror or `auto`. */
export async function pickMirror(
  world: World,
  source: GatewaySource,
  name: Exclude<PolicyName, 'default' | 'strict'>,
  now: number,
): Promise<PickedMirror> {
  const isOpen = name === 'auto' || mirrors[name].era === 'as found';
  const storage = isOpen ? await storageFound(world, source, now) : null;
  const picked = name === 'auto' ? BY_STORAGE[storage ?? 'json'] : name;
  const mirror: Mirror = mirrors[picked];
  const era = mirror.era === 'as found' ? (storage === 'json' ? 'json' : 'sqlite') : mirror.era;
  const found = picked === 'openclaw-2026.9' ? laterSource(world, source) : source;
  return { name: picked, mirror, era, source: found };
}
