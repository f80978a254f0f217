// What is remembered of asking providers, from run to run.

/** A yes or no of a provider. */
export interface RememberedVerdict {
  /** Of the request that was made. */
  readonly level: 'metadata' | 'inference';
  readonly outcome: 'accepted' | 'rejected';
  readonly reason: string;
  readonly confidence: 'certain' | 'likely';
  /** Epoch ms. */
  readonly checkedAt: number;
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
  readonly message?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** One distinct secret. Times are epoch ms. */
export interface ProbeNote {
  /** The last one; null as long as there was none. */
  readonly verdict: RememberedVerdict | null;
  /** Refusals in a row: 1 after a good history awaits confirmation, 2 is confirmed. */
  readonly strikes: number;
  /** The last request. */
  readonly askedAt: number;
  /** Until then the provider wants no request. */
  readonly notBefore: number;
  /** The first of the requests in a row that got no answer; null after an answer. */
  readonly silentSinceAt: number | null;
  readonly silentRuns: number;
  /** Why the last of them got none. */
  readonly silentReason?: string;
  /** The last run that met the secret. */
  readonly seenAt: number;
}

/** When a token that states no end was met first and last; epoch ms. */
export interface FirstSight {
  readonly firstSeenAt: number;
  readonly seenAt: number;
}

/** By a keyed hash of the secret. */
export type ProbeNotes = Readonly<Record<string, ProbeNote>>;
export type FirstSights = Readonly<Record<string, FirstSight>>;

/** Notes of secrets that were met in the last `keepMs`; the others are forgotten. */
export function stillMet<T extends { readonly seenAt: number }>(
  notes: Readonly<Record<string, T>>,
  now: number,
  keepMs: number,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(notes).filter(([, { seenAt }]) => now - seenAt < keepMs),
  );
}
