// Layers the environment of a gateway: who wins for a variable, and where a key was found.
import { parseEnv } from 'node:util';
import type { StoreFault } from '../core/agent.ts';
import type { Env, Files } from '../world.ts';
import { lookAt } from './look.ts';
import { unreadable } from './json-file.ts';

/** The name of the layer that is the monitor's own process. */
export const OWN_ENVIRONMENT = 'own environment';

export interface EnvLayer {
  /** Where it comes from: a path, `config env` or `own environment`. */
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
  /** A source that is there and could not be read: what is not found may stand in it. */
  readonly unread: string | null;

  constructor(layers: readonly EnvLayer[], unread: string | null = null) {
    this.#layers = [...layers];
    this.unread = unread;
  }

  /** Adds a layer of the gateway: it loses against the gateway's others and wins over our own. */
  append(layer: EnvLayer): void {
    const own = this.#layers.findIndex((present) => present.own);
    this.#layers.splice(own < 0 ? this.#layers.length : own, 0, layer);
  }

  find(name: string): FoundVariable | null {
    return this.#first(name, (value) => value.trim());
  }

  /** What `${NAME}` becomes: there blanks are a value like any other. */
  findText(name: string): string | null {
    return this.#first(name, (value) => value)?.value ?? null;
  }

  #first(name: string, read: (value: string) => string): FoundVariable | null {
    for (const layer of this.#layers) {
      const stored = Object.hasOwn(layer.env, name) ? layer.env[name] : undefined;
      const value = stored === undefined ? '' : read(stored);
      if (value !== '') return { value, layer };
    }
    return null;
  }
}

/** Largest file of variables that is read. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads one file of variables; empty when nothing is there, a fault when it cannot be read. `asNode` makes
 * of its text what Node reads likewise.
 */
export function readEnvFile(
  files: Files,
  path: string,
  asNode = ofDotenv,
): { env: Env; fault: StoreFault | null } {
  const { kind, size } = lookAt(files, path);
  if (kind === 'absent') return { env: {}, fault: null };
  if (kind === 'directory' || kind === 'other') {
    return { env: {}, fault: unreadable(path, 'not_a_file', null) };
  }
  if (size > MAX_BYTES) return { env: {}, fault: unreadable(path, 'too_large', null) };
  try {
    return { env: parseEnv(asNode(files.text(path))), fault: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    return { env: {}, fault: unreadable(path, 'permission', code) };
  }
}

// OpenClaw reads such files with dotenv, which takes a mark of the encoding, `NAME: value` and a lone CR
// that Node does not take (measured with 2026.2.9).
function ofDotenv(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^([ \t]*(?:export[ \t]+)?[\w.-]+):(?=[ \t])/gm, '$1=');
}
