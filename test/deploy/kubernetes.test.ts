// The files for Kubernetes: valid to its schemas, hardened, and of one piece with each other and the program.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../../build/paths.mjs';
import { loadConfig } from '../../src/config/load-config.ts';
import { parseCommandLine } from '../../src/commands/parse-args.ts';
import { commandTable } from '../../src/commands/table.ts';
import { notifierSchemas } from '../../src/notifiers/index.ts';
import { realWorld } from '../../src/world.ts';
import { expectManifest, faultsOf, type Manifest } from '../kit/kubernetes.ts';
import { needsProgram } from '../kit/live-server.ts';

const base = join(root, 'deploy/kubernetes');
const OVERLAYS = ['cronjob', 'sidecar'] as const;

interface Container {
  readonly name: string;
  readonly args?: readonly string[];
  readonly image: string;
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly volumeMounts: readonly { readonly name: string; mountPath: string; readOnly?: true }[];
  readonly livenessProbe?: { readonly exec: { readonly command: readonly string[] } };
}

interface PodSpec {
  readonly containers: readonly Container[];
  readonly volumes?: readonly {
    readonly name: string;
    readonly configMap?: { readonly name: string };
    readonly secret?: { readonly secretName: string };
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
  readonly securityContext: { readonly runAsUser: number; readonly runAsNonRoot: boolean };
}

interface Kustomization {
  readonly resources?: readonly string[];
  readonly patches?: readonly { readonly path: string; readonly target: object }[];
  readonly configMapGenerator?: readonly { readonly name: string; readonly files: string[] }[];
}

const read = (...path: readonly string[]) => readFileSync(join(base, ...path), 'utf8');

/** What an overlay makes, as far as these files use of kustomize: resources, generated maps, merge patches. */
function built(dir: string): readonly Manifest[] {
  const {
    resources = [],
    patches = [],
    configMapGenerator = [],
  } = parse(read(dir, 'kustomization.yaml')) as Kustomization;
  const manifests = resources.flatMap((path) =>
    path.endsWith('.yaml') ? [parse(read(dir, path)) as Manifest] : built(join(dir, path)),
  );
  const maps = configMapGenerator.map(({ name, files }) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    data: Object.fromEntries(files.map((file) => [file, read(dir, file)])),
  }));
  return [...manifests, ...maps].map((manifest) =>
    patches.reduce((patched, { path, target }) => {
      const { kind, name } = target as { kind: string; name: string };
      if (patched.kind !== kind || patched.metadata.name !== name) return patched;
      return merged(patched, parse(read(dir, path))) as Manifest;
    }, manifest as Manifest),
  );
}

/** A strategic merge: objects key by key, lists by `name`. */
function merged(value: unknown, patch: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(patch)) {
    const names = patch.map((item) => (item as { name: string }).name);
    const kept = value.filter((item) => !names.includes((item as { name: string }).name));
    return [...(patch as unknown[]), ...(kept as unknown[])];
  }
  if (typeof value !== 'object' || typeof patch !== 'object' || value === null || patch === null) {
    return patch;
  }
  const keys = Object.entries(patch).map(([key, item]) => [
    key,
    key in value ? merged((value as Record<string, unknown>)[key], item) : (item as unknown),
  ]);
  return { ...value, ...Object.fromEntries(keys) };
}

function podOf(manifests: readonly Manifest[]): PodSpec {
  const owner = manifests.find(({ kind }) => kind === 'CronJob' || kind === 'StatefulSet');
  const spec = owner?.['spec'] as {
    jobTemplate?: { spec: { template: { spec: PodSpec } } };
    template?: { spec: PodSpec };
  };
  const pod = spec.jobTemplate?.spec.template.spec ?? spec.template?.spec;
  if (pod === undefined) throw new Error('no pod');
  return pod;
}

function monitorOf(pod: PodSpec): Container {
  const container = pod.containers.find(({ name }) => name === 'auth-monitor');
  if (container === undefined) throw new Error('no monitor');
  return container;
}

test.each(OVERLAYS)(
  '%s: every object is of its kind, without a key that it does not know',
  (name) => {
    for (const manifest of built(join('overlays', name))) expectManifest(manifest);
  },
);

test('a mistyped key is noticed at any depth', () => {
  const [job] = built('overlays/cronjob').filter(({ kind }) => kind === 'CronJob');
  const text = JSON.stringify(job);
  const broken = (from: string, to: string) => {
    expect(text).toContain(from);
    return faultsOf(JSON.parse(text.replace(from, to)) as Manifest);
  };
  expect(broken('"backoffLimit"', '"backofLimit"')).toEqual(['/spec/jobTemplate/spec/backofLimit']);
  expect(broken('"readOnlyRootFilesystem"', '"readOnlyRootFileSystem"')).toHaveLength(1);
  expect(broken('"runAsNonRoot":true', '"runAsNonRoot":"yes"').length).toBeGreaterThan(0);
});

