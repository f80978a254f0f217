// Selects the credential that OpenClaw 2026.9.6 would take for a model, without asking anybody.
import type {
  Agent,
  AgentProfile,
  ConfiguredKey,
  Gateway,
  OpenAiLogin,
  OpenAiWays,
} from '../core/agent.ts';
import { payer20269 } from '../core/provider-names.ts';
import { openWindows } from '../core/usability.ts';
import { isRequired } from './material-2026-9.ts';
import { ProfileLine } from './profile-line-2026-9.ts';

/** Their plugins look for a login of their own, which nobody is asked about here. */
const ASKS_ITSELF = new Set(['claude-cli', 'apple-fm', 'lmstudio', 'ollama', 'xai']);
/** Finds its credentials in the surroundings of the process (aws-sdk). */
const NEEDS_NO_KEY = 'amazon-bedrock';

/**
 * What serves a model: a profile, a key outside the stores, or nothing. Of nothing it is `known` when
 * there is something that could serve and does not; otherwise OpenClaw calls it indeterminate.
 */
export type Selection =
  | { readonly kind: 'profile'; readonly entry: AgentProfile; readonly isReady: boolean }
  | { readonly kind: 'key' }
  | { readonly kind: 'none'; readonly known: boolean };

const FAILS: Selection = { kind: 'none', known: true };

/** What selects for one agent at one moment. */
export class Selector {
  readonly #gateway: Gateway;
  readonly #agent: Agent;
  readonly #now: number;
  readonly #line: ProfileLine;

  constructor(gateway: Gateway, agent: Agent, now: number) {
    this.#gateway = gateway;
    this.#agent = agent;
    this.#now = now;
    this.#line = new ProfileLine(gateway, agent, now);
  }

  /** `model` null: for any of the provider's, so that a cooldown of one counts. */
  select(asked: string, model: string | null): Selection {
    const provider = payer20269(asked);
    const configured = this.#gateway.configuredKeys.get(asked);
    const bound = this.#boundTo(configured);
    if (bound !== undefined) return this.#bound(bound, provider, model);
    if (configured !== undefined && isRequired(configured)) {
      return this.#byConfig(asked, configured);
    }
    const { entries, isExplicit } = this.#line.candidates(provider);
    const { available, clear } = this.#line.among(entries, provider, model);
    const winner = clear.find(({ readiness }) => readiness === 'ready');
    const first = clear[0];
    if (first !== undefined) {
      const { entry, readiness } = first.readiness === 'ready' ? first : (winner ?? first);
      return { kind: 'profile', entry, isReady: readiness === 'ready' };
    }
    // Neither a cooldown nor an explicit order is got round by a key.
    if (available.length > 0 || isExplicit) return FAILS;
    const asksItself = ASKS_ITSELF.has(asked) && !(asked !== provider && this.#isNamed(provider));
    return this.#withoutProfile(asked, configured, entries.length > 0, asksItself);
  }

  /**
   * What serves a model of openai: keys, logins or both may, by the ways to it. Those of the preferred
   * sort go first, and the first in line is taken even where it cannot be told whether it serves.
   */
  selectOpenAi({ kind, by }: OpenAiWays, preferred: OpenAiLogin, model: string): Selection {
    const provider = 'openai';
    const configured = this.#gateway.configuredKeys.get(provider);
    const bound = this.#boundTo(configured);
    const { entries, isExplicit } = this.#line.candidates(provider);
    const isOwned = bound !== undefined || (configured !== undefined && isRequired(configured));
    const insisted = configured?.auth ? loginOf(configured.auth) : null;
    if (kind === 'ways' && bound !== undefined) {
      return by.includes(loginOf(bound.profile.type)) ? this.#bound(bound, provider, model) : FAILS;
    }
    if (kind === 'ways' && configured !== undefined && isOwned) {
      return by.includes(insisted ?? 'key') ? this.#byConfig(provider, configured) : FAILS;
    }
    if (kind === 'ways' && insisted !== null && !by.includes(insisted)) return FAILS;
    const wanted = insisted ?? (by.length === 1 ? by[0] : undefined);
    const fitting = entries.filter(
      ({ profile }) => wanted === undefined || loginOf(profile.type) === wanted,
    );
    const { available, clear } = this.#line.among(fitting, provider, model);
    const isRejected = clear.length === 0 && (available.length > 0 || isExplicit);
    if (kind !== 'ways')
      return { kind: 'none', known: kind === 'unknown' && isRejected && !isOwned };
    if (isRejected) return FAILS;
    const isPreferred = ({ entry }: { readonly entry: AgentProfile }): boolean =>
      wanted === undefined && !isExplicit && loginOf(entry.profile.type) === preferred;
    const first = clear.find(isPreferred) ?? clear[0];
    if (first !== undefined) {
      return { kind: 'profile', entry: first.entry, isReady: first.readiness === 'ready' };
    }
    const hasLine = entries.length > 0 || this.#line.isStored(provider);
    const key = this.#withoutProfile(provider, configured, hasLine, false);
    if (key.kind === 'key') return by.includes(insisted ?? 'key') ? key : FAILS;
    return configured === undefined || configured.kind === 'none' ? FAILS : key;
  }

  #boundTo(configured: ConfiguredKey | undefined): AgentProfile | undefined {
    return this.#agent.profiles.find(({ profile }) => configured?.isId(profile.profileId) === true);
  }

