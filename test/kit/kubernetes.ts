// Judges Kubernetes objects by the schemas of its own API, unknown keys included.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../build/paths.mjs';

/** An object as the API server takes it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [key: string]: unknown;
}

type Validate = ((value: unknown) => boolean) & { errors?: readonly object[] | null };

const load = createRequire(import.meta.url);
/** It exports classes only, and their validators say less. */
const PACKAGE = join(root, 'node_modules/kubernetes-models');

/** Where the package keeps the schema of a kind. */
const SCHEMAS: Readonly<Record<string, string>> = {
  'v1 ServiceAccount': 'CoreV1ServiceAccount',
  'v1 ConfigMap': 'CoreV1ConfigMap',
  'v1 PersistentVolumeClaim': 'CoreV1PersistentVolumeClaim',
  'apps/v1 StatefulSet': 'AppsV1StatefulSet',
  'batch/v1 CronJob': 'BatchV1CronJob',
  'networking.k8s.io/v1 NetworkPolicy': 'NetworkingV1NetworkPolicy',
};

/** Fails the test where the object is not of its kind, or has a key that the kind does not know. */
export function expectManifest(manifest: Manifest): void {
  expect(faultsOf(manifest), `${manifest.kind} ${manifest.metadata.name}`).toEqual([]);
}

/** What the schema of its kind has against an object; kinds without a schema here throw. */
export function faultsOf(manifest: Manifest): readonly unknown[] {
  const schema = SCHEMAS[`${manifest.apiVersion} ${manifest.kind}`];
  if (schema === undefined) throw new Error(`no schema for ${manifest.kind}`);
  const { validate } = load(join(PACKAGE, `_schemas/IoK8sApi${schema}.js`)) as {
    validate: Validate;
  };
  // The schemas let unknown keys pass. A validator looks at every key that it knows, so the others are
  // those that nobody has looked at.
  const seen = new Set<string>();
  const isValid = validate(watched(manifest, '', seen));
  const unknown = pathsOf(manifest, '').filter((path) => !seen.has(path));
  return [...(isValid ? [] : (validate.errors ?? [])), ...unknown];
}

function watched<Value>(value: Value, path: string, seen: Set<string>): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const at = `${path}/${String(key)}`;
      seen.add(at);
      return watched(Reflect.get(target, key, receiver) as unknown, at, seen);
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target);
      for (const key of keys) seen.add(`${path}/${String(key)}`);
      return keys;
    },
  });
}

function pathsOf(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    `${path}/${key}`,
    ...pathsOf(item, `${path}/${key}`),
  ]);
}
