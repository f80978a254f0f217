// Shows on a terminal how far a run has come, once it lasts longer than a second.
import type { Judgements } from './judge.ts';
import type { World } from './world.ts';

/** Nobody wants to read about what is over at once, ms. */
const PATIENCE_MS = 1_000;
const REDRAW_MS = 200;

export interface Progress {
  /** Says what is being done now; a few words. */
  show(words: string): void;
  /** Takes the line away again. */
  clear(): void;
}

/** Progress on stderr, where that is a terminal; else nothing at all. */
export function startProgress({
  stderr,
  monotonicMs,
}: Pick<World, 'stderr' | 'monotonicMs'>): Progress | null {
  if (!stderr.isTTY) return null;
  const startedAt = monotonicMs();
  let drawnAt = startedAt;
  let words = '';
  let isDrawn = false;
  const draw = (): void => {
    const now = monotonicMs();
    if (now - startedAt < PATIENCE_MS || now - drawnAt < REDRAW_MS) return;
    drawnAt = now;
    isDrawn = true;
    stderr.write(`\r${words}\u001b[K`);
  };
  // Reading many files leaves no turn to a timer, waiting for one answer calls nobody: hence both.
  const timer = setInterval(draw, REDRAW_MS);
  timer.unref();
  return {
    show(next) {
      words = next;
      draw();
    },
    clear() {
      clearInterval(timer);
      if (isDrawn) stderr.write('\r\u001b[K');
    },
  };
}

/** Passes judgements on and counts the agents for who is waiting. */
export function countAgents(judgements: Judgements, progress: Progress): Judgements {
  let count = 0;
  return {
    gateway: (gateway) => judgements.gateway(gateway),
    agent(agent, judgement) {
      count += 1;
      progress.show(`judging agent ${count}`);
      judgements.agent(agent, judgement);
    },
    finding: (finding) => judgements.finding(finding),
  };
}
