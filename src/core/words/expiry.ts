// Words for findings about the end of a credential.
import { LOGINS } from '../login.ts';
import { note, renew } from '../remedy.ts';
import { ago, ahead, duration, entryFor, number, time, type Told, type Words } from './told.ts';

function renewer(told: Told): string {
  return entryFor(LOGINS, told, 'login')?.title ?? 'OpenClaw';
}

/** A spare is one beside a healthy profile of the same provider and agent. */
function isSpare(told: Told): boolean {
  return told.finding.facts['spare'] === true;
}

export const expiryWords = {
  profile_expired: {
    title: (told) =>
      told.phrases.about.profile_expired.title({
        profile: told.profile,
        ago: ago(told, 'expiresAt'),
        spare: isSpare(told),
      }),
    remedy: (told) => renew(told),
  },
  profile_expiring: {
    title: (told) =>
      told.phrases.about.profile_expiring.title({
        profile: told.profile,
        ahead: ahead(told, 'expiresAt'),
        spare: isSpare(told),
      }),
    remedy: (told) => renew(told),
  },
  profile_expiry_ahead: {
    title: (told) =>
      told.phrases.about.profile_expiry_ahead.title({
        profile: told.profile,
        ahead: ahead(told, 'expiresAt'),
      }),
    remedy: (told) => renew(told),
  },
  profile_refresh_due: {
    title: (told) =>
      told.phrases.about.profile_refresh_due.title({
        profile: told.profile,
        pending: told.finding.facts['pending'] === true,
        idle: duration(told, 'idleMs'),
      }),
    remedy(told) {
      const { renewsItself, idleTokensEnd } = told.phrases.remedy;
      return number(told, 'idleMs') === null
        ? [note(renewsItself(renewer(told)))]
        : [note(idleTokensEnd), ...renew(told, 'oauth')];
    },
  },
  profile_refresh_stalled: {
    title(told) {
      const { title } = told.phrases.about.profile_refresh_stalled;
      const say = entryFor(title, told, 'reason') ?? title.other;
      return say({ profile: told.profile, ago: ago(told, 'expiresAt') });
    },
    remedy: (told) => renew(told, 'oauth'),
  },
  credential_age: {
    title(told) {
      const { title } = told.phrases.about.credential_age;
      const about = { profile: told.profile, age: duration(told, 'ageMs') };
      const endAt = time(told, 'expiresAt');
      if (endAt === null) return title.old(about);
      return endAt <= told.context.now
        ? title.ended(about)
        : title.ends({ ...about, ahead: ahead(told, 'expiresAt') });
    },
    remedy(told) {
      const { sayEndInStep, sayEndInConfig } = told.phrases.remedy;
      const advice = told.context.ci ? sayEndInStep(told.profile) : sayEndInConfig;
      return [...renew(told, 'token'), note(advice)];
    },
  },
} satisfies Partial<Record<string, Words>>;
