// Changes the alert state by hand: silences, and what is given up.
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { AlertState } from '../core/alerts/incident.ts';
import { openDesk, type StateDesk } from './state-desk.ts';

/**
 * Commits `change(state)`, once a run that is at work has ended. Resolves to what people have to know
 * about the state itself, or null. Rejects with the fault when another run keeps the state (WriteError),
 * or when it cannot be read or written; nothing is changed then.
 */
export async function changeAlertState(
  dir: string,
  now: number,
  signal: AbortSignal,
  change: (state: AlertState) => AlertState,
): Promise<Remark | null> {
  const desk = await openDesk(dir, now, signal);
  try {
    throwFault(desk);
    desk.save(change(desk.state));
    throwFault(desk);
    return desk.notice;
  } finally {
    desk.close();
  }
}

function throwFault({ error }: StateDesk): void {
  if (error !== null) throw error;
}
