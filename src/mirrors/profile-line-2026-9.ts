// Decides which stored profiles stand in line for a provider of OpenClaw 2026.9.6, and which of them are ready.
import type { Agent, AgentProfile, Gateway } from '../core/agent.ts';
import { MINUTE_MS } from '../core/duration.ts';
import { normalizeProvider } from '../core/provider.ts';
import { payer20269 } from '../core/provider-names.ts';
import { openWindows } from '../core/usability.ts';
import { hasMaterial, isInvalid, isText } from './material-2026-9.ts';

/** With this little left, an OAuth login is not relied on there. */
const OAUTH_MARGIN_MS = 5 * MINUTE_MS;
/** It renews an OAuth login by itself, so that one is ready all the same; minimax does not (measured). */
const RENEWS_ITSELF = 'openai';
/** `unknown`: it cannot be told without a request or a program, so a ready one behind it is preferred. */
type Readiness = 'ready' | 'unknown' | 'unavailable';

interface Candidate {
  readonly entry: AgentProfile;
  readonly readiness: Readiness;
}

/** The profiles of one agent at one moment; they are gone through once for all its models. */
export class ProfileLine {
  readonly #gateway: Gateway;
  readonly #agent: Agent;
  readonly #now: number;
  readonly #payerOf: (provider: string) => string;
  readonly #byId: ReadonlyMap<string, AgentProfile>;

  /** `payerOf`: the provider whose profiles are taken for another one. */
  constructor(
    gateway: Gateway,
    agent: Agent,
    now: number,
    payerOf: (provider: string) => string = payer20269,
  ) {
    this.#gateway = gateway;
    this.#agent = agent;
    this.#now = now;
    this.#payerOf = payerOf;
    this.#byId = new Map(agent.profiles.map((entry) => [entry.profile.profileId, entry]));
  }

  /** Who of a line could serve, and who of these is not set aside. */
  among(
    entries: readonly AgentProfile[],
    provider: string,
    model: string | null,
  ): { available: readonly Candidate[]; clear: readonly Candidate[] } {
    const available = entries
      .map((entry) => ({ entry, readiness: this.readiness(entry, provider) }))
      .filter(({ readiness }) => readiness !== 'unavailable');
    const clear = available.filter(({ entry }) => !this.isCooling(entry, provider, model));
    return { available, clear };
  }

  /** The profiles that speak for a provider: those in line, else those that an order names, else all. */
  effective(provider: string): readonly AgentProfile[] {
    const { entries } = this.candidates(provider);
    if (entries.length > 0) return entries;
    const order = this.#storedOrder(provider) ?? this.#gateway.order.get(provider);
    const stored = this.#stored(provider);
    return order === undefined
      ? stored
      : stored.filter(({ profile }) => order.includes(profile.profileId));
  }

  /** Eligible profiles in the order in which they are tried, cooldowns aside. */
  candidates(provider: string): { entries: readonly AgentProfile[]; isExplicit: boolean } {
    const fromStore = this.#storedOrder(provider);
    const explicit = fromStore ?? this.#gateway.order.get(provider);
    const declared = [...this.#gateway.declared]
      .filter(([, entry]) => this.#payerOf(entry.provider) === provider)
      .map(([id]) => id);
    const stored = this.#stored(provider);
    const ids = explicit ?? (declared.length > 0 ? declared : null);
    const named = ids?.flatMap((id) => this.#byId.get(id) ?? []) ?? stored;
    const eligible = named.filter((entry) => this.isEligible(entry, provider));
    // Names that are all gone are forgotten; only a bare order of the config is held to (043).
    const isRepaired =
      ids !== null && ids.length > 0 && named.length === 0 && (fromStore || declared.length > 0);
    const entries = isRepaired ? stored.filter((e) => this.isEligible(e, provider)) : eligible;
    const isOrdered = explicit !== undefined && !isRepaired;
    return {
      entries: isOrdered ? [...new Set(entries)] : this.#byKind(entries),
      isExplicit: explicit !== undefined,
    };
  }

  // Stores are read before it is known for whom, so that their orders have our names.
  #storedOrder(provider: string): readonly string[] | undefined {
    return this.#agent.order.get(normalizeProvider(provider));
  }

  #stored(provider: string): AgentProfile[] {
    return this.#agent.profiles.filter((e) => this.#payerOf(e.profile.provider) === provider);
  }

  /** It could be taken for the provider, ready or not. */
  isEligible({ profile }: AgentProfile, provider: string): boolean {
    const { type, expiresAt, expiresFault } = profile;
    if (profile.inactive || this.#payerOf(profile.provider) !== provider) return false;
    const declared = this.#gateway.declared.get(profile.profileId);
    if (declared !== undefined) {
      const fits = declared.mode === type || (declared.mode === 'oauth' && type === 'token');
      if (!fits || this.#payerOf(declared.provider) !== provider) return false;
    }
    if (type === 'oauth') {
      return profile.refreshFence === null && hasMaterial(profile);
    }
    if (!hasMaterial(profile)) return false;
    const hasEnded = expiresAt !== null && expiresAt <= this.#now;
    return type === 'api_key' || !(hasEnded || isInvalid(expiresFault));
  }

  /** Whether it can be told that it serves. */
  readiness({ profile, refPresence }: AgentProfile, provider: string): Readiness {
    if (profile.type !== 'oauth') {
      if (refPresence === null || refPresence === 'present') return 'ready';
      return refPresence === 'unknown' ? 'unknown' : 'unavailable';
    }
    const remainingMs = (profile.expiresAt ?? 0) - this.#now;
    if (isText(profile.secret) && remainingMs > OAUTH_MARGIN_MS) return 'ready';
    if (profile.materialFault === 'elsewhere') return 'unknown';
    if (!isText(profile.refresh)) return 'unavailable';
    return provider === RENEWS_ITSELF ? 'ready' : 'unknown';
  }

  /** It is set aside, for the model or for all. */
  isCooling({ stats }: AgentProfile, provider: string, model: string | null): boolean {
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

  /** A profile is kept for this provider, whatever it is good for. */
  isStored(provider: string): boolean {
    const { declared } = this.#gateway;
    return this.#agent.profiles.some(({ profile }) => {
      // An inactive setup is noticed before its provider is.
      if (profile.inactive) return true;
      const owner = declared.get(profile.profileId)?.provider ?? provider;
      return [profile.provider, owner].every((name) => this.#payerOf(name) === provider);
    });
  }
}

function lastUsedAt({ stats }: AgentProfile): number {
  return stats?.lastUsedAt ?? 0;
}
