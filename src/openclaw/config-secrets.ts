// Tells which secret references of `models.providers` OpenClaw 2026.9 would resolve, without running any program.
import { resolve } from 'node:path';
import type { SecretRef } from '../core/profile.ts';
import type { Json } from './config-file.ts';
import { isObject } from './config-file.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';
import { readSecretFile } from './secret-file.ts';
import { parseSecretRef, refPresence, type SecretStoreNames } from './secret-refs.ts';
import { expandTilde, gatewayHome, type GatewaySource, type SystemView } from './state-dir.ts';

/** What `models` commands resolve before anything else, below a provider (2026.9.6); `*` for every entry. */
const TARGETS = [
  'apiKey',
  'headers.*',
  'request.headers.*',
  'request.auth.token',
  'request.auth.value',
  ...['request.proxy.tls', 'request.tls'].flatMap((at) =>
    ['ca', 'cert', 'key', 'passphrase'].map((name) => `${at}.${name}`),
  ),
].map((path) => path.split('.'));

/** Where a reference may lead. */
export interface SecretSurroundings {
  readonly view: SystemView;
  readonly source: GatewaySource;
  readonly facts: ConfigFacts;
  readonly environment: Environment;
  readonly storeNames: SecretStoreNames;
  /** Places of the config that `${NAME}` stood in. */
  readonly named: ReadonlySet<string>;
}

/**
 * True when the reference comes to a value, as for OpenClaw's own command line: a private file is read for
 * it, and nothing of it is kept. Programs are not run, so that theirs come to nothing.
 */
export function resolves(ref: SecretRef, around: SecretSurroundings): boolean {
  const { view, source, facts, environment, storeNames } = around;
  const presence = refPresence(ref, facts, environment, storeNames);
  if (ref.source !== 'file') return presence === 'present';
  const alias = ref.provider || (facts.secretDefaults.get('file') ?? 'default');
  const provider = facts.secretProviders.get(alias);
  if (presence !== 'unknown' || !provider?.path) return false;
  const path = resolve(view.cwd, expandTilde(provider.path, gatewayHome(view, source)));
  return readSecretFile(view.files, path, ref, provider).ok;
}

/** References of `models.providers` that come to nothing; one of them stops every `models` command. */
export function unresolvedSecrets(around: SecretSurroundings): string[] {
  const found: string[] = [];
  for (const [provider, { entry }] of around.facts.providers) {
    for (const target of TARGETS) {
      const refs = valuesAt(entry, target).map(parseSecretRef);
      if (refs.some((ref) => ref !== null && isFollowed(ref) && !resolves(ref, around))) {
        found.push(
          `the secret of models.providers.${provider}.${target.join('.')} is not to be had`,
        );
      }
    }
  }
  return found;
}

/** Placeholders and retired forms are no references to that version. */
export function isFollowed(ref: SecretRef): boolean {
  return ref.source !== 'managed' && ref.isRetired !== true;
}

function valuesAt(
  value: Json | undefined,
  [step, ...rest]: readonly string[],
): (Json | undefined)[] {
  if (step === undefined) return [value];
  if (!isObject(value)) return [];
  const children =
    step === '*' ? Object.values(value) : [Object.hasOwn(value, step) ? value[step] : undefined];
  return children.flatMap((child) => valuesAt(child, rest));
}
