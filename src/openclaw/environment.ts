// Layers the environment of a gateway: who wins for a variable, and where a key was found.
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Env, Files } from '../world.ts';

export interface EnvLayer {
  /** For people, e.g. `~/.openclaw/.env`; empty for our own process. */
  readonly name: string;
  readonly env: Env;
  /** The monitor's own environment, which need not be the gateway's. */
  readonly own: boolean;
}

export interface FoundVariable {
  readonly value: string;
  readonly layer: EnvLayer;
}

/**
 * The environment of a gateway. Its own files win over our process, which need not be the one the
 * gateway runs in. Blank values count as unset (2026.2.9).
 */
export class Environment {
  readonly #layers: EnvLayer[];

  constructor(layers: readonly EnvLayer[]) {
    this.#layers = [...layers];
  }

  /** Adds a layer of the gateway: it loses against the gateway's others and wins over our own. */
  append(layer: EnvLayer): void {
    const own = this.#layers.findIndex((present) => present.own);
    this.#layers.splice(own < 0 ? this.#layers.length : own, 0, layer);
  }

  find(name: string): FoundVariable | null {
    for (const layer of this.#layers) {
      const value = Object.hasOwn(layer.env, name) ? layer.env[name]?.trim() : undefined;
      if (value) return { value, layer };
    }
    return null;
  }
}

/** Reads the `.env` files of a gateway; an absent file is an empty layer, an unreadable one a fault. */
export function envFileLayers(
  files: Files,
  paths: readonly string[],
): { layers: EnvLayer[]; faults: { path: string; code: string }[] } {
  const layers: EnvLayer[] = [];
  const faults: { path: string; code: string }[] = [];
  for (const path of paths) {
    try {
      if (files.stat(path) === null) continue;
      const env = parseEnv(files.read(path).toString('utf8')) as Env;
      layers.push({ name: path, env, own: false });
    } catch (error) {
      faults.push({ path, code: (error as NodeJS.ErrnoException).code ?? 'unreadable' });
    }
  }
  return { layers, faults };
}

/** The trusted `.env` of a state directory. */
export function stateEnvFile(stateDir: string): string {
  return join(stateDir, '.env');
}
