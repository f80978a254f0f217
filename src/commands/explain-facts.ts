// Says of a profile what is stored, from where an agent has it, when it ends, and who uses it.
import { formatDuration } from '../core/duration.ts';
import { toIso } from '../core/iso.ts';
import { formatTime, fromNow } from '../core/moment.ts';
import type { ExpirySource } from '../core/health.ts';
import type { ReportProfile } from '../core/report.ts';
import { label, type Charset } from '../core/terminal.ts';
import type { Exclusion } from '../checks/check.ts';
import type { Context } from './context.ts';
import type { Sight } from './explain-stock.ts';

type Row = readonly [term: string, text: string | null];

const MOST_MODELS = 4;

const TYPES = { api_key: 'an API key', token: 'a token', oauth: 'an OAuth login' } as const;

const SOURCES: Readonly<Record<ExpirySource, string>> = {
  stored: 'as stored',
  jwt: 'by the token itself',
  declared: 'as declared in the config',
  provider: 'as the provider told',
  estimated: 'estimated from its age',
  none: '',
};

const EXCLUSIONS: Readonly<Record<Exclusion, string>> = {
  ordered_out: 'left out of the auth order',
  unlisted: 'not in auth.profiles, which lists others of this provider',
  mode_mismatch: 'auth.profiles gives it another mode than its type',
};

/** The facts of one agent's view of a profile; nothing of the credential itself. */
export function factRows(
  sight: Sight,
  row: ReportProfile,
  { policy, now }: Context,
  charset: Charset,
): readonly Row[] {
  const { judged, agent, gateway } = sight;
  const { profile, excluded, ignored } = judged;
  const show = (text: string): string => label(text, 240, charset);
  return [
    ['stored', `${TYPES[profile.type]} of ${show(judged.provider)}${ownerWords(sight, show)}`],
    ['reference', referenceWords(sight, row, show)],
    ['store', agent.store.path === null ? null : `${show(agent.store.path)} (${agent.store.kind})`],
    ['ends', endWords(row, now)],
    ['by the clock', `${row.health} (warn window ${formatDuration(policy.warnWithinMs)})`],
    ['renewal', renewalWords(sight)],
    ['used by', useWords(sight, show)],
    ['set aside', excluded === null ? null : `OpenClaw never picks it: ${EXCLUSIONS[excluded]}`],
    ['ignored', ignored ? 'yes: the config says so, its findings are info' : null],
    ['usable now', usableWords(sight, row, now, show)],
    ['key besides', keyWords(gateway.key(judged.provider), show)],
  ];
}

function ownerWords({ judged }: Sight, show: (text: string) => string): string {
  const { inheritedFrom } = judged;
  if (inheritedFrom === null) return '';
  const whose = inheritedFrom === 'shared' ? 'the shared store' : `agent ${show(inheritedFrom)}`;
  return `, inherited from ${whose}`;
}

function referenceWords(
  { judged }: Sight,
  row: ReportProfile,
  show: (text: string) => string,
): string | null {
  const { secretRef } = judged.profile;
  if (secretRef === null) return null;
  const named = `${secretRef.source}:${show(secretRef.provider)}:${show(secretRef.id)}`;
  const presence = judged.refPresence ?? 'unknown';
  return row.foundIn === undefined
    ? `${named}, ${presence}`
    : `${named}, found in ${show(row.foundIn)}`;
}

function endWords({ expiresAt, expirySource }: ReportProfile, now: number): string {
  if (expiresAt === null) return 'no end is known';
  return `${formatTime(expiresAt)} (${fromNow(Date.parse(expiresAt), now)}), ${SOURCES[expirySource]}`;
}

function renewalWords({ judged: { profile, refreshable } }: Sight): string | null {
  if (profile.refreshFence === 'failed') return 'a refresh failed for good: only a new login helps';
  if (profile.refreshFence === 'pending') return 'OpenClaw is renewing it';
  if (profile.ownedByCli) return 'left to the program that owns the login';
  if (refreshable) return 'OpenClaw renews it on its next use';
  return profile.type === 'oauth' ? 'nothing renews it: no refresh token' : null;
}

function useWords({ judged, agent }: Sight, show: (text: string) => string): string {
  const routes = agent.routes.filter(({ provider }) => provider === judged.provider);
  if (routes.length === 0) {
    return judged.inUse
      ? 'no model of this agent; it counts all the same'
      : 'no model of any agent: it does not count (--scope all makes it)';
  }
  const shown = routes.slice(0, MOST_MODELS).map(({ ref, use }) => `${show(ref)} (${use})`);
  const more = routes.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function usableWords(
  { judged }: Sight,
  { unusable, usable }: ReportProfile,
  now: number,
  show: (text: string) => string,
): string {
  if (unusable === null) return usable ? 'yes, as far as files tell' : 'no';
  const reason = unusable.reason === null ? '' : `, ${show(unusable.reason)}`;
  const model = judged.unusable?.model ?? null;
  const scope = model === null ? '' : ` for model ${show(model)} only`;
  const until = `until ${formatTime(unusable.until)} (${fromNow(Date.parse(unusable.until), now)})`;
  return `${usable ? 'yes' : 'no'}: ${unusable.kind}${scope} ${until}${reason}`;
}

function keyWords(
  key: ReturnType<Sight['gateway']['key']>,
  show: (text: string) => string,
): string | null {
  if (key === null) return null;
  const variable = key.variable === null ? '' : ` as ${show(key.variable)}`;
  return `${key.presence === 'present' ? '' : 'perhaps '}in ${show(key.foundIn)}${variable}`;
}

/** `2026-11-21 09:30Z (2 h ago)`; both epoch ms. */
export function momentWords(at: number, now: number): string {
  return `${formatTime(toIso(at))} (${fromNow(at, now)})`;
}
