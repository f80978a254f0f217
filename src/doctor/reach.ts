// Finds out whether a channel's server can be reached: it connects, at TLS shakes hands, and hangs up.
import { accessSync, constants } from 'node:fs';
import { connect as connectPlain, type Socket } from 'node:net';
import { delimiter, isAbsolute, join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import type { Config } from '../config/config-schema.ts';
import { createSecretResolver, type SecretResolver } from '../config/secrets.ts';
import { MonitorError } from '../core/errors.ts';
import { originOf } from '../core/redact.ts';
import type { SecretSource } from '../core/secret-source.ts';
import { proxySettings } from '../http-proxy.ts';
import { isLoopback } from '../notifiers/notifier.ts';
import type { World } from '../world.ts';
import type { Wording } from './symptom.ts';

const CONNECT_MS = 5_000;

type Channel = NonNullable<Config['notifiers']>[number];

/** How it went; `untried` where an answer would tell nothing. */
export interface Reach {
  readonly outcome: 'reached' | 'unreached' | 'untried';
  /** Server or program, without anything secret, and why not. */
  readonly words: string;
}

interface Server {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  /** As it may be shown. */
  readonly shown: string;
  readonly isHttp: boolean;
}

/** Looks at everything a channel needs; sends nothing. */
export async function reachOf(
  world: World,
  configPath: string,
  channel: Channel,
  wording: Wording,
): Promise<Reach> {
  const { reach: words } = wording.words;
  const program = programOf(channel);
  if (program !== null) return programReach(world, program, wording);
  const resolve = createSecretResolver(world, configPath);
  const servers = serversOf(channel, resolve);
  if (servers === null) return { outcome: 'untried', words: words.noAddress };
  const reaches = await Promise.all(
    servers.map(async (server) => serverReach(world, server, wording)),
  );
  return reaches.find(({ outcome }) => outcome === 'unreached') ?? reaches[0] ?? untried(wording);
}

/** The same for one address, such as that of the heartbeat. */
export async function reachAddress(
  world: World,
  configPath: string,
  source: SecretSource,
  wording: Wording,
): Promise<Reach> {
  const server = serverAt(source, createSecretResolver(world, configPath));
  return server === null ? untried(wording) : serverReach(world, server, wording);
}

function untried({ words }: Wording): Reach {
  return { outcome: 'untried', words: words.reach.nothing };
}

function programOf({ type, command, sendmail }: Channel): string | null {
  const PROGRAMS: Readonly<Record<string, string>> = {
    desktop: 'notify-send',
    termux: 'termux-notification',
  };
  if (type === 'exec' && Array.isArray(command)) return String(command[0]);
  if (sendmail !== undefined) return String(Object(sendmail).path);
  return Object.hasOwn(PROGRAMS, type) ? (PROGRAMS[type] ?? null) : null;
}

function programReach({ env, cwd }: World, program: string, { words }: Wording): Reach {
  const dirs = (env['PATH'] ?? '').split(delimiter);
  const places = isAbsolute(program)
    ? [program]
    : program.includes('/')
      ? [join(cwd, program)]
      : dirs.map((dir) => join(dir, program));
  const isThere = places.some((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  return isThere
    ? { outcome: 'reached', words: words.reach.program(program) }
    : { outcome: 'unreached', words: words.reach.noProgram(program) };
}

/** Null when a secret address cannot be looked up, which is told elsewhere. */
function serversOf(channel: Channel, resolve: SecretResolver): readonly Server[] | null {
  const { smtp, url, baseUrl } = channel;
  if (smtp !== undefined) {
    const { host, port, tls } = smtp as { host: string; port?: number; tls: string };
    const isTls = tls === 'implicit';
    const at = port ?? (isTls ? 465 : 587);
    return [{ host, port: at, isTls, shown: `${host}:${at}`, isHttp: false }];
  }
  const sources = (Array.isArray(url) ? url : [url ?? baseUrl]) as (SecretSource | undefined)[];
  const servers = sources.map((source) =>
    source === undefined ? null : serverAt(source, resolve),
  );
  return servers.some((server) => server === null) ? null : (servers as Server[]);
}

function serverAt(source: SecretSource, resolve: SecretResolver): Server | null {
  try {
    const text = resolve(source, 'address').reveal().trim();
    const { hostname, port, protocol } = new URL(text);
    const isTls = protocol === 'https:';
    const host = hostname.replace(/^\[|\]$/g, '');
    return {
      host,
      port: port === '' ? (isTls ? 443 : 80) : Number(port),
      isTls,
      shown: originOf(text),
      isHttp: true,
    };
  } catch (error) {
    if (error instanceof MonitorError || error instanceof TypeError) return null;
    throw error;
  }
}

async function serverReach(
  { env }: World,
  server: Server,
  { words: { reach: words } }: Wording,
): Promise<Reach> {
  const { host, port, isTls, shown, isHttp } = server;
  if (isHttp && proxySettings(env) !== null && !isLoopback(host)) {
    return { outcome: 'untried', words: words.proxy(shown) };
  }
  const why = await new Promise<string | null>((settle) => {
    const options = { host, port };
    const socket: Socket = isTls
      ? connectTls({ ...options, ...(/^[\d.:a-f]+$/i.test(host) ? {} : { servername: host }) })
      : connectPlain(options);
    const end = (code: string | null): void => {
      socket.destroy();
      settle(code);
    };
    socket.setTimeout(CONNECT_MS, () => end(words.noAnswer));
    socket.once(isTls ? 'secureConnect' : 'connect', () => end(null));
    // Messages of TLS faults quote certificates; the code says enough.
    socket.once('error', ({ code }: NodeJS.ErrnoException) => end(code ?? words.unknown));
  });
  return why === null
    ? { outcome: 'reached', words: words.answers(shown) }
    : { outcome: 'unreached', words: words.unreached(shown, why) };
}
