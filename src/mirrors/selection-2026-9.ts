// Selects the credential that OpenClaw 2026.9.6 would take for a model, without asking anybody.
import type { Agent, AgentProfile, ConfiguredKey, Gateway } from '../core/agent.ts';
import { MINUTE_MS } from '../core/duration.ts';
import type { Secret } from '../core/secret.ts';
import { normalizeProvider } from '../core/provider.ts';
import { openWindows } from '../core/usability.ts';

/** With this little left, an OAuth login is not relied on there. */
const OAUTH_MARGIN_MS = 5 * MINUTE_MS;
/** These renew an OAuth login by themselves, so that it is ready all the same. */
const RENEWS_ITSELF = new Set(['openai', 'minimax', 'minimax-portal']);
/** Their plugins look for a login of their own, which nobody is asked about here. */
const ASKS_ITSELF = new Set(['claude-cli', 'apple-fm', 'lmstudio', 'ollama', 'xai']);
/** Providers that take the credentials of another one. */
const BORROWS: ReadonlyMap<string, string> = new Map([['claude-cli', 'anthropic']]);
/** Finds its credentials in the surroundings of the process (aws-sdk). */
const NEEDS_NO_KEY = 'amazon-bedrock';

/** `unknown`: it cannot be told without a request or a program, so a ready one behind it is preferred. */
type Readiness = 'ready' | 'unknown' | 'unavailable';

/**
 * What serves a model: a profile, a key outside the stores, or nothing. Of nothing it is `known` when
 * there is something that could serve and does not; otherwise OpenClaw calls it indeterminate.
 */
export type Selection =
  | { readonly kind: 'profile'; readonly entry: AgentProfile; readonly isReady: boolean }
  | { readonly kind: 'key' }
  | { readonly kind: 'none'; readonly known: boolean };

/** What selects for one agent at one moment; the profiles are gone through once for all its models. */
export class Selector {
  readonly #gateway: Gateway;
  readonly #agent: Agent;
  readonly #now: number;
  readonly #byId: ReadonlyMap<string, AgentProfile>;

  constructor(gateway: Gateway, agent: Agent, now: number) {
    this.#gateway = gateway;
    this.#agent = agent;
    this.#now = now;
    this.#byId = new Map(agent.profiles.map((entry) => [entry.profile.profileId, entry]));
  }

