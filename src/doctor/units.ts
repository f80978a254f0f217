// Says what an installed systemd unit hides from the monitor, though it should judge it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MonitorError } from '../core/errors.ts';
import { accountOf } from '../install/systemd/account.ts';
import { flavourJobs, jobs, unitName, type Flavour, type Scope } from '../install/systemd/jobs.ts';
import { unitDir } from '../install/systemd/manager.ts';
import { setUp } from '../install/systemd/setup.ts';
import { unseenBy } from '../install/systemd/unseen.ts';
import { openSite } from '../install/site.ts';
import type { InstallRequest } from '../install/target.ts';
import type { World } from '../world.ts';
import { broken, type Symptom } from './symptom.ts';

/** A line for each path that is judged here and hidden there. Units that are not installed hide nothing. */
export async function unitSymptoms(
  world: World,
  options: InstallRequest['options'],
  survey: InstallRequest['survey'],
): Promise<readonly Symptom[]> {
  const home = world.home ?? '';
  const installed = (['user', 'system'] as const).flatMap((scope) =>
    (Object.keys(flavourJobs) as Flavour[])
      .filter((flavour) => existsSync(join(unitDir(scope, home), serviceOf(scope, flavour))))
      .map((flavour) => ({ scope, flavour })),
  );
  const hidden = new Set<string>();
  for (const { scope, flavour } of installed) {
    const site = openSite({ stdout: SILENT }, { isDry: true, isForced: false });
    const request: InstallRequest = { world, options, site, survey };
    try {
      // The instance of this user, whoever's manager runs it.
      const account = accountOf({ ...request, options: {} }, 'user');
      const setup = await setUp(request, { scope, flavour }, account);
      for (const path of unseenBy(setup)) hidden.add(path);
    } catch (error) {
      // What stands in the way of judging here has a line of its own.
      if (!(error instanceof MonitorError)) throw error;
    }
  }
  return [...hidden].map((path) =>
    broken('not covered', `the systemd unit does not see ${path}`, 'auth-monitor install systemd'),
  );
}

const SILENT: World['stdout'] = { isTTY: false, columns: undefined, write: () => undefined };

function serviceOf(scope: Scope, flavour: Flavour): string {
  const [first = 'run'] = flavourJobs[flavour];
  return unitName(scope, jobs[first].stem, 'service');
}
