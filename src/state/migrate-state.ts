// Brings the state file of an earlier version to the present schema, one step after the other.

type Loose = Readonly<Record<string, unknown>>;

/** The step at index 0 leads from version 1 to version 2, and so on. A step only sees its own version. */
const STEPS: readonly ((state: Loose) => Loose)[] = [
  // 2 remembers what the last run held back, what just recovered, and more about every message.
  (state) => ({
    ...state,
    heldBack: [],
    recovered: {},
    outbox: entriesOf(state).map((entry) => ({
      ...entry,
      others: [],
      refused: [],
      isOnItsWay: false,
    })),
  }),
];

/** The schema that this version writes. */
export const SCHEMA_VERSION = STEPS.length + 1;

/** The state as this version would have written it; `version` is the one that it has. */
export function migrateState(state: Loose, version: number): Loose {
  return STEPS.slice(version - 1).reduce(
    (older, step, index) => ({ ...step(older), schemaVersion: version + index + 1 }),
    state,
  );
}

function entriesOf({ outbox }: Loose): readonly Loose[] {
  return Array.isArray(outbox) ? (outbox as readonly Loose[]) : [];
}
