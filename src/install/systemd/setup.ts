// Decides what one installation looks like: paths, what each job may see, what is worth a word.
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findConfig } from '../../config/find-config.ts';
import { ownConfigPath } from '../../config/own-config-path.ts';
import type { InstallPhrases } from '../../core/phrases/install-phrases.ts';
import type { SecretSource } from '../../core/secret-source.ts';
import { resolveStateDir } from '../../state/state-dir.ts';
import type { Env, World } from '../../world.ts';
import { isWithin, rootsOf } from '../judged.ts';
import { gatewayWords, steering } from '../steering.ts';
import type { InstallRequest, Survey } from '../target.ts';
import type { Account, Choice } from './account.ts';
import { isHidden } from './host.ts';
import { NAME, type JobPaths, type Scope } from './jobs.ts';
import { BREAKS_LINE, commandWord } from './words.ts';

/** Variables that move the monitor's own files; a unit does not inherit them. */
const OWN = /^(?:OPENCLAW_AUTH_MONITOR_(?:CONFIG|STATE)|XDG_STATE_HOME)$/;

/** One installation, worked out. */
export interface Setup extends Choice {
  readonly account: Account;
  readonly configPath: string;
  /** There is none yet: install leaves one to begin with. */
  readonly isConfigNew: boolean;
  readonly stateDir: string;
  /** Who is asked to make it: a user's own word must not make root make a directory for that user anywhere. */
  readonly stateMaker: 'caller' | 'account';
  readonly credentialsDir: string;
  readonly paths: JobPaths;
  /** As the units of the host have them; an instance that differs gets its own command line. */
  readonly usual: JobPaths;
  /** Everything that is judged, whether hidden or not. */
  readonly roots: readonly string[];
  /** What who tells reads besides: the config's directory, secrets and programs of channels. */
  readonly own: readonly string[];
  /** Directories outside the state that the jobs write to. */
  readonly writes: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly remarks: readonly string[];
}

/** The paths that the units of a scope name, with systemd's own words for user and home. */
export function usualPaths(scope: Scope): JobPaths {
  const report = `%t/${NAME}/%i/report.json`;
  return scope === 'system'
    ? { config: `/etc/${NAME}/config.json5`, state: `/var/lib/${NAME}/%i`, report, gateways: [] }
    : {
        config: `%h/.config/${NAME}/config.json5`,
        state: `%h/.local/state/${NAME}`,
        report,
        gateways: [],
      };
}

/** Works an installation out; throws a ConfigError (78) for a config that no run could use. */
export async function setUp(
  request: InstallRequest,
  choice: Choice,
  account: Account,
): Promise<Setup> {
  const { options, world, site } = request;
  const { systemd: words } = site.words;
  const { scope } = choice;
  const { home, name } = account;
  // The environment of another user is not known, and root's would mislead.
  const isSelf = account.uid === world.uid;
  const moved = isSelf ? steering(world) : {};
  const env = isSelf ? { ...moved, ...pick(world.env, (key) => OWN.test(key)) } : {};
  const user: World = { ...world, env: { ...env, HOME: home }, home, cwd: world.cwd };
  const given = options['config'];
  const flag = typeof given === 'string' ? resolve(world.cwd, given) : undefined;
  const found = findConfig(user, flag);
  const usual = usualPaths(scope);
  const expand = (path: string): string =>
    path.replaceAll('%h', home).replaceAll('%i', name).replaceAll('%t', '/run');
  const newConfig = scope === 'user' ? ownConfigPath(user) : expand(usual.config);
  const configPath = found?.path ?? newConfig;
  const named = {
    'state-dir': options['state-dir'],
    'openclaw-profile': options['openclaw-profile'],
  };
  const survey = await request.survey(user, {
    ...named,
    ...(found === null ? {} : { config: found.path }),
  });
  const wanted = options['monitor-state'];
  const stateFlag = typeof wanted === 'string' ? resolve(world.cwd, wanted) : null;
  const configured = survey.used?.config.state?.dir ?? null;
  // Where that user's shell keeps it; the config that install leaves on a machine names the usual place.
  const seeded = scope === 'system' && found === null ? expand(usual.state) : null;
  const stateDir = resolveStateDir(user, stateFlag, configured?.replaceAll('%u', name) ?? seeded);
  const isByRoot = configured !== null && statSync(configPath).uid === 0;
  const secretFiles = (survey.used?.secrets ?? []).flatMap(({ source }) => fileOf(source, home));
  const channelFiles = pathsIn(survey.used?.config.notifiers).filter(
    (path) => existsSync(path) && !isWithin(home, path),
  );
  const textfile = survey.used?.config.metrics?.textfile;
  const roots = rootsOf(survey.judged, world, home);
  const ownDir = dirname(configPath);
  const isOwnDir = ownDir.endsWith(`/${NAME}`);
  return {
    ...choice,
    account,
    configPath,
    isConfigNew: found === null,
    stateDir,
    stateMaker: scope === 'user' || stateFlag !== null || isByRoot ? 'caller' : 'account',
    credentialsDir:
      scope === 'system' ? `/etc/${NAME}/credentials` : `${home}/.config/${NAME}/credentials`,
    paths: {
      ...usual,
      config: configPath === expand(usual.config) ? usual.config : commandWord(configPath),
      state: stateDir === expand(usual.state) ? usual.state : commandWord(stateDir),
      gateways: gatewayWords(named, world.cwd).map(commandWord),
    },
    usual,
    roots: roots.filter((path) => !BREAKS_LINE.test(path)),
    own: [isOwnDir ? ownDir : configPath, ...secretFiles, ...channelFiles],
    writes: textfile === undefined ? [] : [dirname(textfile)],
    environment: moved,
    remarks: [
      ...remarksOf(survey, configPath, words),
      ...roots.filter((path) => BREAKS_LINE.test(path)).map((path) => words.unnameable(path)),
    ],
  };
}

/** What of `setup` is in hidden places and has to be bound into a job that sees credentials. */
export function hiddenRoots({ roots, account }: Setup): readonly string[] {
  return roots.filter((path) => isHidden(path, account.home) && !isWithin(path, '/tmp/openclaw'));
}

/** What has to be kept from a job that sees no credentials: the rest is hidden with the homes. */
export function openRoots({ roots, own, account, stateDir }: Setup): readonly string[] {
  const needed = [...own, stateDir];
  return roots.filter(
    (path) => !isHidden(path, account.home) && !needed.some((place) => isWithin(place, path)),
  );
}

function remarksOf(
  { used }: Survey,
  configPath: string,
  words: InstallPhrases['systemd'],
): readonly string[] {
  const variables = (used?.secrets ?? []).flatMap(({ where, source }) =>
    typeof source === 'object' && 'env' in source ? [where] : [],
  );
  const noChannel = (used?.config.notifiers ?? []).length === 0;
  return [
    ...variables.map((where) => words.unitHasNoVariable(where)),
    ...(noChannel ? [words.noChannel(configPath)] : []),
  ];
}

/** Absolute paths in the options of channels: a program with its arguments, a certificate. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return value.startsWith('/') && !BREAKS_LINE.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}

function fileOf(source: SecretSource, home: string): readonly string[] {
  if (typeof source !== 'object' || !('file' in source)) return [];
  return [source.file.replace(/^~(?=\/)/, home)];
}

function pick(env: Env, wanted: (key: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => wanted(entry[0]) && Boolean(entry[1]),
    ),
  );
}
