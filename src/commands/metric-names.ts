// Decides by which names metrics go: profile ids as they are, or hashed where the config asks for it.
import { createHmac, randomBytes } from 'node:crypto';
import type { Config } from '../config/config-schema.ts';
import { base32 } from '../core/base32.ts';
import type { Report } from '../core/report.ts';
import { readSalt } from '../state/index.ts';
import { stateDir, type Context } from './context.ts';

/** Characters of a hashed name: 60 bits, so that two of one fleet do not clash. */
const LENGTH = 12;

/** The report with the profile ids that its metrics may show. */
export function namedFor(config: Config | null, report: Report, salt: Buffer): Report {
  if (config?.metrics?.labels !== 'hashed') return report;
  const hashed = (profileId: string): string =>
    base32(createHmac('sha256', salt).update(`profile\0${profileId}`).digest()).slice(0, LENGTH);
  const agents = report.agents.map((agent) => ({
    ...agent,
    profiles: agent.profiles.map((row) => ({ ...row, profileId: hashed(row.profileId) })),
  }));
  return { ...report, agents };
}

/** As `namedFor`, for metrics that are printed; before the first run of an install names hold for this print only. */
export function namedForPrint(
  context: Pick<Context, 'world' | 'options' | 'used'>,
  report: Report,
): Report {
  const { used } = context;
  if (used?.config.metrics?.labels !== 'hashed') return report;
  return namedFor(used.config, report, savedSalt(context) ?? randomBytes(32));
}

function savedSalt(context: Pick<Context, 'world' | 'options' | 'used'>): Buffer | null {
  try {
    return readSalt(stateDir(context));
  } catch {
    // There is no place for a state; nothing is kept then anyway.
    return null;
  }
}
