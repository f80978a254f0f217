// Reads what `ci` is told about credentials: which variables, whose, since when and until when.
import { parseDate } from '../config/parse-date.ts';
import { DAY_MS, parseDuration } from '../core/duration.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { ProfileSettings } from '../core/policy.ts';
import { normalizeProvider } from '../core/provider.ts';
import { reporterNames, type ReporterName } from '../reporters/index.ts';
import type { ParsedOptions } from './command.ts';
import { listOption } from './context.ts';

/** A credential that a step is given in an environment variable. */
export interface StepCredential {
  readonly variable: string;
  /** Normalised; null where the step does not say. */
  readonly provider: string | null;
}

export interface CiOptions {
  readonly credentials: readonly StepCredential[];
  /** What is known about a credential, by variable. */
  readonly settings: Readonly<Record<string, ProfileSettings>>;
  /** Reports to write besides what is printed. */
  readonly files: readonly { readonly format: ReporterName; readonly path: string }[];
  readonly failOn: 'expiring' | 'expired' | 'never';
}

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const PROVIDER = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const USUAL_LIFETIME_MS = 365 * DAY_MS;

/** Checks the options of `ci`; a UsageError names the one that cannot be used. */
export function ciOptions(options: ParsedOptions): CiOptions {
  const credentials = listOption(options, 'env').map(credentialOf);
  if (credentials.length === 0) {
    throw new UsageError(fault('ciNeedsEnv'));
  }
  const known = new Set(credentials.map(({ variable }) => variable));
  if (known.size < credentials.length) throw new UsageError(fault('envTwice'));
  const expires = dates('expires', options, known);
  const issued = dates('issued', options, known);
  const both = [...issued.keys()].find((variable) => expires.has(variable));
  if (both) throw new UsageError(fault('bothGiven', '--expires', '--issued', both));
  const lifetimeMs = lifetime(options['lifetime']);
  const settings = [
    ...[...expires].map(([variable, expiresAt]) => [variable, { expiresAt }] as const),
    ...[...issued].map(([variable, issuedAt]) => [variable, { issuedAt, lifetimeMs }] as const),
  ];
  return {
    credentials,
    settings: Object.fromEntries(settings),
    files: listOption(options, 'write').map(fileOf),
    failOn: (options['fail-on'] as CiOptions['failOn'] | undefined) ?? 'expiring',
  };
}

function credentialOf(text: string): StepCredential {
  const at = text.indexOf(':');
  const variable = at < 0 ? text : text.slice(0, at);
  const provider = at < 0 ? null : normalizeProvider(text.slice(at + 1));
  // A secret pasted in the place of its name must not be repeated.
  if (!VARIABLE.test(variable)) throw new UsageError(fault('envName'));
  if (provider !== null && !PROVIDER.test(provider)) {
    throw new UsageError(fault('envProvider', variable));
  }
  return { variable, provider };
}

function dates(
  name: 'expires' | 'issued',
  options: ParsedOptions,
  known: ReadonlySet<string>,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of listOption(options, name)) {
    const [, variable = '', date = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [];
    if (!VARIABLE.test(variable) || !known.has(variable)) {
      throw new UsageError(fault('nameAndDate', `--${name}`));
    }
    const at = parseDate(date);
    if (at === null) {
      throw new UsageError(fault('isoDate', `--${name}`, variable));
    }
    found.set(variable, at);
  }
  return found;
}

function lifetime(text: ParsedOptions[string]): number {
  if (text === undefined) return USUAL_LIFETIME_MS;
  const ms = typeof text === 'string' ? parseDuration(text) : null;
  if (ms === null) throw new UsageError(fault('lifetime'));
  return ms;
}

function fileOf(text: string): CiOptions['files'][number] {
  const [, format = '', path = ''] = /^(\w+)=(.+)$/.exec(text) ?? [];
  const known = reporterNames.find((name) => name === format);
  if (known === undefined) {
    throw new UsageError(fault('formatAndFile', reporterNames.join(', ')));
  }
  return { format: known, path };
}