  /** `model` null: for any of the provider's, so that a cooldown of one counts. */
  select(asked: string, model: string | null): Selection {
    const provider = BORROWS.get(asked) ?? asked;
    const configured = this.#gateway.configuredKeys.get(provider);
    const bound = this.#agent.profiles.find(
      ({ profile }) => configured?.isId(profile.profileId) === true,
    );
    if (bound !== undefined) return this.#bound(bound, provider, model);
    if (configured !== undefined && isRequired(configured)) {
      return this.#byConfig(provider, configured);
    }
    const { entries, isExplicit } = this.#candidates(provider);
    const available = entries
      .map((entry) => ({ entry, readiness: this.#readiness(entry, provider) }))
      .filter(({ readiness }) => readiness !== 'unavailable');
    const clear = available.filter(({ entry }) => !this.#isCooling(entry, provider, model));
    const winner = clear.find(({ readiness }) => readiness === 'ready');
    const first = clear[0];
    if (first !== undefined) {
      const { entry, readiness } = first.readiness === 'ready' ? first : (winner ?? first);
      return { kind: 'profile', entry, isReady: readiness === 'ready' };
    }
    // Neither a cooldown nor an explicit order is got round by a key.
    if (available.length > 0 || isExplicit) return { kind: 'none', known: true };
    const asksItself = ASKS_ITSELF.has(asked) && !(asked !== provider && this.#isNamed(provider));
    return this.#withoutProfile(provider, configured, entries.length > 0, asksItself);
  }

  /** A key of the config that names a profile leaves no choice. */
  #bound(entry: AgentProfile, provider: string, model: string | null): Selection {
    const readiness = this.#readiness(entry, provider);
    const isOut =
      !this.#isEligible(entry, provider) ||
      readiness === 'unavailable' ||
      this.#isCooling(entry, provider, model);
    return isOut
      ? { kind: 'none', known: true }
      : { kind: 'profile', entry, isReady: readiness === 'ready' };
  }

  /** The profiles that speak for a provider: those in line, else those that an order names, else all. */
  effective(provider: string): readonly AgentProfile[] {
    const { entries } = this.#candidates(provider);
    if (entries.length > 0) return entries;
    const order = this.#agent.order.get(provider) ?? this.#gateway.order.get(provider);
    const stored = this.#stored(provider);
    return order === undefined
      ? stored
      : stored.filter(({ profile }) => order.includes(profile.profileId));
  }

  /** Eligible profiles in the order in which they are tried, cooldowns aside. */
  #candidates(provider: string): { entries: readonly AgentProfile[]; isExplicit: boolean } {
    const fromStore = this.#agent.order.get(provider);
    const explicit = fromStore ?? this.#gateway.order.get(provider);
    const declared = [...this.#gateway.declared]
      .filter(([, entry]) => entry.provider === provider)
      .map(([id]) => id);
    const stored = this.#stored(provider);
    const ids = explicit ?? (declared.length > 0 ? declared : null);
    const named = ids?.flatMap((id) => this.#byId.get(id) ?? []) ?? stored;
    const eligible = named.filter((entry) => this.#isEligible(entry, provider));
    // Names that are all gone are forgotten; only a bare order of the config is held to (043).
    const isRepaired =
      ids !== null && ids.length > 0 && named.length === 0 && (fromStore || declared.length > 0);
    const entries = isRepaired ? stored.filter((e) => this.#isEligible(e, provider)) : eligible;
    const isOrdered = explicit !== undefined && !isRepaired;
    return {
      entries: isOrdered ? [...new Set(entries)] : this.#byKind(entries),
      isExplicit: explicit !== undefined,
    };
  }

  #stored(provider: string): AgentProfile[] {
    return this.#agent.profiles.filter((e) => normalizeProvider(e.profile.provider) === provider);
  }

  #isEligible({ profile }: AgentProfile, provider: string): boolean {
    const { type, expiresAt, expiresFault } = profile;
    if (profile.inactive || normalizeProvider(profile.provider) !== provider) return false;
    const declared = this.#gateway.declared.get(profile.profileId);
    if (declared !== undefined) {
      const fits = declared.mode === type || (declared.mode === 'oauth' && type === 'token');
      if (!fits || declared.provider !== provider) return false;
    }
    if (type === 'oauth') {
      return profile.refreshFence === null && (isText(profile.secret) || isText(profile.refresh));
    }
    if (!hasMaterial(profile)) return false;
    const hasEnded = expiresAt !== null && expiresAt <= this.#now;
    return type === 'api_key' || !(hasEnded || isInvalid(expiresFault));
  }

  #readiness({ profile, refPresence }: AgentProfile, provider: string): Readiness {
    if (profile.type !== 'oauth') {
      // Its own secret store is not looked into there, so a reference to it always stands.
      if (refPresence === null || refPresence === 'present') {
        return profile.secretRef?.source === 'store' ? 'unknown' : 'ready';
      }
      const isUnknown = refPresence === 'unknown' || profile.secretRef?.source === 'store';
      return isUnknown ? 'unknown' : 'unavailable';
    }
    const remainingMs = (profile.expiresAt ?? 0) - this.#now;
    if (isText(profile.secret) && remainingMs > OAUTH_MARGIN_MS) return 'ready';
    if (!isText(profile.refresh)) return 'unavailable';
    return RENEWS_ITSELF.has(provider) ? 'ready' : 'unknown';
  }

  #isCooling({ stats }: AgentProfile, provider: string, model: string | null): boolean {
    return openWindows(stats, provider, this.#now).some(
      (window) => model === null || window.model === null || window.model === model,
    );
  }

  /** Logins before tokens before keys, running ones first, then whichever rested longest. */
  #byKind(entries: readonly AgentProfile[]): AgentProfile[] {
    return entries.toSorted(
      (a, b) => this.#rank(a) - this.#rank(b) || lastUsedAt(a) - lastUsedAt(b),
    );
  }

  #rank({ profile }: AgentProfile): number {
    if (profile.type !== 'oauth') return profile.type === 'token' ? 2 : 3;
    return profile.expiresAt !== null && profile.expiresAt <= this.#now ? 1 : 0;
  }

