// Says in what an installed systemd unit differs from this shell: what it hides, and where it remembers.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MonitorError } from '../core/errors.ts';
import { installPhrases } from '../core/phrases/install-phrases.ts';
import { accountOf } from '../install/systemd/account.ts';
import { DROP_IN } from '../install/systemd/drop-in.ts';
import { firstJob, flavourJobs, jobs, unitName, type Flavour } from '../install/systemd/jobs.ts';
import { unitDir } from '../install/systemd/manager.ts';
import { setUp } from '../install/systemd/setup.ts';
import { keepsStateElsewhere, unseenBy } from '../install/systemd/unseen.ts';
import { openSite } from '../install/site.ts';
import type { InstallRequest } from '../install/target.ts';
import type { World } from '../world.ts';
import { attention, broken, type Symptom, type Wording } from './symptom.ts';

/** A line for each path that is judged here and hidden there, one for two states. Units that are not installed hide nothing. */
export async function unitSymptoms(
  world: World,
  options: InstallRequest['options'],
  survey: InstallRequest['survey'],
  { words }: Wording,
): Promise<readonly Symptom[]> {
  const site = openSite(
    { stdout: SILENT },
    { isDry: true, isForced: false, words: installPhrases },
  );
  const request: InstallRequest = { world, options, site, survey };
  const choices = (['user', 'system'] as const).flatMap((scope) =>
    (Object.keys(flavourJobs) as Flavour[]).map((flavour) => ({ scope, flavour })),
  );
  const hidden = new Set<string>();
  const apart = new Set<string>();
  try {
    // The instance of this user, whoever's manager runs it.
    const account = accountOf({ ...request, options: {} }, 'user');
    for (const { scope, flavour } of choices) {
      const { stem } = jobs[firstJob(flavour)];
      const unit = unitName(scope, stem, 'service', account.name);
      // That of another user hides this one's files, and should.
      if (!existsSync(join(unitDir(scope, account.home), `${unit}.d`, DROP_IN))) continue;
      const setup = await setUp(request, { scope, flavour }, account);
      for (const path of unseenBy(setup)) hidden.add(path);
      if (keepsStateElsewhere(setup)) apart.add(unit);
    }
  } catch (error) {
    // What stands in the way of judging here has a line of its own.
    if (!(error instanceof MonitorError)) throw error;
  }
  const fix = 'auth-monitor install systemd';
  return [
    ...[...hidden].map((path) => broken('not covered', words.hiddenFromUnit(path), fix)),
    ...[...apart].map((unit) => attention('state', words.apart(unit), fix)),
  ];
}

const SILENT: World['stdout'] = { isTTY: false, columns: undefined, write: () => undefined };
