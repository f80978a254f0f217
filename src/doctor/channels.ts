// Looks at secrets, channels and the heartbeat: can they be used, reached, and did they take anything lately?
import type { SecretOption } from '../config/secret-options.ts';
import { createSecretResolver } from '../config/secrets.ts';
import type { Config } from '../config/config-schema.ts';
import { ConfigError } from '../core/errors.ts';
import type { AlertState } from '../core/alerts/incident.ts';
import { fromNow } from '../core/moment.ts';
import type { World } from '../world.ts';
import { reachAddress, reachOf, type Reach } from './reach.ts';
import { attention, broken, ok, type Subject, type Symptom, type Wording } from './symptom.ts';

interface Used {
  readonly path: string;
  readonly config: Config;
  readonly secrets: readonly SecretOption[];
}

/** Every secret option can be looked up here; in a unit the environment may differ. */
export function secretSymptoms(
  world: World,
  { path, secrets }: Used,
  { words, wordsOf }: Wording,
): readonly Symptom[] {
  if (secrets.length === 0) return [];
  const resolve = createSecretResolver(world, path);
  const faults: Symptom[] = [];
  for (const { where, source } of secrets) {
    try {
      resolve(source, where);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const needsUnit = typeof source === 'object' && 'credential' in source;
      const [fault] = error.faults;
      const why = fault === undefined ? words.noSecret : wordsOf(fault);
      faults.push(
        needsUnit
          ? attention('secrets', words.onlyUnit(why))
          : broken('secrets', why, `# ${words.correctIn(path)}`),
      );
    }
  }
  const found = secrets.length - faults.length;
  return [...faults, ...(found > 0 ? [ok('secrets', words.secrets(found))] : [])];
}

/** A line per channel; nothing is sent. */
export async function channelSymptoms(
  world: World,
  { path, config }: Used,
  state: AlertState | null,
  wording: Wording,
): Promise<readonly Symptom[]> {
  const { notifiers = [], heartbeat } = config;
  if (notifiers.length === 0) {
    return [attention('channel', wording.words.noChannel, 'auth-monitor init')];
  }
  const lines = notifiers.map(async (channel) => {
    const reach = await reachOf(world, path, channel, wording);
    return channelSymptom(channel, reach, state, world.now(), wording);
  });
  const beats =
    heartbeat === undefined
      ? []
      : [
          reachAddress(world, path, heartbeat.url, wording).then((reach) =>
            reachSymptom('heartbeat', reach),
          ),
        ];
  return Promise.all([...lines, ...beats]);
}

function channelSymptom(
  { name, type }: { readonly name: string; readonly type: string },
  reach: Reach,
  state: AlertState | null,
  now: number,
  { words, times }: Wording,
): Symptom {
  const log = state !== null && Object.hasOwn(state.channels, name) ? state.channels[name] : null;
  const who = name === type ? name : `${name} (${type})`;
  const last = log?.lastSuccessAt ?? null;
  const told =
    last === null ? words.nothingDelivered : words.lastDelivered(fromNow(last, now, times));
  const test = `auth-monitor test ${name}`;
  const trouble = log?.trouble ?? null;
  if (trouble !== null) {
    const since = fromNow(trouble.sinceAt, now, times);
    const failing = words.failingSince(since, `${trouble.fault}: ${trouble.detail}`);
    return broken('channel', words.channel({ who, failing, reach: reach.words, told }), test);
  }
  const text = words.channel({ who, failing: null, reach: reach.words, told });
  if (reach.outcome === 'unreached') return broken('channel', text, test);
  return last === null ? attention('channel', text, test) : ok('channel', text);
}

function reachSymptom(subject: Subject, { outcome, words }: Reach): Symptom {
  return outcome === 'unreached' ? broken(subject, words) : ok(subject, words);
}
