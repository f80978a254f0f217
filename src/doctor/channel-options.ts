// Finds the options of channels that a run would refuse or warn of: it makes each of them, and sends nothing.
import { createSecretResolver } from '../config/secrets.ts';
import type { Config } from '../config/config-schema.ts';
import { ConfigError, MonitorError } from '../core/errors.ts';
import { createHttp } from '../http.ts';
import { httpAddress } from '../notifiers/http-address.ts';
import { createNotifier, loadNotifierKind, type NotifierType } from '../notifiers/index.ts';
import type { NotifierPorts } from '../notifiers/notifier.ts';
import { name, version } from '../version.ts';
import type { World } from '../world.ts';
import { attention, broken, type Symptom, type Wording } from './symptom.ts';

interface Used {
  readonly path: string;
  readonly config: Config;
}

/** A line for each option with which a run ends with 78, and for each that it warns of. */
export async function optionSymptoms(
  world: World,
  { path, config }: Used,
  wording: Wording,
): Promise<readonly Symptom[]> {
  const { notifiers = [], heartbeat } = config;
  const lines = await Promise.all(
    notifiers.map(async (channel) => {
      const kind = await loadNotifierKind(channel.type as NotifierType);
      return tried({ world, path, wording }, (ports) => createNotifier(kind, channel, ports));
    }),
  );
  const beats = tried({ world, path, wording }, (ports) => {
    if (heartbeat) httpAddress(heartbeat.url, 'heartbeat.url', { allowInsecure: true }, ports);
  });
  return [...lines.flat(), ...beats];
}

interface Trial {
  readonly world: World;
  readonly path: string;
  readonly wording: Wording;
}

function tried(
  { world, path, wording: { words, wordsOf, remarks } }: Trial,
  make: (ports: NotifierPorts) => unknown,
): readonly Symptom[] {
  const lines: Symptom[] = [];
  const resolve = createSecretResolver(world, path);
  let isLookedUp = true;
  const ports: NotifierPorts = {
    http: createHttp(world.env, { version }),
    secret(source, where) {
      isLookedUp = false;
      const secret = resolve(source, where);
      isLookedUp = true;
      return secret;
    },
    env: world.env,
    monitor: { name, version },
    warn: (risk) => lines.push(attention('config', risk(remarks))),
  };
  try {
    make(ports);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    // A secret that cannot be looked up has a line of its own.
    if (!isLookedUp) return lines;
    const faults = error instanceof ConfigError ? error.faults : [error.fault];
    lines.push(
      ...faults.map((fault) => broken('config', wordsOf(fault), `# ${words.nothingRuns}`)),
    );
  }
  return lines;
}
