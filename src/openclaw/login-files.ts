// Reads the logins that other programs keep for themselves; the files are only read, nothing is asked of the programs.
import { join } from 'node:path';
import type { StoreFault } from '../core/agent.ts';
import { LOGINS, type LoginProgram, type LoginSettings } from '../core/login.ts';
import type { Profile } from '../core/profile.ts';
import type { Environment } from './environment.ts';
import { readJson, unreadable } from './json-file.ts';
import { jwtExpiry } from './jwt.ts';
import { parseProfile } from './parse-profile.ts';
import { gatewayHome, resolvePath, type GatewaySource, type SystemView } from './state-dir.ts';

/** A login as its file tells it, before any judgement. */
export interface Login {
  readonly program: LoginProgram;
  readonly path: string;
  /** Null when nobody is logged in, or the file cannot be read. */
  readonly profile: Profile | null;
  readonly fault: StoreFault | null;
  /** The system may keep it in a key ring instead, which is not looked into. */
  readonly isElsewhere: boolean;
}

type Fields = Readonly<Record<string, unknown>>;
type Entry = Readonly<Record<string, unknown>>;

/** Without a time of its own a Codex token counts for an hour from when it was written (OpenClaw 2026.9.6). */
const CODEX_LIFE_MS = 3_600_000;

/** Keep their logins in the key chain of macOS. */
const KEY_CHAIN: ReadonlySet<LoginProgram> = new Set(['claudeCode', 'codex']);

/** What the file holds, in the shape of a stored credential; null when that is no login. */
const READERS: Readonly<Record<LoginProgram, (file: Fields, writtenAt: number) => Entry | null>> = {
  claudeCode(file) {
    const { accessToken, refreshToken, expiresAt } = fieldsOf(file['claudeAiOauth']);
    if (!isText(accessToken)) return null;
    // Without a refresh token it is a setup token, which nothing renews.
    return isText(refreshToken)
      ? { type: 'oauth', access: accessToken, refresh: refreshToken, expires: expiresAt }
      : { type: 'token', token: accessToken, expires: expiresAt };
  },
  codex(file, writtenAt) {
    const {
      access_token: access,
      refresh_token: refresh,
      account_id: accountId,
    } = fieldsOf(file['tokens']);
    const key = file['OPENAI_API_KEY'];
    if (isText(key) && (file['auth_mode'] === 'apikey' || !isText(access))) {
      return { type: 'api_key', key };
    }
    if (!isText(access)) return null;
    const expires = jwtExpiry(access) ?? Math.floor(writtenAt) + CODEX_LIFE_MS;
    return { type: 'oauth', access, refresh, accountId, expires };
  },
  gemini: portal,
  minimax: portal,
  qwen: portal,
};

function portal(file: Fields): Entry | null {
  const { access_token: access, refresh_token: refresh, expiry_date: expires } = file;
  return isText(access) ? { type: 'oauth', access, refresh, expires } : null;
}

/** Reads the wanted logins of the gateway's user. Never throws. */
export function readLogins(
  view: SystemView,
  source: GatewaySource,
  environment: Environment,
  wanted: LoginSettings,
): readonly Login[] {
  return (Object.keys(LOGINS) as LoginProgram[]).flatMap((program) => {
    const named = wanted[program];
    if (named === undefined) return [];
    const usual = named === true ? usualPath(program, view, source, environment) : null;
    const path = usual ?? resolvePath(view, String(named));
    return [{ program, path, ...readLogin(view, program, path) }];
  });
}

function readLogin(
  { files }: SystemView,
  program: LoginProgram,
  path: string,
): Pick<Login, 'profile' | 'fault' | 'isElsewhere'> {
  const { value, exists, fault } = readJson(files, path);
  const isElsewhere = !exists && process.platform === 'darwin' && KEY_CHAIN.has(program);
  if (value === undefined) return { profile: null, fault, isElsewhere };
  let writtenAt = 0;
  try {
    writtenAt = files.stat(path)?.mtimeMs ?? 0;
  } catch {
    // It is gone again; its token then counts as long ended.
  }
  const entry = READERS[program](fieldsOf(value), writtenAt);
  if (entry === null) return { profile: null, fault: null, isElsewhere: false };
  const [provider] = LOGINS[program].providers;
  const reading = parseProfile(LOGINS[program].id, { ...entry, provider }, 'json');
  return reading.ok
    ? { profile: { ...reading.profile, ownedByCli: true }, fault: null, isElsewhere: false }
    : { profile: null, fault: unreadable(path, 'corrupt', reading.problem), isElsewhere: false };
}

function usualPath(
  program: LoginProgram,
  view: SystemView,
  source: GatewaySource,
  environment: Environment,
): string {
  const home = gatewayHome(view, source);
  // Our own variables say where our user keeps logins, which need not be the gateway's user.
  const dir = (name: string): string | null => {
    const found = environment.find(name);
    return found === null || (found.layer.own && !source.isDefault) ? null : found.value;
  };
  switch (program) {
    case 'claudeCode': {
      const named = dir('CLAUDE_SECURESTORAGE_CONFIG_DIR') ?? dir('CLAUDE_CONFIG_DIR');
      return join(named ?? join(home, '.claude'), '.credentials.json');
    }
    case 'codex':
      return join(dir('CODEX_HOME') ?? join(home, '.codex'), 'auth.json');
    default:
      return join(home, `.${program}`, 'oauth_creds.json');
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