  /** A key of the config that names a profile leaves no choice. */
  #bound(entry: AgentProfile, provider: string, model: string | null): Selection {
    const readiness = this.#line.readiness(entry, provider);
    const isOut =
      !this.#line.isEligible(entry, provider) ||
      readiness === 'unavailable' ||
      this.#line.isCooling(entry, provider, model);
    return isOut ? FAILS : { kind: 'profile', entry, isReady: readiness === 'ready' };
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
    // A login of gcloud is of the environment, too.
    const isInEnvironment =
      key?.presence === 'present' && !key.foundIn.startsWith('config models.');
    if (configured !== undefined && configured.kind !== 'none') {
      return isInEnvironment ? { kind: 'key' } : this.#byConfig(provider, configured);
    }
    if (hasLine) return FAILS;
    const isServed = key?.presence === 'present' || configured?.isLocal === true;
    if (isServed || needsNoKey(provider, configured)) return { kind: 'key' };
    if (key !== null || asksItself) return { kind: 'none', known: false };
    const hasWay = configured !== undefined && configured.auth !== null;
    return { kind: 'none', known: hasWay || this.#isNamed(provider) };
  }

  /** What the config itself holds for a provider; OpenClaw sets such a key aside like a profile. */
  #byConfig(provider: string, { presence, auth }: ConfiguredKey): Selection {
    if (auth === 'aws-sdk') return { kind: 'key' };
    const stats = this.#agent.orphanStats.get(`inline-api-key:${provider}`) ?? null;
    const isAside = openWindows(stats, provider, this.#now).length > 0;
    if (presence === 'present' && !isAside) return { kind: 'key' };
    return { kind: 'none', known: presence !== 'unknown' };
  }

  /** True when an order, a declaration or a profile of this provider says that there should be one. */
  #isNamed(provider: string): boolean {
    const { order, declared } = this.#gateway;
    const payer = payer20269(provider);
    if (order.has(payer)) return true;
    if ([...declared.values()].some((entry) => payer20269(entry.provider) === payer)) return true;
    return this.#line.isStored(payer);
  }
}

/** Bedrock does, unless the config has it speak another protocol. */
function needsNoKey(provider: string, configured: ConfiguredKey | undefined): boolean {
  const api = configured?.api ?? null;
  return provider === NEEDS_NO_KEY && (api === null || api === 'bedrock-converse-stream');
}

/** Which of the two a stored type or a configured `auth` is. */
function loginOf(sort: string): OpenAiLogin {
  return sort === 'oauth' || sort === 'token' ? 'subscription' : 'key';
}
