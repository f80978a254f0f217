// The public body of a webhook: its schema, and how a notification is fitted into 20 KB.
import * as z from 'zod';
import { defaultSeverity, type FindingCode } from '../core/finding.ts';
import type { IncidentView, Notification } from '../core/alerts/notification.ts';

/** Standard Webhooks asks for less than 20 kB; receivers may refuse more. */
const LIMIT_BYTES = 20_000;

const CODES = Object.keys(defaultSeverity) as [FindingCode, ...FindingCode[]];
const iso = z.iso.datetime({ precision: 3 });
const severity = z.enum(['fail', 'warn', 'notice', 'info']);

const incident = z.object({
  fingerprint: z.string().describe('The same from firing to recovery.'),
  code: z.enum(CODES),
  severity,
  title: z.string(),
  gateway: z.string(),
  agents: z.array(z.string()),
  provider: z.string().nullable(),
  profiles: z.array(z.string()),
  since: iso.nullable(),
  expiresAt: iso.nullable(),
  remainingMs: z.number().nullable(),
  outageMs: z.number().nullable().describe('Length of the outage, once recovered.'),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  remedy: z
    .array(z.string())
    .describe('Commands in order; a line that starts with "# " is a remark.'),
});

const KINDS = ['firing', 'escalated', 'reminder', 'recovered', 'deadletter', 'test'] as const;

/** The public webhook body. Fields may be added to it, so receivers ignore what they do not know. */
export const webhookBodySchema = z.object({
  type: z.enum(KINDS.map((kind) => `auth.${kind}` as const)),
  timestamp: iso.describe('When it was observed; the header has the time of the attempt.'),
  data: z.object({
    id: z.string().describe('The same over retries.'),
    kind: z.enum(KINDS),
    severity,
    verdict: z.enum(['ok', 'expiring', 'failing']),
    incidents: z.array(incident).describe('Worst first.'),
    truncated: z.int().min(0).describe('How many further incidents were left out.'),
    undelivered: z
      .object({ channel: z.string(), error: z.string(), since: iso })
      .optional()
      .describe('Only for deadletter: what another channel could not deliver.'),
    alsoUndelivered: z
      .array(z.object({ channel: z.string(), error: z.string(), since: iso }))
      .optional()
      .describe('Only for deadletter: further channels in trouble.'),
    lost: z
      .object({ error: z.string(), since: iso })
      .optional()
      .describe('Only for deadletter: what was told before is forgotten.'),
    breakdown: z
      .object({ unit: z.string(), error: z.string(), since: iso })
      .optional()
      .describe('Only for deadletter: the monitor itself failed.'),
    monitor: z.object({
      name: z.string(),
      version: z.string(),
      host: z.string(),
      invocationId: z.string().optional().describe('Of the systemd unit: finds its log.'),
    }),
  }),
});

export type WebhookBody = z.output<typeof webhookBodySchema>;

/** The JSON Schema (draft 2020-12) of the webhook body. */
export function webhookJsonSchema(): object {
  return z.toJSONSchema(webhookBodySchema, { target: 'draft-2020-12', io: 'input' });
}

/** How much of one incident is told, tried in order until the worst fits. */
const LIMITS = [
  { characters: Infinity, items: Infinity },
  { characters: 300, items: 40 },
  { characters: 100, items: 10 },
  { characters: 40, items: 3 },
] as const;
type Limits = (typeof LIMITS)[number];

const INCIDENT_FIELDS = Object.keys(incident.shape) as (keyof typeof incident.shape)[];

/**
 * The body as JSON, under 20 kB: the least urgent incidents are left out and counted in `truncated`.
 * Where even the worst is too large its texts and lists are cut, and the fact `agentCount` tells how
 * many agents there are.
 */
export function webhookBody(notification: Notification): string {
  for (const limits of LIMITS) {
    const views = notification.incidents.map((view) => publicIncident(view, limits));
    const kept = views.slice(0, countThatFits(notification, views, limits));
    if (kept.length > 0 || views.length === 0) return render(notification, kept, limits);
  }
  return render(notification, [], LIMITS[3]);
}

function countThatFits(
  notification: Notification,
  views: readonly object[],
  limits: Limits,
): number {
  // The first incident has no comma before it.
  let bytes = Buffer.byteLength(render(notification, [], limits)) - 1;
  const end = views.findIndex((view) => {
    bytes += Buffer.byteLength(JSON.stringify(view)) + 1;
    return bytes >= LIMIT_BYTES;
  });
  return end < 0 ? views.length : end;
}

function render(notification: Notification, kept: readonly object[], limits: Limits): string {
  const { id, kind, createdAt, verdict, incidents, truncated, monitor } = notification;
  const { undelivered, alsoUndelivered, lost, breakdown } = notification;
  const body: Readonly<Record<keyof WebhookBody, unknown>> = {
    type: `auth.${kind}`,
    timestamp: createdAt,
    data: {
      id,
      kind,
      severity: notification.severity,
      verdict,
      incidents: kept,
      truncated: truncated + incidents.length - kept.length,
      ...(undelivered && { undelivered: shorten(undelivered, limits) }),
      ...(alsoUndelivered && { alsoUndelivered: shorten(alsoUndelivered, limits) }),
      ...(lost && { lost: shorten(lost, limits) }),
      ...(breakdown && { breakdown: shorten(breakdown, limits) }),
      monitor: shorten(monitor, limits),
    },
  };
  return JSON.stringify(body);
}

function publicIncident(view: IncidentView, limits: Limits): object {
  const isCut = view.agents.length > limits.items;
  const facts = isCut ? { ...view.facts, agentCount: view.agents.length } : view.facts;
  const full = { ...view, facts };
  return shorten(Object.fromEntries(INCIDENT_FIELDS.map((name) => [name, full[name]])), limits);
}

function shorten<T>(value: T, limits: Limits): T;
function shorten(value: unknown, limits: Limits): unknown {
  if (typeof value === 'string' && value.length > limits.characters) {
    return `${value.slice(0, limits.characters).replace(/[\ud800-\udbff]$/, '')}…`;
  }
  if (Array.isArray(value)) {
    return value.slice(0, limits.items).map((item) => shorten(item, limits));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, shorten(part, limits)]),
  );
}