  /**
   * A key outside the stores serves; one of the environment only where no profile stands in line. Of
   * nothing at all, only what is stored or named is known to fail.
   */
  #withoutProfile(
    provider: string,
    configured: ConfiguredKey | undefined,
    hasLine: boolean,
    asksItself: boolean,
  ): Selection {
    const key = this.#gateway.key(provider);
    const isInEnvironment = key?.presence === 'present' && key.variable !== null;
    if (configured !== undefined && configured.kind !== 'none') {
      return isInEnvironment ? { kind: 'key' } : this.#byConfig(provider, configured);
    }
    if (hasLine) return { kind: 'none', known: true };
    const isServed = key?.presence === 'present' || configured?.isLocal === true;
    if (isServed || provider === NEEDS_NO_KEY) return { kind: 'key' };
    if (key !== null || asksItself) return { kind: 'none', known: false };
    const hasWay = configured !== undefined && configured.auth !== null;
    return { kind: 'none', known: hasWay || this.#isNamed(provider) };
  }

  /** What the config itself holds for a provider; OpenClaw sets such a key aside like a profile. */
  #byConfig(provider: string, { kind, presence, auth }: ConfiguredKey): Selection {
    if (auth === 'aws-sdk') return { kind: 'key' };
    const stats = this.#agent.orphanStats.get(`inline-api-key:${provider}`) ?? null;
    const isAside = kind === 'text' && openWindows(stats, provider, this.#now).length > 0;
    if (presence === 'present' && !isAside) return { kind: 'key' };
    return { kind: 'none', known: presence !== 'unknown' };
  }

  /** True when an order, a declaration or a profile of this provider says that there should be one. */
  #isNamed(provider: string): boolean {
    const { order, declared } = this.#gateway;
    if (order.has(provider)) return true;
    if ([...declared.values()].some((entry) => entry.provider === provider)) return true;
    return this.#agent.profiles.some(({ profile }) => {
      // An inactive setup is noticed before its provider is.
      if (profile.inactive) return true;
      const owner = declared.get(profile.profileId)?.provider ?? provider;
      return normalizeProvider(profile.provider) === provider && owner === provider;
    });
  }
}

/** The config alone decides: another way than a key, a reference, a variable that is set, or an insisted key. */
function isRequired({ kind, presence, auth }: ConfiguredKey): boolean {
  if (auth === 'aws-sdk' || kind === 'reference') return true;
  return kind === 'variable' ? presence === 'present' : kind === 'text' && auth === 'api-key';
}

/** True when a key, token or login holds something: a text that is no blank, or a reference. */
export function hasMaterial({
  type,
  secret,
  refresh,
  secretRef,
  materialFault,
}: AgentProfile['profile']): boolean {
  if (secretRef !== null) return true;
  if (type === 'oauth') return isText(secret) || isText(refresh);
  return secret !== null && materialFault !== 'blank' && materialFault !== 'pasted_command';
}

/** True for an `expires` that is there and is no time; seconds are a time, long ago. */
export function isInvalid(fault: AgentProfile['profile']['expiresFault']): boolean {
  return fault !== null && fault !== 'seconds';
}

function isText(secret: Secret | null): boolean {
  return secret !== null && secret.reveal().trim() !== '';
}

function lastUsedAt({ stats }: AgentProfile): number {
  return stats?.lastUsedAt ?? 0;
}
