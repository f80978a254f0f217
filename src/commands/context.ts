// Turns flags and config into what a run needs: sources, policy, filters, time, state directory.
import { isAbsolute, resolve } from 'node:path';
import type { Config } from '../config/config-schema.ts';
import { findConfig } from '../config/find-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { parseDate } from '../config/parse-date.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import { toPolicy } from '../config/runtime-policy.ts';
import { parseDuration } from '../core/duration.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { langOfLocale, messagesLocale, type Lang } from '../core/lang.ts';
import type { LoginSettings } from '../core/login.ts';
import type { RunMemory } from '../core/run-memory.ts';
import type { Policy, PolicyName } from '../core/policy.ts';
import { normalizeProvider } from '../core/provider.ts';
import type { PassiveSources } from '../core/sighting.ts';
import {
  defaultSource,
  namedSource,
  profileStateDir,
  resolvePath,
  type GatewaySource,
} from '../openclaw/state-dir.ts';
import type { ProbeRequest, RunRequest } from '../run.ts';
import { resolveStateDir } from '../state/state-dir.ts';
import type { World } from '../world.ts';
import type { Invocation, ParsedOptions } from './command.ts';
import { keepOutside, type OwnPlace } from './own-places.ts';

/** A config file that was found, read and found valid. */
export interface UsedConfig extends LoadedConfig {
  readonly path: string;
}

/** What every command that judges or alerts starts from. */
export interface Context {
  /** Its clock is moved by `--now`. */
  readonly world: World;
  readonly options: ParsedOptions;
  readonly used: UsedConfig | null;
  readonly policy: Policy;
  /** Epoch ms; the whole run is judged at this one moment. */
  readonly now: number;
  /** In which people are told things. */
  readonly lang: Lang;
}

/** Reads the clock option, the config where there is one, and the policy; `advise` hears of risky settings. */
export async function openContext(
  { world, options }: Invocation,
  advise?: (remark: Remark) => void,
): Promise<Context> {
  const givenAt = timeOption(textOption(options, 'now'));
  const now = givenAt ?? world.now();
  const on = givenAt === null ? world : movedWorld(world, givenAt);
  const found = findConfig(on, textOption(options, 'config') ?? undefined);
  const used = found === null ? null : await readConfig(on, found.path);
  const level = textOption(options, 'log-level') ?? used?.config.log?.level;
  const moved = level === undefined ? on : (await import('./log-level.ts')).quieterWorld(on, level);
  const given = textOption(options, 'lang') as Lang | null;
  const lang = given ?? used?.config.lang ?? langOfLocale(messagesLocale(world.env));
  if (used?.warnings[0]) {
    const remarks = await import('./remarks.ts');
    await remarks.warnOf(used.warnings, { world: moved, options, lang }, advise);
  }
  const places = ownPlaces(moved, options, used);
  if (places.length > 0) {
    const dirs = sources(moved, options, used?.config ?? null).map((source) => source.stateDir);
    keepOutside(moved, dirs, places);
  }
  const policy = toPolicy(used?.config ?? null, {
    policy: (textOption(options, 'policy') ?? undefined) as PolicyName | undefined,
    scope: (textOption(options, 'scope') ?? undefined) as Policy['scope'] | undefined,
    warnWithinMs: warnWithin(textOption(options, 'warn-within')),
  });
  return { world: moved, options, used, policy, now, lang };
}

/** The request for one judgement; `probing` says whether the config's probe level counts (`run`) or only the flag (`check`). */
export function runRequest(
  context: Context,
  detail: RunRequest['detail'],
  salt: Buffer | null,
  probing: 'as configured' | 'by flag',
  memory?: RunMemory,
): RunRequest {
  const { world, options, used, policy, now, lang } = context;
  return {
    lang,
    sources: sources(world, options, used?.config ?? null),
    filter: {
      agents: listOption(options, 'agent'),
      providers: listOption(options, 'provider').map(normalizeProvider),
      profiles: listOption(options, 'profile'),
    },
    policy,
    now,
    // The schema leaves out what is not given; it is never there as undefined.
    logins: (used?.config.logins ?? {}) as LoginSettings,
    detail,
    salt,
    ...(memory && { memory, lastRunAt: memory.lastRunAt }),
    passive: { sources: passiveSources(used?.config ?? null), memory: null },
    probe: probeRequest(options, used?.config ?? null, probing),
  };
}

/** The state directory by flag, environment and config; a WriteError (73) where there is none. */
export function stateDir({
  world,
  options,
  used,
}: Pick<Context, 'world' | 'options' | 'used'>): string {
  return resolveStateDir(
    world,
    textOption(options, 'monitor-state'),
    used?.config.state?.dir ?? null,
  );
}

