// The part of the report's schema that says what became of messages.
import * as z from 'zod';
import { alertingPhrases } from '../core/phrases/alerting-phrases.ts';
import type { SuppressedReason } from '../core/alerts/decide-event.ts';
import { count, iso } from './report-schema-probe.ts';

const reasons = Object.keys(alertingPhrases.suppressed) as [
  SuppressedReason,
  ...SuppressedReason[],
];

const message = {
  id: z.string().describe('As in `outbox`, and the webhook-id of a webhook.'),
  channel: z.string(),
  kind: z.enum(['firing', 'escalated', 'reminder', 'recovered', 'deadletter', 'test']),
  incidents: count,
};

export const alerts = z.strictObject({
  sent: z.array(z.strictObject(message)),
  owed: z
    .array(
      z.strictObject({
        ...message,
        attempts: count.describe('Runs that tried it.'),
        nextAttemptAt: iso.nullable().describe('Null when it was given up.'),
        fault: z.enum(['transient', 'ambiguous', 'auth', 'permanent', 'gone']).nullable(),
        detail: z.string().nullable(),
      }),
    )
    .describe('Waiting for a later run, or given up in this one.'),
  heldBack: z
    .array(
      z.strictObject({
        channel: z.string(),
        fingerprint: z.string().describe('Of the incident.'),
        title: z.string(),
        reason: z.enum(reasons),
      }),
    )
    .describe('What a channel was not told in this run, and why.'),
  problem: z.string().nullable().describe('What is wrong with the memory of what was told.'),
});
