// How GitHub Copilot is asked: for the account's seat, which is read-only; `v2/token` would mint a token.
import type { Answer } from './answer.ts';
import { fields } from './answer.ts';
import { httpProbe } from './http-probe.ts';
import { isoTime, plainWord, validWith } from './shapes.ts';

const SEAT_FIELDS = ['copilot_plan', 'access_type_sku', 'quota_snapshots', 'chat_enabled'];

/** GitHub's own scheme is `token`, not Bearer. A header of every answer tells when the token ends. */
export const githubCopilot = httpProbe({
  types: ['api_key', 'token', 'oauth'],
  origin: 'https://api.github.com',
  path: '/copilot_internal/user',
  headers: ({ secret }) => ({ authorization: `token ${secret.reveal()}` }),
  endpoint: 'account',
  credential: 'oauth',
  accept(body, answer) {
    const seat = fields(body);
    if (!SEAT_FIELDS.some((name) => name in seat)) return null;
    return validWith({ expiresAt: endOf(answer), plan: plainWord(seat['copilot_plan']) });
  },
});

/** `2026-12-01 09:30:00 UTC`, or with an offset in the place of the zone. */
function endOf(answer: Answer): number | undefined {
  const text = answer.header('github-authentication-token-expiration') ?? '';
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:UTC|([+-]\d\d):?(\d\d))$/.exec(text);
  if (!match) return isoTime(text);
  const [, day, clock, hours, minutes = '00'] = match;
  return isoTime(`${day}T${clock}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
}
