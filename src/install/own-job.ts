// Decides what a scheduler without units starts for the caller: the words, their environment, what to say about it.
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { findConfig } from '../config/find-config.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { hidesSomething } from '../core/terminal.ts';
import { resolveStateDir } from '../state/state-dir.ts';
import type { World } from '../world.ts';
import { gatewayWords, steering } from './steering.ts';
import type { InstallRequest } from './target.ts';

export interface OwnJob {
  /** Node, the program and its arguments; nothing is quoted. */
  readonly words: readonly string[];
  /** What of the caller's environment leads to gateway and config. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stateDir: string;
  readonly remarks: readonly string[];
}

/** Works the job out; a ConfigError (78) for a config that no run could use. */
export async function ownJob({ world, options, site, survey }: InstallRequest): Promise<OwnJob> {
  const given = options['config'];
  const flag = typeof given === 'string' ? resolve(world.cwd, given) : undefined;
  const found = findConfig(world, flag);
  const gateways = gatewayWords(options, world.cwd);
  const { used } = await survey(world, {
    ...pick(options, ['state-dir', 'openclaw-profile']),
    ...(found === null ? {} : { config: found.path }),
  });
  const wanted = options['monitor-state'];
  const stateFlag = typeof wanted === 'string' ? resolve(world.cwd, wanted) : null;
  const configured = used?.config.state?.dir ?? null;
  const stateDir = resolveStateDir(world, stateFlag, configured);
  // A directory that the config names may move with the config.
  const state = configured !== null && stateFlag === null ? [] : ['--monitor-state', stateDir];
  const config = found === null ? [] : ['--config', found.path];
  const words = [findNode(world), realpathSync(process.argv[1] ?? ''), 'run', '--quiet'];
  const job = {
    words: [...words, ...config, ...state, ...gateways],
    environment: steering(world),
    stateDir,
  };
  for (const word of [...job.words, ...Object.values(job.environment)]) refuseHidden(word);
  const variables = (used?.secrets ?? []).flatMap(({ where, source }) =>
    typeof source === 'object' && 'env' in source ? [where] : [],
  );
  const { words: said } = site;
  const remarks = [
    ...variables.map((where) => said.jobHasNoVariable(where)),
    ...((used?.config.notifiers ?? []).length === 0 ? [said.noConfigNamesChannel] : []),
    ...(world.uid === 0 && (world.env['SUDO_USER'] ?? 'root') !== 'root' ? [said.jobOfRoot] : []),
  ];
  return { ...job, remarks };
}

/** The name in PATH that leads to this very Node: it stays when a package manager moves the version. */
export function findNode({ env }: Pick<World, 'env'>): string {
  const names = (env['PATH'] ?? '').split(delimiter).map((dir) => join(dir, 'node'));
  const own = realpathSync(process.execPath);
  const lasting = names.find(
    // fnm makes a directory for each shell, and takes it away again.
    (path) => !path.includes('fnm_multishells') && existsSync(path) && realpathSync(path) === own,
  );
  return lasting ?? process.execPath;
}

function pick(options: InstallRequest['options'], names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

function refuseHidden(word: string): void {
  if (!hidesSomething(word)) return;
  throw new UsageError(fault('hiddenInJob'));
}
