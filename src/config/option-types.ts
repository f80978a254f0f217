// The option kinds that several parts of the config share: secrets, durations and what every channel takes.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { expecting } from '../core/fault-text.ts';
import { DAY_MS, parseDuration } from '../core/duration.ts';
import { defaultSeverity, type FindingCode } from '../core/finding.ts';
import { LANGS } from '../core/lang.ts';

const LONGEST_MS = 3650 * DAY_MS;
const DURATION = expecting('duration');

/** A secret option: where the secret is kept, or the secret itself. */
export const secretSource = z
  .union(
    [
      z.string().min(1).meta({ description: 'The secret itself. Keep the file private (0600).' }),
      z.strictObject({ env: z.string().min(1).describe('Name of an environment variable.') }),
      z.strictObject({ file: z.string().min(1).describe('Absolute path of a file, or ~/….') }),
      z.strictObject({ credential: z.string().min(1).describe('Name of a systemd credential.') }),
    ],
    {
      error: expecting('secret'),
    },
  )
  .describe('A secret: taken from the environment, a file or a systemd credential, or literal.');

/** Environment variables for a program that a channel starts. */
export const programVariables = z
  .record(z.string().regex(/^[A-Za-z_]\w*$/, expecting('variable')), secretSource)
  .default({})
  .describe('Further environment variables of the program; the place for its secrets.');

/** A length of time such as `90s`, `15m`, `24h` or `7d`; parsed to ms, ten years at most. */
export const durationMs = z
  .string({ error: DURATION })
  .meta({ pattern: '^\\d{1,9}[smhdw]$', examples: ['90s', '15m', '24h', '7d'] })
  .transform((text, context) => {
    const parsed = parseDuration(text);
    if (parsed !== null && parsed <= LONGEST_MS) return parsed;
    context.addIssue({ code: 'custom', message: DURATION });
    return z.NEVER;
  });

/** The address of a self-hosted server; credentials have options of their own. */
export const baseUrl = z.string().refine(isBaseUrl, {
  error: expecting('baseUrl'),
});

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}

/** For channels that speak HTTP. */
export const allowInsecure = z
  .boolean()
  .default(false)
  .describe('Allows plain http: to another host.');

const names = (what: string) =>
  z.array(z.string().min(1)).default([]).describe(`Only these ${what}; empty means all.`);

const CODES = Object.keys(defaultSeverity) as [FindingCode, ...FindingCode[]];

/** What every channel takes beside its own options; spread it into the channel's strict object. */
export const channelFields = {
  name: z
    .string()
    .regex(/^[\w.-]{1,64}$/, expecting(fault('letters', 64, fault('either', '".", "_"', '"-"'))))
    .optional()
    .describe('Name of the channel in logs and for `test`; the type when left out.'),
  minSeverity: z
    .enum(['fail', 'warn', 'notice', 'info'])
    .default('notice')
    .describe('Least severity that this channel hears of.'),
  reminders: z.boolean().default(true).describe('Whether open incidents are repeated.'),
  recoveries: z.boolean().default(true).describe('Whether the end of an incident is told.'),
  lang: z
    .enum(LANGS)
    .optional()
    .describe('Language of its messages; `lang` of the config when left out.'),
  agents: names('agents'),
  providers: names('providers'),
  codes: z.array(z.enum(CODES)).default([]).describe('Only these findings; empty means all.'),
};
