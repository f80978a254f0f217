// The value kinds of the config's own sections: paths, dates, times of day, zones, base URLs.
import * as z from 'zod';
import { expecting } from '../core/fault-text.ts';
import { parseListenAddress } from '../core/listen-address.ts';
import { expandHome } from './expand-home.ts';
import { parseDate } from './parse-date.ts';

type Wish =
  | 'homelessPath'
  | 'homePath'
  | 'date'
  | 'timeOfDay'
  | 'listenAddress'
  | 'timeZone'
  | 'probeUrl';

/** A text that `read` turns into something else, or refuses with null; `wish` says what it should be. */
function readText<T>(read: (text: string) => T | null, wish: Wish, examples: string[]) {
  return z
    .string({ error: expecting(wish) })
    .meta({ examples })
    .transform((text, context) => {
      const value = read(text);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message: expecting(wish) });
      return z.NEVER;
    });
}

/** A path, absolute or below the home; parsed to an absolute one. Relative ones would depend on who runs us. */
export function pathOption(home: string | null) {
  const wish = home === null ? 'homelessPath' : 'homePath';
  return readText((text) => expandHome(text, home), wish, ['~/.openclaw']);
}

/** An ISO date or time with zone, parsed to epoch ms. */
export const dateMs = readText(parseDate, 'date', ['2026-05-01', '2026-05-01T10:00:00+02:00']);

/** A time of day `HH:MM`, parsed to minutes since midnight. */
export const clockMinute = readText(
  (text) => {
    const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
    return match && Number(match[1]) * 60 + Number(match[2]);
  },
  'timeOfDay',
  ['22:00'],
);

/** Where to listen: `PORT`, `127.0.0.1:PORT`, `[::1]:PORT`. */
export const listenAddress = readText(parseListenAddress, 'listenAddress', ['127.0.0.1:18780']);

/** An IANA time zone that this Node knows. */
export const timeZone = readText(
  (text) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    } catch {
      return null;
    }
  },
  'timeZone',
  ['Europe/Berlin'],
);

/** A cron pattern, alone or with a zone. Whether it ever fires is asked of croner when it is loaded. */
export const scheduleOption = z
  .union([z.string(), z.strictObject({ cron: z.string(), zone: timeZone.optional() })], {
    error: expecting('schedule'),
  })
  .transform((given) => (typeof given === 'string' ? { cron: given } : given));

/** Where a provider is asked: https, or http on this machine, since the credential goes there. */
export const probeBaseUrl = readText(readBaseUrl, 'probeUrl', ['https://llm.example.org/v1']);

function readBaseUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username + password + search + hash !== '') return null;
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback);
  return isSafe ? text.replace(/\/+$/, '') : null;
}
