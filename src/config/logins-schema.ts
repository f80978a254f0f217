// What the config says about logins that other programs keep for themselves.
import * as z from 'zod';
import { expecting } from '../core/fault-text.ts';
import type { pathOption } from './value-types.ts';

/** The files by program; true stands for the usual place. */
export function loginsSchema(path: ReturnType<typeof pathOption>) {
  const login = z.union([z.literal(true), path], {
    error: expecting('loginPath'),
  });
  return z
    .strictObject({
      claudeCode: login.describe('.credentials.json of Claude Code.'),
      codex: login.describe('auth.json of Codex.'),
      gemini: login.describe('oauth_creds.json of Gemini.'),
      minimax: login.describe('oauth_creds.json of MiniMax.'),
      qwen: login.describe('oauth_creds.json of Qwen.'),
    })
    .partial()
    .describe('Logins that other programs keep for themselves, to be judged too.');
}
