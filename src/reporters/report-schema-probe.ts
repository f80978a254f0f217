// The schema of what providers answered, as the report tells it.
import * as z from 'zod';

// `Date.prototype.toISOString`: years beyond 9999 have six digits and a sign.
export const iso = z
  .string()
  .regex(/^(?:[+-]\d{6}|\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'an ISO 8601 time in UTC')
  .describe('ISO 8601 in UTC with milliseconds.');
export const count = z.int().nonnegative();

/** One credential. */
export const probe = z.strictObject({
  level: z.enum(['metadata', 'inference', 'passive']),
  outcome: z.enum(['accepted', 'rejected', 'inconclusive', 'not_probed']),
  reason: z.string().nullable(),
  confidence: z.enum(['certain', 'likely']),
  checkedAt: iso,
  status: z.int().exactOptional().describe('HTTP status, where there was an answer.'),
  code: z.string().exactOptional().describe("The provider's machine code or error type."),
  requestId: z.string().exactOptional(),
  message: z.string().exactOptional().describe("The provider's own words, without secrets."),
  facts: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .exactOptional()
    .describe('What the answer tells beside. Names ending in At are ISO times.'),
  last: z
    .strictObject({
      level: z.enum(['metadata', 'inference']),
      outcome: z.enum(['accepted', 'rejected']),
      reason: z.string(),
      checkedAt: iso,
    })
    .exactOptional()
    .describe('The last yes or no of an earlier run, where this one got none.'),
});

/** Distinct credentials by outcome. */
export const probeSummary = z
  .strictObject({
    accepted: count,
    rejected: count,
    inconclusive: count,
    notProbed: count,
    unasked: z.record(z.string(), count).describe('Could not be asked, by reason.'),
  })
  .describe('Distinct credentials by outcome; only of a run that asked providers.');
