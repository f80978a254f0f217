// Tells cheaply whether OpenClaw left any records that could be read: a plain check asks no more.
import { basename, dirname, join } from 'node:path';
import type { Agent } from '../core/agent.ts';
import { DAY_MS } from '../core/duration.ts';
import type { Files } from '../world.ts';
import { below } from './below.ts';
import { kindAt } from './look.ts';
import {
  defaultSource,
  envValue,
  expandTilde,
  openclawHome,
  type SystemView,
} from './state-dir.ts';

/** Where the records of a gateway stand. */
export interface TracePlaces {
  /** Log files that were written to lately, newest first. */
  readonly logFiles: readonly string[];
  /**
   * The user whose files are believed: the common places may hold records of other gateways, and others
   * may write there. Null where the config names the file.
   */
  readonly owner: number | null;
  /** False where only the absence of another gateway speaks for it. */
  readonly isIts: boolean;
}

/** What of a gateway decides where its log is. */
export interface LogOwner {
  readonly stateDir: string;
  /** `logging.file` of its config. */
  readonly logFile: string | null;
  /** No other gateway is judged. */
  readonly isOnly: boolean;
}

/** Without a memory of earlier runs, records of so long ago still count, ms. */
export const RECORDS_WINDOW_MS = 7 * DAY_MS;

/** The places of a gateway whose log is unknown or not wanted. */
export const NO_LOG: TracePlaces = { logFiles: [], owner: null, isIts: false };

const DATED = /^openclaw-\d{4}-\d{2}-\d{2}(?:\.\d{1,2})?\.log$/;

/** The log files of a gateway: those its config names, else the common ones where they must be its own. */
export function logPlaces(view: SystemView, gateway: LogOwner, now: number): TracePlaces {
  const { stateDir, logFile } = gateway;
  if (logFile !== null) {
    const path = expandTilde(logFile, openclawHome(view));
    // A name with a date rolls over daily (both eras); any other grows.
    const name = basename(path);
    const pattern = DATED.test(name) ? DATED : rotationsOf(name);
    const files = filesIn(view, dirname(path), pattern, null);
    return { logFiles: recent(view, files, now), owner: null, isIts: true };
  }
  const common = commonNames(view, gateway);
  const owner = ownerOf(view.files, stateDir);
  if (common === null || owner === null) return NO_LOG;
  const { pattern, isIts } = common;
  const files = commonDirs(view, owner).flatMap((dir) => filesIn(view, dir, pattern, owner));
  return { logFiles: recent(view, files, now), owner, isIts };
}

/** The directory of an agent's JSONL sessions; null where there is none. */
export function sessionsDir(
  { files }: SystemView,
  stateDir: string,
  { id, dir }: Agent,
): string | null {
  const own = below(stateDir, 'agents', id, 'sessions');
  if (kindAt(files, own) !== 'absent') return own;
  const beside = basename(dir) === 'agent' ? below(dirname(dir), 'sessions') : own;
  return beside === own || kindAt(files, beside) === 'absent' ? null : beside;
}

// 2026.2.9 has one fixed place; 2026.9 falls back to a directory per user in the temporary one.
function commonDirs({ env }: SystemView, owner: number): string[] {
  const temporary = envValue(env, 'TMPDIR', 'TMP', 'TEMP') ?? '/tmp';
  // Timers and shells are often given another temporary directory than the gateway.
  const parents = new Set(['/tmp', temporary]);
  return ['/tmp/openclaw', ...Array.from(parents, (dir) => join(dir, `openclaw-${owner}`))];
}

// Lines name no state directory. They are believed of the gateway that OpenClaw takes by itself here, of
// a named profile by its own file name (2026.9), and of a gateway beside which there is no other.
function commonNames(
  view: SystemView,
  { stateDir, isOnly }: LogOwner,
): { readonly pattern: RegExp; readonly isIts: boolean } | null {
  const usual = defaultSource(view, []).stateDir;
  const profile = /^\.openclaw-([a-z0-9][a-z0-9_-]{0,63})$/i.exec(basename(stateDir))?.[1];
  if (profile !== undefined && dirname(stateDir) === openclawHome(view)) {
    const name = `^openclaw-${encoded(profile)}-\\d{4}-\\d{2}-\\d{2}(?:\\.\\d{1,2})?\\.log$`;
    return { pattern: new RegExp(name), isIts: true };
  }
  if (stateDir === usual) return { pattern: DATED, isIts: true };
  const isAlone = isOnly && kindAt(view.files, usual) === 'absent';
  return isAlone ? { pattern: DATED, isIts: false } : null;
}

/** A profile's name in a file name (2026.9). */
function encoded(profile: string): string {
  return profile.replace(/[-_A-Z]/g, (char) =>
    char === '-' ? '--' : char === '_' ? '-0' : `-1${char.toLowerCase()}`,
  );
}

function rotationsOf(name: string): RegExp {
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return new RegExp(`^${literal(stem)}(?:\\.\\d{1,2})?${literal(end)}$`);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function filesIn(
  { files }: SystemView,
  dir: string,
  pattern: RegExp,
  owner: number | null,
): string[] {
  try {
    return files
      .list(dir)
      .filter((name) => pattern.test(name))
      .map((name) => join(dir, name));
  } catch {
    // Closed to this user: told when it is the gateway's own, and nobody's business otherwise.
    return owner === null || owner === ownerOf(files, dir) ? [dir] : [];
  }
}

function recent({ files }: SystemView, paths: readonly string[], now: number): readonly string[] {
  if (paths.length === 0) return paths;
  return paths
    .map((path) => ({ path, writtenAt: writtenAt(files, path) }))
    .filter(({ writtenAt: at }) => at >= now - RECORDS_WINDOW_MS)
    .sort((a, b) => b.writtenAt - a.writtenAt)
    .map(({ path }) => path);
}

// What is no file, or cannot be looked at, is tried all the same, so that the reason is told.
function writtenAt(files: Files, path: string): number {
  try {
    const stat = files.stat(path);
    return stat === null || stat.isFile ? (stat?.mtimeMs ?? 0) : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function ownerOf(files: Files, path: string): number | null {
  try {
    return files.stat(path)?.uid ?? null;
  } catch {
    return null;
  }
}
