// Makes everything that a run tells ready to be told, and lists every fault of it at once.
import { createHmac } from 'node:crypto';
import { gatherFaults } from '../config/gather-faults.ts';
import { createSecretResolver } from '../config/secrets.ts';
import type { Channel } from '../core/alerts/alert-policy.ts';
import type { Lang } from '../core/lang.ts';
import type { Notifier } from '../core/alerts/notification.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { Speech } from '../core/phrases/speech.ts';
import { openHeartbeat, type Heartbeat } from '../heartbeat.ts';
import { createHttp } from '../http.ts';
import { httpAddress, type HttpAddress } from '../notifiers/http-address.ts';
import { createNotifier, loadNotifierKind, type NotifierType } from '../notifiers/index.ts';
import type { NotifierKind, NotifierPorts } from '../notifiers/notifier.ts';
import { name, version } from '../version.ts';
import type { World } from '../world.ts';
import type { Context, UsedConfig } from './context.ts';

/** Whom a run tells. */
export interface Listeners {
  readonly channels: readonly Channel[];
  /** The dead-man's switch; null without one. */
  readonly heartbeat: Heartbeat | null;
}

/**
 * The channels and the heartbeat of the config, their secrets looked up; a ConfigError (78) lists all
 * that cannot be used. `salt` keys the mark by which a change of a channel's config is noticed.
 */
export async function openListeners(
  world: World,
  { used, lang: usual }: Pick<Context, 'lang'> & { readonly used: UsedConfig },
  salt: Buffer,
  warn: (remark: Remark) => void,
): Promise<Listeners> {
  const { notifiers = [], heartbeat } = used.config;
  const ports: NotifierPorts = {
    http: createHttp(world.env, { version }),
    secret: createSecretResolver(world, used.path, warn),
    env: world.env,
    monitor: { name, version },
    warn,
  };
  const kinds = await Promise.all(
    notifiers.map(async ({ type }) => loadNotifierKind(type as NotifierType)),
  );
  const speeches = await Promise.all(notifiers.map(async ({ lang = usual }) => speechOf(lang)));
  const channels: Channel[] = [];
  const addresses: HttpAddress[] = [];
  gatherFaults(used.path, [
    ...notifiers.map((config, index) => () => {
      const { minSeverity, reminders, recoveries, agents, providers, codes } = config;
      // With the secrets as they are now: a URL mended in its file has to wake a channel up, too.
      const mark = createHmac('sha256', salt).update(JSON.stringify(config));
      const secret: NotifierPorts['secret'] = (source, where) => {
        const found = ports.secret(source, where);
        mark.update(`\0${where}\0`).update(found.reveal());
        return found;
      };
      const mute = createNotifier(kinds[index] as NotifierKind, config, { ...ports, secret });
      const notifier = speaking(mute, speeches[index] ?? null);
      const configKey = mark.digest('hex');
      const wishes = { minSeverity, reminders, recoveries, agents, providers, codes };
      channels.push({ notifier, ...wishes, configKey });
    }),
    () => {
      // A home's own Uptime Kuma speaks plain http; what could be overheard is a sign of life.
      const terms = { allowInsecure: true };
      if (heartbeat) addresses.push(httpAddress(heartbeat.url, 'heartbeat.url', terms, ports));
    },
  ]);
  const [address] = addresses;
  const tellsStart = heartbeat?.start ?? true;
  return {
    channels,
    heartbeat: address === undefined ? null : openHeartbeat(ports.http, address, { tellsStart }),
  };
}

/** What a channel speaks; null for English, which needs nothing more. */
async function speechOf(lang: Lang): Promise<Speech | null> {
  return lang === 'en' ? null : (await import('../languages/index.ts')).loadSpeech(lang);
}

/** The channel with every message handed to it in its language. */
function speaking(notifier: Notifier, speech: Speech | null): Notifier {
  if (speech === null) return notifier;
  const { renew } = notifier;
  return {
    ...notifier,
    send: async (notification, attempt) => notifier.send({ ...notification, speech }, attempt),
    ...(renew && { renew: async (standing, attempt) => renew({ ...standing, speech }, attempt) }),
  };
}
