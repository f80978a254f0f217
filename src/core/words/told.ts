// Reads the facts of one finding for the sentences about it; foreign text leaves here visible and cut.
import type { Facts, Finding } from '../finding.ts';
import { formatTime } from '../moment.ts';
import { findingPhrases, type FindingPhrases } from '../phrases/finding-phrases.ts';
import { label } from '../terminal.ts';

/** A finding as far as words need it; a ReportFinding fits too, its times being ISO. */
export type Describable = Omit<Finding, 'since'>;

/** Who runs a CI step: it decides where a new credential is put. */
export type CiService = 'github' | 'gitlab' | 'other';

export interface Context {
  /** Epoch ms. */
  readonly now: number;
  /** With more than one gateway, commands have to say whose they are. */
  readonly gatewayCount: number;
  /** Directory of the finding's gateway where it is not the one that a bare command would use. */
  readonly stateDir?: string | undefined;
  /** The credential is a CI secret, and its profile id the name of the variable that holds it. */
  readonly ci?: CiService | undefined;
  /** The language; English when absent. */
  readonly phrases?: FindingPhrases | undefined;
}

export interface Told {
  readonly finding: Describable;
  readonly context: Context;
  readonly phrases: FindingPhrases;
  /** The profile's id, else its provider, for a title. */
  readonly profile: string;
  readonly provider: string;
}

/** What a finding code is called and what to do about it; the sentences are in core/phrases. */
export interface Words {
  /** At most about 90 characters with ordinary ids, in plain words, without agent and gateway. */
  title(told: Told): string;
  /** Lines to paste, in order; a line that starts with `# ` is for the reader and a comment to the shell. */
  remedy(told: Told): readonly string[];
}

// Ordinary ids pass whole; a store can hold ids of any length.
const ID_COLUMNS = 120;
const FACT_COLUMNS = 60;

export function tell(finding: Describable, context: Context): Told {
  const { phrases = findingPhrases } = context;
  const provider = finding.provider ? label(finding.provider, ID_COLUMNS) : phrases.theProvider;
  const profile = finding.profileId === null ? provider : label(finding.profileId, ID_COLUMNS);
  return { finding, context, phrases, profile, provider };
}

function fact(told: Told, name: string): Facts[string] | undefined {
  return Object.hasOwn(told.finding.facts, name) ? told.finding.facts[name] : undefined;
}

/** The entry of a table for what a fact says; undefined when the table has no such entry. */
export function entryFor<T>(
  table: Readonly<Record<string, T>>,
  told: Told,
  name: string,
): T | undefined {
  const key = fact(told, name);
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A fact as one line of text; null when absent. */
export function text(told: Told, name: string): string | null {
  const value = fact(told, name);
  if (value === undefined || value === '') return null;
  return label(String(value), FACT_COLUMNS);
}

export function number(told: Told, name: string): number | null {
  const value = fact(told, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A time fact as epoch ms, be it epoch ms (Finding) or ISO (ReportFinding). */
export function time(told: Told, name: string): number | null {
  const value = fact(told, name);
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}

/** `3 h 20 min ago`; null when the time is unknown. */
export function ago(told: Told, name: string): string | null {
  const at = time(told, name);
  if (at === null) return null;
  const { times } = told.phrases;
  const passedMs = told.context.now - at;
  return passedMs < 1_000 ? times.justNow : times.ago(times.duration(passedMs));
}

/** `in 14 h`; null when the time is unknown. */
export function ahead(told: Told, name: string): string | null {
  const at = time(told, name);
  if (at === null) return null;
  const { times } = told.phrases;
  const leftMs = at - told.context.now;
  return leftMs < 1_000 ? times.now : times.ahead(times.duration(leftMs));
}

/** `12 min`; null when the end is unknown or past. */
export function remaining(told: Told, name: string): string | null {
  const at = time(told, name);
  const leftMs = at === null ? 0 : at - told.context.now;
  return leftMs <= 0 ? null : told.phrases.times.duration(leftMs);
}

/** A length of time among the facts; null when it is absent. */
export function duration(told: Told, name: string): string | null {
  const ms = number(told, name);
  return ms === null ? null : told.phrases.times.duration(ms);
}

/** A reason as it is said; null when absent. */
export function reason(told: Told, name: string): string | null {
  const code = text(told, name);
  return code === null
    ? null
    : (entryFor(told.phrases.reasons, told, name) ?? code.replaceAll('_', ' '));
}

/** `2026-11-22 09:30Z`; null when the time is unknown. */
export function clock(told: Told, name: string): string | null {
  const at = time(told, name);
  return at === null ? null : formatTime(new Date(at).toISOString());
}

/** `a, b, c and 2 more`; null when the fact is absent or empty. */
export function list(told: Told, name: string, most: number): string | null {
  const value = fact(told, name);
  const items = typeof value === 'object' ? value : [];
  if (items.length === 0) return null;
  const shown = items.slice(0, most).map((item) => label(item, FACT_COLUMNS));
  const more = items.length - shown.length;
  const names = shown.join(', ');
  return more > 0 ? told.phrases.andMore(names, more) : names;
}

/** Asks back where a name that nothing has is close to one there is. */
export function didYouMean(told: Told): string[] {
  const near = text(told, 'didYouMean');
  return near === null ? [] : [`# ${told.phrases.remedy.didYouMean(near)}`];
}
