// The shape of the config file: every key, strictly. A key is here only when the product honours it.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import type { ChannelWishes } from '../core/alerts/alert-policy.ts';
import { LANGS, type Lang } from '../core/lang.ts';
import { POLICY_NAMES } from '../core/policy.ts';
import { loginsSchema } from './logins-schema.ts';
import { durationMs, secretSource } from './option-types.ts';
import { severityTable } from './severity-table.ts';
import {
  clockMinute,
  dateMs,
  pathOption,
  probeBaseUrl,
  scheduleOption,
  timeZone,
} from './value-types.ts';
import { web } from './web-options.ts';

/** A channel of the config: the fields that all have, and the options of its type. */
interface ChannelConfig extends ChannelWishes {
  readonly type: string;
  /** The type where the config gives no name. */
  readonly name: string;
  readonly lang?: Lang;
  readonly [option: string]: unknown;
}

/** The config as read: durations in ms, dates in epoch ms, paths absolute. What was not given is absent. */
export type Config = z.output<ReturnType<typeof buildConfigSchema>>;

/** Cross-checks run beside other faults, so that all are told at once. */
const ALWAYS = { when: () => true };

/**
 * The schema of the config file for these channels. `home` stands for `~` in paths; without one such
 * paths are refused.
 */
export function buildConfigSchema(
  notifierSchemas: readonly z.ZodObject[],
  home: string | null = null,
) {
  const path = pathOption(home);
  const metrics = z.strictObject({
    textfile: path.optional().describe('File to write after each run; node_exporter reads *.prom.'),
    labels: z.enum(['plain', 'hashed']).optional().meta({
      description: 'Whether metrics name profiles by their id, which may hold an e-mail address.',
      default: 'plain',
    }),
  });
  const state = z.strictObject({ dir: path.describe("Directory of the monitor's own state.") });
  return z
    .strictObject({
      $schema: z.string().describe('For editors; the monitor does not read it.'),
      gateways: gateways(path).describe(
        'OpenClaw state directories to judge. Default: found as OpenClaw finds its own.',
      ),
      agents,
      policy,
      scope: z
        .enum(['in-use', 'all'])
        .describe(
          'Profiles of providers in use, or every stored one. Default: as the policy says.',
        ),
      warnWithin: durationMs.meta({
        description: 'From how long before its expiry a credential is expiring.',
        default: '24h',
      }),
      severity: severityTable.describe('Severity by finding code, or by code.variant.'),
      profiles: z
        .record(z.string().min(1), profile)
        .describe('What you know about single profiles, by profile id.'),
      logins: loginsSchema(path),
      probe,
      alerts,
      notifiers: notifiers(notifierSchemas).describe('Channels that alerts go to.'),
      heartbeat: z
        .strictObject({
          url: secretSource,
          start: z.boolean().optional().meta({
            description: 'Whether the beginning of a run is told, too (`/start`).',
            default: true,
          }),
        })
        .describe("Dead-man's switch about the monitor itself (Healthchecks, Uptime Kuma)."),
      metrics: metrics.describe('Prometheus metrics as a textfile.'),
      schedule: scheduleOption.meta({
        description: 'When `watch` runs: five cron fields, alone or with a time zone.',
        default: '*/30 * * * *',
      }),
      web: web.describe('The page of `watch`; that the key is there switches it on.'),
      lang: z.enum(LANGS).describe('Language of reports and messages. Default: by the locale.'),
      state: state.describe('Default: $STATE_DIRECTORY, else the XDG state home.'),
      log,
    })
    .partial()
    .meta({ title: 'Configuration of openclaw-auth-monitor' });
}

const someTime = durationMs.refine((ms) => ms > 0, expecting('someTime'));

const policy = z
  .enum(POLICY_NAMES)
  .meta({ description: 'The rules to judge by.', default: 'default' });

const agents = z
  .strictObject({
    onDisk: z.enum(['judge', 'ignore']).meta({
      description: 'Agents found on disk only, not in the gateway config.',
      default: 'judge',
    }),
  })
  .partial()
  .describe('Which agents are judged.');

const profile = z
  .strictObject({
    expiresAt: dateMs.describe('When it expires, where the store does not know.'),
    issuedAt: dateMs.describe('When it was issued; its end is then estimated, which never fails.'),
    expectClaudeCodeOnly: z.boolean().describe('A Claude-Code-only rejection is no finding.'),
    ignore: z.boolean().describe('Never counts: its findings are info.'),
    watch: z.boolean().describe('Counts even when no agent uses it.'),
  })
  .partial()
  .refine(({ ignore, watch }) => !(ignore && watch), {
    ...ALWAYS,
    error: asMessage(fault('ignoreAndWatch')),
  });