test.for(OVERLAYS)('%s: kustomize makes the same of it', (name, context) => {
  needsProgram(context, 'kubectl');
  const { stdout: versions } = spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' });
  // Debian's kubectl has kustomize 2, from before there was a general `patches`.
  const [, major] = /Kustomize Version: v(\d+)/.exec(versions) ?? [];
  if (!(Number(major) >= 4)) context.skip('kubectl is older than kustomize 4');
  const { status, stdout, stderr } = spawnSync(
    'kubectl',
    ['kustomize', join(base, 'overlays', name)],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const made = parseAllDocuments(stdout, { version: '1.1' }).map((one) => one.toJS() as Manifest);
  const plain = (manifests: readonly Manifest[]): unknown[] =>
    manifests
      .map(
        (manifest) =>
          JSON.parse(
            // A generated map bears a hash of its content in its name.
            JSON.stringify({
              ...manifest,
              metadata: { ...manifest.metadata, namespace: 'openclaw' },
            }).replaceAll(/"(openclaw-auth-monitor)-[0-9a-z]{10}"/g, '"$1"'),
          ) as Manifest,
      )
      .sort((a, b) => `${a.kind}${a.metadata.name}`.localeCompare(`${b.kind}${b.metadata.name}`));
  expect(plain(made)).toEqual(plain(built(join('overlays', name))));
});

test.each(OVERLAYS)('%s: the container is hardened and runs a command that exists', (name) => {
  const pod = podOf(built(join('overlays', name)));
  const monitor = monitorOf(pod);
  expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
  expect(monitor.securityContext).toMatchObject({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  const { command } = parseCommandLine(monitor.args ?? [], realWorld(), commandTable);
  expect(command.name).toBe(name === 'cronjob' ? 'run' : 'watch');
  const health = monitor.livenessProbe?.exec.command ?? ['node', '/app/health.cjs'];
  expect(health).toEqual(['node', '/app/health.cjs']);
  const mounts = new Map(monitor.volumeMounts.map((mount) => [mount.mountPath, mount]));
  for (const path of ['/openclaw', '/config', '/secrets']) {
    expect(mounts.get(path)?.readOnly, path).toBe(true);
  }
});

test.each(OVERLAYS)('%s: what it names is there', (name) => {
  const manifests = built(join('overlays', name));
  const pod = podOf(manifests);
  const has = (kind: string, wanted: string | undefined): boolean =>
    wanted === undefined ||
    manifests.some((one) => one.kind === kind && one.metadata.name === wanted);
  const templates =
    (manifests.find(({ kind }) => kind === 'StatefulSet')?.['spec'] as
      | { volumeClaimTemplates: Manifest[] }
      | undefined) ?? undefined;
  const volumes = [
    ...(pod.volumes ?? []).map((volume) => volume.name),
    ...(templates?.volumeClaimTemplates ?? []).map(({ metadata }) => metadata.name),
  ];
  for (const container of pod.containers) {
    for (const mount of container.volumeMounts) expect(volumes).toContain(mount.name);
  }
  for (const { configMap, secret, persistentVolumeClaim } of pod.volumes ?? []) {
    expect(has('ConfigMap', configMap?.name)).toBe(true);
    // Both are made by people: the secret, and the volume of the gateway.
    expect([undefined, 'openclaw-auth-monitor']).toContain(secret?.secretName);
    const claim = persistentVolumeClaim?.claimName;
    expect(claim === 'openclaw-state' || has('PersistentVolumeClaim', claim)).toBe(true);
  }
});

test('the job fails at once for a verdict, and tries a fault of the machine again', () => {
  const [job] = built('overlays/cronjob').filter(({ kind }) => kind === 'CronJob');
  const { schedule, jobTemplate, ...spec } = (job as Manifest)['spec'] as Record<
    string,
    unknown
  > & {
    jobTemplate: { spec: { podFailurePolicy: { rules: object[] }; backoffLimit: number } };
  };
  expect(schedule).toBe('7,37 * * * *');
  expect(spec).toMatchObject({ concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 600 });
  expect(jobTemplate.spec).toMatchObject({ backoffLimit: 2, activeDeadlineSeconds: 180 });
  expect(jobTemplate.spec.podFailurePolicy.rules).toEqual([
    {
      action: 'FailJob',
      onExitCodes: { containerName: 'auth-monitor', operator: 'In', values: [1, 2, 64, 75, 78] },
    },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ]);
});

test('the config is one, and its paths are where volumes are mounted', async () => {
  const path = join(base, 'base/config.json5');
  const { config, secrets } = await loadConfig(realWorld(), path, notifierSchemas);
  const mounted = monitorOf(podOf(built('overlays/cronjob'))).volumeMounts;
  const paths = [
    ...(config.gateways ?? []).map(({ stateDir }) => stateDir),
    config.state?.dir ?? '',
    ...secrets.flatMap(({ source }) =>
      typeof source === 'object' && 'file' in source ? [source.file] : [],
    ),
  ];
  expect(paths).toHaveLength(3);
  for (const one of paths) {
    expect(
      mounted.some(({ mountPath }) => one.startsWith(mountPath)),
      one,
    ).toBe(true);
  }
});

test('every file belongs to a kustomization', () => {
  for (const dir of ['base', ...OVERLAYS.map((name) => join('overlays', name))]) {
    const {
      resources = [],
      patches = [],
      configMapGenerator = [],
    } = parse(read(dir, 'kustomization.yaml')) as Kustomization;
    const named = [
      'kustomization.yaml',
      ...resources.filter((path) => path.endsWith('.yaml')),
      ...patches.map(({ path }) => path),
      ...configMapGenerator.flatMap(({ files }) => files),
    ];
    expect(readdirSync(join(base, dir)).sort()).toEqual(named.sort());
    for (const path of resources) expect(existsSync(join(base, dir, path))).toBe(true);
  }
});
