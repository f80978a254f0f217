// Words for findings about the end of a credential.
import { LOGINS } from '../login.ts';
import { note, renew } from '../remedy.ts';
import { formatDuration } from '../duration.ts';
import { ago, ahead, entryFor, number, time, type Told, type Words } from './told.ts';

/** A spare is one beside a healthy profile of the same provider and agent. */
function renewer(told: Told): string {
  return entryFor(LOGINS, told, 'login')?.title ?? 'OpenClaw';
}

function spare(told: Told): string {
  return told.finding.facts['spare'] === true ? ' (a spare)' : '';
}

const STALLED: Readonly<Record<string, (told: Told) => string>> = {
  failed_fence: () => 'lost its login: a refresh failed for good',
  used_since: (told) => `expired${ago(told, 'expiresAt')} and was used since without a renewal`,
  failed_since: (told) => `expired${ago(told, 'expiresAt')} and has failed since`,
  auth_failures: () => 'is not being renewed: OpenClaw records failed logins',
};

export const expiryWords = {
  profile_expired: {
    title: (told) => `${told.profile} expired${ago(told, 'expiresAt')}${spare(told)}`,
    means: 'The credential is past its end and nothing renews it by itself.',
    remedy: (told) => renew(told),
  },
  profile_expiring: {
    title: (told) => `${told.profile} expires${ahead(told, 'expiresAt')}${spare(told)}`,
    means: 'The credential ends within the warn window and nothing renews it by itself.',
    remedy: (told) => renew(told),
  },
  profile_expiry_ahead: {
    title: (told) => `${told.profile} expires${ahead(told, 'expiresAt')}`,
    means: 'The credential ends in the coming weeks; this early word leaves time to renew it.',
    remedy: (told) => renew(told),
  },
  profile_refresh_due: {
    title(told) {
      if (told.finding.facts['pending'] === true) return `${told.profile} is being renewed`;
      const idleMs = number(told, 'idleMs');
      const idle = idleMs === null ? '' : ` (idle for ${formatDuration(idleMs)})`;
      return `${told.profile} is renewed on its next use${idle}`;
    },
    means:
      'The access token has run out, but OpenClaw holds a refresh token and has not needed it yet.',
    remedy: (told) =>
      number(told, 'idleMs') === null
        ? [note(`Nothing to do: ${renewer(told)} renews it when the agent is used next.`)]
        : [
            note('Refresh tokens can end when they lie unused; to be sure, log in again:'),
            ...renew(told, 'oauth'),
          ],
  },
  profile_refresh_stalled: {
    title: (told) =>
      `${told.profile} ${entryFor(STALLED, told, 'reason')?.(told) ?? 'is not being renewed'}`,
    means: 'The login should renew itself, but it has ended and OpenClaw did not get a new one.',
    remedy: (told) => renew(told, 'oauth'),
  },
  credential_age: {
    title(told) {
      const ageMs = number(told, 'ageMs');
      const age = ageMs === null ? 'is old' : `is ${formatDuration(ageMs)} old`;
      const endAt = time(told, 'expiresAt');
      if (endAt === null) return `${told.profile} ${age}`;
      return endAt <= told.context.now
        ? `${told.profile} ${age} and has probably ended`
        : `${told.profile} ${age} and probably ends${ahead(told, 'expiresAt')}`;
    },
    means: 'The token states no end; the end is estimated from its age and the usual lifetime.',
    remedy: (told) => [
      ...renew(told, 'token'),
      note(
        told.context.ci
          ? `If its real end is known, say it: --expires ${told.profile}=DATE`
          : 'If its real end is known, set profiles[ID].expiresAt in the config of the monitor.',
      ),
    ],
  },
} satisfies Partial<Record<string, Words>>;