const passive = z
  .strictObject({
    stats: z.boolean().meta({ description: 'Failures in the usage stats.', default: true }),
    transcripts: z.boolean().meta({ description: 'Failed turns of sessions.', default: true }),
    log: z.boolean().meta({ description: "Failed calls in the gateway's log.", default: true }),
  })
  .partial()
  .describe('Which records of OpenClaw are searched for refusals, without any request.');

const probe = z
  .strictObject({
    level: z.enum(['off', 'metadata', 'inference']).meta({
      description:
        'What is asked of providers. Default: metadata for run and watch, off for check.',
    }),
    timeout: someTime.describe('Deadline of one request.'),
    passive,
    providers: z
      .record(z.string().min(1), z.strictObject({ baseUrl: probeBaseUrl }))
      .describe('Other hosts for single providers, by provider id.'),
  })
  .partial()
  .describe('Asking the providers whether credentials still work.');

const quietHours = z
  .strictObject({
    from: clockMinute,
    to: clockMinute,
    zone: timeZone.optional().describe('Default: the zone of the system.'),
  })
  .refine(({ from, to }) => from !== to, asMessage(fault('sameTime')));

const alerts = z
  .strictObject({
    reminderEvery: someTime.meta({
      description: 'Time between reminders of a failing incident.',
      default: '24h',
    }),
    quietHours: quietHours.describe('Delays what is below fail; nothing is dropped.'),
    stormCap: z.int().min(1).max(1000).meta({
      description: 'Messages per channel and hour; more become a digest.',
      default: 20,
    }),
  })
  .partial()
  .describe('When people are told.');

const log = z
  .strictObject({
    level: z
      .enum(['silent', 'error', 'warn', 'info', 'debug', 'trace'])
      .meta({ description: 'Least level that is logged.', default: 'info' }),
  })
  .partial()
  .describe("The monitor's own log.");

function gateways(path: ReturnType<typeof pathOption>) {
  const oneOrMore = z
    .union([path, z.array(path)], { error: expecting('pathOrPaths') })
    .transform((given) => (typeof given === 'string' ? [given] : given));
  const gateway = z.strictObject({
    label: z
      .string()
      .regex(/^[\w.-]{1,64}$/, expecting(fault('letters', 64, fault('either', '".", "_"', '"-"'))))
      .optional()
      .describe('Names the gateway in reports.'),
    stateDir: path.describe('State directory of the gateway.'),
    configPath: path.optional().describe('Default: openclaw.json in the state directory.'),
    secretFiles: z
      .boolean()
      .optional()
      .meta({ description: 'Read the files behind SecretRefs of source file.', default: false }),
    service: z
      .boolean()
      .optional()
      .meta({ description: "Read the environment of the gateway's service.", default: true }),
    envFile: oneOrMore.optional().describe('Further files with the environment of the gateway.'),
  });
  return z.array(gateway).min(1).superRefine(refuseRepeats('label', 'label'), ALWAYS);
}

function notifiers(schemas: readonly z.ZodObject[]) {
  const [first, ...others] = schemas;
  const channel = first ? z.discriminatedUnion('type', [first, ...others]) : z.never();
  return z
    .array(channel)
    .superRefine(refuseRepeats('name', 'type'), ALWAYS)
    .transform((channels) =>
      channels.map(
        (given) => ({ ...given, name: given['name'] ?? given['type'] }) as ChannelConfig,
      ),
    );
}

/** Refuses a second entry that goes by the same name; `fallback` is what names an entry without `key`. */
function refuseRepeats(key: string, fallback: string) {
  return (entries: unknown, context: z.core.$RefinementCtx) => {
    if (!Array.isArray(entries)) return;
    const seen = new Set<unknown>();
    for (const [index, entry] of (entries as unknown[]).entries()) {
      const { [key]: given, [fallback]: other } = Object(entry) as Record<string, unknown>;
      const name = given ?? other;
      if (name !== undefined && seen.has(name)) {
        const message = asMessage(fault('sameAsAnother', key));
        context.addIssue({ code: 'custom', path: [index, key], message });
      }
      seen.add(name);
    }
  };
}
