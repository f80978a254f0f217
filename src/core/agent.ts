// An agent with what it can really use, and the gateway facts that decide about it.
import type { Profile, RefPresence, UsageStats } from './profile.ts';

/** For what a model is configured. */
export type ModelUse = 'default' | 'fallback' | 'image' | 'utility';

/** A model that an agent calls; `provider` is normalised. */
export interface Route {
  readonly use: ModelUse;
  readonly provider: string;
  readonly model: string;
  /** As written in the config; without a slash it is an alias or a bare model name. */
  readonly ref: string;
  /** The runtime that the agent's own config names for the model; absent where it names none. */
  readonly runtime?: string;
}

/** A profile as one agent sees it. */
export interface AgentProfile {
  readonly profile: Profile;
  /** Agent id, or `shared`; null when the profile is the agent's own. */
  readonly inheritedFrom: string | null;
  readonly stats: UsageStats | null;
  /** Only for a profile with a SecretRef. */
  readonly refPresence: RefPresence | null;
  /** Where the value behind a SecretRef was found, as in `KeySource`; null when it was not. */
  readonly foundIn: string | null;
}

/** An entry of a store that is no usable profile; the entries beside it are judged all the same. */
export interface MalformedProfile {
  /** Agent id, or `shared`; null when the entry is the agent's own. */
  readonly inheritedFrom: string | null;
  readonly profileId: string;
  readonly provider: string | null;
  readonly problem: string;
}

/** A store, or a file beside it, that cannot be judged as it stands. */
export interface StoreFault {
  readonly code: 'store_unreadable' | 'store_migration_required' | 'store_permissions';
  readonly path: string;
  readonly problem: string;
  readonly detail: string | null;
}

export interface Agent {
  readonly gateway: string;
  /** OpenClaw's own normalised id. */
  readonly id: string;
  /** `implicit`: neither configured nor on disk, but `models status` without `--agent` reads it. */
  readonly origin: 'config' | 'disk' | 'implicit';
  readonly dir: string;
  readonly store: {
    readonly kind: 'json' | 'sqlite' | 'none';
    readonly path: string | null;
    /** `user_version` of the agent's own database; null when it has none. */
    readonly schemaVersion: number | null;
    /** The database that keeps the agent's sessions; null or absent where there are none. */
    readonly transcripts?: string | null;
  };
  readonly profiles: readonly AgentProfile[];
  readonly malformed: readonly MalformedProfile[];
  /** Usage of profiles that are no longer stored. */
  readonly orphanStats: ReadonlyMap<string, UsageStats>;
  /** Stored selection order by normalised provider; it outranks the config's. */
  readonly order: ReadonlyMap<string, readonly string[]>;
  readonly faults: readonly StoreFault[];
  readonly routes: readonly Route[];
  /** No model is configured, so that OpenClaw takes one of its own choice. */
  readonly usesPresetModel: boolean;
  /** The model of its own choice, where the config describes one; null where it is the version's. */
  readonly presetModel?: Pick<Route, 'provider' | 'model'> | null;
  /** No utility model is configured or switched off; OpenClaw 2026.9 then adds the provider's own. */
  readonly usesPresetUtility: boolean;
}

/** Where a key outside the stores was found. The value itself is never kept. */
export interface KeySource {
  /** A path, `own environment`, `config env`, `config models.providers.acme.apiKey`, … */
  readonly foundIn: string;
  /** The name of the variable; null when it is none. */
  readonly variable: string | null;
  readonly presence: 'present' | 'unknown';
  /** The file that this user may not read; only where that is why the presence is unknown. */
  readonly unreadable?: string;
  /** Only the monitor's own environment has it, which need not be the gateway's. */
  readonly own: boolean;
}

/** What `models.providers.<id>` of the config says about authentication (2026.9). */
export interface ConfiguredKey {
  /** `variable`: the name of one; `marker`: a word that stands for another way. */
  readonly kind: 'none' | 'text' | 'variable' | 'marker' | 'reference' | 'malformed';
  readonly presence: 'present' | 'absent' | 'unknown';
  /** Whether the text is this id of a profile, which then stands for the key. */
  isId(profileId: string): boolean;
  /** `auth` as configured. */
  readonly auth: string | null;
  /** `api` as configured. */
  readonly api: string | null;
  /** A server of one's own that is asked without a key. */
  readonly isLocal: boolean;
}

export type OpenAiLogin = 'key' | 'subscription';

/** How a model of openai can be reached; `contradiction`: what the config says of it cannot be. */
export interface OpenAiWays {
  readonly kind: 'ways' | 'unknown' | 'contradiction';
  readonly by: readonly OpenAiLogin[];
  /** Where no runtime is named, the codex one serves it. */
  readonly takesCodex: boolean;
}

/** Why the config of a gateway cannot be used. `not_accepted`: only by the strict schema of an OpenClaw. */
export type ConfigProblemCode =
  | 'not_object'
  | 'circular_include'
  | 'include_too_deep'
  | 'too_many_files'
  | 'not_a_file'
  | 'too_large'
  | 'unreadable'
  | 'not_json5'
  | 'nested_too_deeply'
  | 'include_not_object'
  | 'include_not_text'
  | 'unset_variable'
  | 'not_accepted';

export interface ConfigFault {
  readonly problem: ConfigProblemCode;
  /** A place, a path, a name or a code of the system; never a value. */
  readonly detail?: string;
}

export interface Gateway {
  readonly label: string;
  readonly stateDir: string;
  /** The one that OpenClaw's own commands use here without further words. */
  readonly isDefault: boolean;
  readonly configPath: string | null;
  readonly storage: 'json' | 'sqlite' | 'none';
  /** Why the config cannot be used; the stores are judged all the same. */
  readonly configFault: ({ readonly path: string } & ConfigFault) | null;
  /** What of the gateway itself cannot be read: shared store, `.env`, list of agents. */
  readonly faults: readonly StoreFault[];
  /** Config faults that only OpenClaw's strict schema knows; they stop OpenClaw, not us. */
  readonly strictConfigFaults: readonly string[];
  /** By normalised provider; empty where nobody asks for OpenClaw's own answer. */
  readonly configuredKeys: ReadonlyMap<string, ConfiguredKey>;
  /** Null where nobody asks for OpenClaw's own answer. */
  readonly openaiWays: ((model: string) => OpenAiWays) | null;
  /** Normalised providers that some agent's models route to. */
  readonly usedProviders: ReadonlySet<string>;
  /** `auth.order` by normalised provider. */
  readonly order: ReadonlyMap<string, readonly string[]>;
  /** `auth.profiles` by id. */
  readonly declared: ReadonlyMap<string, { readonly provider: string; readonly mode: string }>;
  /** Key for a normalised provider outside the stores; null when there is none. */
  key(provider: string): KeySource | null;
  /** A key for any provider at all; null when there is none. */
  anyKey(): KeySource | null;
  /** Where the config sends a normalised provider's requests; null where it names no place. */
  endpoint(provider: string): string | null;
  /** Providers that need no stored credential: local servers, cloud chains, CLI back-ends. */
  needsNoKey(provider: string): boolean;
  /** The runtime that the config names for a model (`agentRuntime.id`), null for OpenClaw's choice. */
  servedBy(route: Pick<Route, 'provider' | 'model' | 'runtime'>): string | null;
  readonly agentIds: readonly string[];
}
