// Looks at the machine: Node's version and the clock.
import { DAY_MS, formatDuration } from '../core/duration.ts';
import { formatTime } from '../core/moment.ts';
import { builtAt, version } from '../version.ts';
import { attention, broken, ok, type Symptom } from './symptom.ts';

/** Whether this Node is one that the program is made for (`engines` of package.json). */
export function nodeSymptom(nodeVersion: string): Symptom {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, '').split('.').map(Number);
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  const what = `openclaw-auth-monitor ${version} on Node ${nodeVersion.replace(/^v/, '')}`;
  return isSupported
    ? ok('program', what)
    : attention(
        'program',
        `${what}, which it is not made for`,
        '# Use Node 20.19, 22.12 or later.',
      );
}

/** Epoch ms: now, and the newest that the state recorded. */
export function clockSymptom(now: number, newestAt: number | null): Symptom {
  const latest = Math.max(builtAt, newestAt ?? 0);
  const shown = formatTime(new Date(now).toISOString());
  if (now < latest - DAY_MS) {
    const behind = formatDuration(latest - now);
    return broken('clock', `${shown} is ${behind} before what was recorded`, '# Set the clock.');
  }
  return ok('clock', shown);
}
