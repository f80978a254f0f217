// The target launchd: an agent of the caller (macOS), which runs while that user is logged in.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError, WriteError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import { jobTimes } from '../job-times.ts';
import { ownJob } from '../own-job.ts';
import type { Site } from '../site.ts';
import type { InstallRequest, InstallTarget } from '../target.ts';
import type { World } from '../../world.ts';
import { calendarOf } from './calendar.ts';
import { LABEL, plistText } from './plist.ts';

export const launchd: InstallTarget = {
  install,
  uninstall,
};

interface Place {
  readonly plist: string;
  readonly log: string;
  /** The domain of a user's logins, as launchctl names it. */
  readonly domain: string;
}

async function install(request: InstallRequest): Promise<void> {
  const { site, world } = request;
  const place = placeOf(world);
  const hasLaunchd = site.ask('launchctl', 'version').code !== 127;
  if (!hasLaunchd && !site.isDry)
    throw new WriteError(fault('said', site.words.absent('launchctl')));
  const job = await ownJob(request);
  const text = plistText(job, calendarOf(await jobTimes(request)), place.log);
  const isNew = site.place({ path: place.plist, text, comment: '<!--' });
  const isLoaded = loaded(site, place);
  if (isNew || !isLoaded) {
    if (isLoaded) site.run('launchctl', 'bootout', `${place.domain}/${LABEL}`);
    site.run('launchctl', 'bootstrap', place.domain, place.plist);
  }
  for (const remark of job.remarks) site.tell(remark);
}

async function uninstall({ site, world }: InstallRequest): Promise<void> {
  const place = placeOf(world);
  const wasThere = existsSync(place.plist);
  site.unplace(place.plist);
  if (wasThere && existsSync(place.plist) && !site.isDry) return;
  if (loaded(site, place)) site.run('launchctl', 'bootout', `${place.domain}/${LABEL}`);
  site.removeAll(place.log);
  if (!wasThere) site.tell(site.words.nothingOfOurs);
}

function placeOf({ home, uid }: World): Place {
  if (home === null || uid === null) {
    throw new UsageError(fault('agentNeedsHome'));
  }
  return {
    plist: join(home, 'Library/LaunchAgents', `${LABEL}.plist`),
    log: join(home, 'Library/Logs', `${LABEL}.log`),
    domain: `gui/${uid}`,
  };
}

function loaded(site: Site, { domain }: Place): boolean {
  return site.ask('launchctl', 'print', `${domain}/${LABEL}`).code === 0;
}
