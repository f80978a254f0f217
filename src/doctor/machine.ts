// Looks at the machine: Node's version and the clock.
import { DAY_MS } from '../core/duration.ts';
import { formatTime } from '../core/moment.ts';
import { builtAt, version } from '../version.ts';
import { attention, broken, ok, type Symptom, type Wording } from './symptom.ts';

/** Whether this Node is one that the program is made for (`engines` of package.json). */
export function nodeSymptom(nodeVersion: string, { words }: Wording): Symptom {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, '').split('.').map(Number);
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  const monitor = `openclaw-auth-monitor ${version}`;
  const what = words.program({ monitor, node: nodeVersion.replace(/^v/, '') });
  return isSupported
    ? ok('program', what)
    : attention('program', words.unsupported(what), `# ${words.useNode('20.19, 22.12')}`);
}

/** Epoch ms: now, and the newest that the state recorded. */
export function clockSymptom(
  now: number,
  newestAt: number | null,
  { words, times }: Wording,
): Symptom {
  const latest = Math.max(builtAt, newestAt ?? 0);
  const shown = formatTime(new Date(now).toISOString());
  if (now < latest - DAY_MS) {
    const behind = times.duration(latest - now);
    return broken('clock', words.clockBehind(shown, behind), `# ${words.setClock}`);
  }
  return ok('clock', shown);
}
