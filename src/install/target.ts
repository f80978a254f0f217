// What an install target is: a place where the scheduled run can live. One file and one line in index.ts.
import type { Config } from '../config/config-schema.ts';
import type { SecretOption } from '../config/secret-options.ts';
import type { World } from '../world.ts';
import type { Judged } from './judged.ts';
import type { Site } from './site.ts';

/** What install and uninstall are asked to do. */
export interface InstallRequest {
  readonly world: World;
  /** Values by long name: `true` for a flag, a list for what may be repeated. */
  readonly options: Readonly<Record<string, string | true | readonly string[] | undefined>>;
  readonly site: Site;
  /** Reads the config and judges once as the job will, as the user whose world this is; a config that cannot be used is a ConfigError (78). */
  survey(world: World, options: InstallRequest['options']): Promise<Survey>;
}

/** What a job of this user reads, by its config and by a judgement made for the purpose. */
export interface Survey {
  readonly judged: Judged;
  /** Null where there is no config. */
  readonly used: {
    readonly path: string;
    readonly config: Config;
    readonly secrets: readonly SecretOption[];
  } | null;
}

/** One home of the scheduled run. Both ways may be repeated and then change nothing. */
export interface InstallTarget {
  install(request: InstallRequest): Promise<void>;
  /** Removes what install made, and nothing else. */
  uninstall(request: InstallRequest): Promise<void>;
}
