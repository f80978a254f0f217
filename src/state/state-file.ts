// Loads and commits the alert state: one file, one atomic step.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ReadError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { emptyAlertState, type AlertState } from '../core/alerts/incident.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import { toIso } from '../core/iso.ts';
import { writeAtomically } from './atomic-write.ts';
import { readStateShape } from './state-shape.ts';

export interface LoadedState {
  readonly state: AlertState;
  /** What people have to know about the state itself; null when there is nothing. */
  readonly notice: Remark | null;
  /** The file is broken and stands in the way of the next commit. */
  readonly isBroken: boolean;
}

/** The place of the state in its directory. */
function stateFile(dir: string): string {
  return join(dir, 'state.json');
}

/**
 * Reads the state and changes nothing. No file is an empty state, a broken one too, with a notice.
 * Throws ReadError when it cannot be read or a later version wrote it.
 */
export function readAlertState(dir: string): LoadedState {
  const path = stateFile(dir);
  const text = readText(path);
  if (text === null) return { state: emptyAlertState(), notice: null, isBroken: false };
  const shaped = readStateShape(parse(text));
  if (shaped === 'newer') {
    throw new ReadError(fault('laterState', path));
  }
  if (shaped !== 'broken') return { state: shaped, notice: null, isBroken: false };
  return {
    state: emptyAlertState(),
    notice: ({ stateDamaged }) => stateDamaged(path),
    isBroken: true,
  };
}

/**
 * As `readAlertState`, and tidies up: a broken file goes to `state.json.corrupt-<time>`, halves of
 * commits that a crash cut short go away. Only for who holds the lease.
 */
export function loadAlertState(dir: string, now: number): LoadedState {
  const loaded = readAlertState(dir);
  sweepHalves(dir);
  if (!loaded.isBroken) return loaded;
  const path = stateFile(dir);
  const aside = `${path}.corrupt-${toIso(now).replaceAll(/[-:]|\.\d+/g, '')}`;
  try {
    renameSync(path, aside);
  } catch {
    // A directory that takes no new name takes no commit either, and that is reported.
    return loaded;
  }
  const notice: Remark = (words) => words.stateAside(words.stateDamaged(path), aside);
  return { ...loaded, notice };
}

/** Makes the state last. Throws WriteError, and the file is then the one before. */
export function commitAlertState(dir: string, state: AlertState): void {
  writeAtomically(stateFile(dir), `${JSON.stringify(state)}\n`);
}

function sweepHalves(dir: string): void {
  try {
    const halves = readdirSync(dir).filter((name) =>
      /^\.(?:state\.json|last-report\.json|lock|salt)\.\d+\.tmp$/.test(name),
    );
    for (const name of halves) rmSync(join(dir, name), { force: true });
  } catch {
    // They take room and do no harm.
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new ReadError(fault('cannotRead', path, code ?? message), { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