/** Where flags, environment and config tell the monitor to write. */
function ownPlaces(world: World, options: ParsedOptions, used: UsedConfig | null): OwnPlace[] {
  const told: readonly (readonly [string, string | null | undefined])[] = [
    ['--output', textOption(options, 'output')],
    ['--monitor-state', textOption(options, 'monitor-state')],
    ['OPENCLAW_AUTH_MONITOR_STATE', world.env['OPENCLAW_AUTH_MONITOR_STATE']],
    ['state.dir', used?.config.state?.dir],
    ['metrics.textfile', used?.config.metrics?.textfile],
  ];
  return told.flatMap(([named, path]) =>
    path ? [{ named, path: pathOption(world, resolvePath(world, path)) }] : [],
  );
}

/** An option's single value; null when it was not given. */
export function textOption(options: ParsedOptions, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/** The values of a repeatable option, in order; empty when it was not given. */
export function listOption(options: ParsedOptions, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

async function readConfig(world: World, path: string): Promise<UsedConfig> {
  const [{ loadConfig }, { notifierSchemas }] = await Promise.all([
    import('../config/load-config.ts'),
    import('../notifiers/index.ts'),
  ]);
  return { path, ...(await loadConfig(world, path, notifierSchemas)) };
}

function sources(world: World, options: ParsedOptions, config: Config | null): GatewaySource[] {
  const envFiles = ['gateway-env', 'env-file']
    .flatMap((name) => listOption(options, name))
    .map((file) => resolvePath(world, file));
  const named = listOption(options, 'state-dir');
  const profile = textOption(options, 'openclaw-profile');
  if (profile !== null && named.length > 0) {
    throw new UsageError(fault('exclude', '--openclaw-profile', '--state-dir'));
  }
  if (profile !== null) {
    const dir = profileStateDir(world, profile);
    if (dir === null) throw new UsageError(fault('openclawProfile'));
    return [namedSource(world, { label: profile, dir }, envFiles)];
  }
  if (named.length > 0) return labelled(named).map((given) => namedSource(world, given, envFiles));
  const configured = config?.gateways ?? [];
  if (configured.length === 0) return [defaultSource(world, envFiles)];
  const labels = labelled(
    configured.map(({ label, stateDir: dir }) => (label ? `${label}=${dir}` : dir)),
  );
  return configured.map((gateway, index) =>
    namedSource(
      world,
      {
        label: labels[index]?.label ?? `gateway-${index + 1}`,
        dir: gateway.stateDir,
        ...(gateway.configPath === undefined ? {} : { configPath: gateway.configPath }),
        readsSecretFiles: gateway.secretFiles ?? false,
        readsService: gateway.service ?? true,
      },
      [...(gateway.envFile ?? []), ...envFiles],
    ),
  );
}

/** Reads `LABEL=DIR`; without a label one gateway is `default`, several are `gateway-1`, `gateway-2`. */
function labelled(named: readonly string[]): { label: string; dir: string }[] {
  const given = named.map((text, index) => {
    const match = /^([\w.-]{1,64})=(.+)$/.exec(text);
    const fallback = named.length === 1 ? 'default' : `gateway-${index + 1}`;
    return { label: match?.[1] ?? fallback, dir: match?.[2] ?? text };
  });
  if (new Set(given.map(({ label }) => label)).size < given.length) {
    throw new UsageError(fault('sameLabel'));
  }
  return given;
}

function passiveSources(config: Config | null): PassiveSources {
  const { stats = true, transcripts = true, log = true } = config?.probe?.passive ?? {};
  return { stats, transcripts, log };
}

function probeRequest(
  options: ParsedOptions,
  config: Config | null,
  probing: 'as configured' | 'by flag',
): ProbeRequest {
  const flag = options['probe'];
  const preset = probing === 'by flag' ? 'off' : (config?.probe?.level ?? 'metadata');
  const level = flag === true ? 'metadata' : (flag ?? preset);
  const hosts = Object.entries(config?.probe?.providers ?? {});
  return {
    level: level as ProbeRequest['level'],
    baseUrls: Object.fromEntries(
      hosts.map(([id, { baseUrl }]) => [normalizeProvider(id), baseUrl]),
    ),
    timeoutMs: config?.probe?.timeout ?? null,
  };
}

function warnWithin(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = parseDuration(text);
  if (ms === null) throw new UsageError(fault('warnWithin'));
  return ms;
}

function timeOption(text: string | null): number | null {
  if (text === null) return null;
  const at = parseDate(text);
  if (at === null) throw new UsageError(fault('isoNow'));
  return at;
}

/** Moves every clock of the run by a constant, so that time goes on passing. */
function movedWorld(world: World, at: number): World {
  const shiftMs = at - world.now();
  return { ...world, now: () => world.now() + shiftMs };
}

/** A path from the command line, against the working directory. */
export function pathOption(world: World, path: string): string {
  return isAbsolute(path) ? path : resolve(world.cwd, path);
}
