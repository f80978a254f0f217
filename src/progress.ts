// Shows on a terminal how far a run has come, once it lasts longer than a second.
import type { Judgements } from './judge.ts';
import type { World } from './world.ts';

/** Nobody wants to read about what is over at once, ms. */
const PATIENCE_MS = 1_000;
const REDRAW_MS = 200;

/** Says what is being done now, in a few words. */
export type Show = (words: string) => void;

/** Does the work and shows its progress on stderr; `show` is null where that is no terminal. */
export async function withProgress<T>(
  { stderr, monotonicMs }: Pick<World, 'stderr' | 'monotonicMs'>,
  work: (show: Show | null) => Promise<T>,
): Promise<T> {
  if (!stderr.isTTY) return work(null);
  const startedAt = monotonicMs();
  let drawnAt = startedAt;
  let isDrawn = false;
  let words = '';
  const draw = (): void => {
    const now = monotonicMs();
    if (now - startedAt < PATIENCE_MS || now - drawnAt < REDRAW_MS) return;
    drawnAt = now;
    isDrawn = true;
    stderr.write(`\r${words}\u001b[K`);
  };
  // Reading many files leaves no turn to a timer, and waiting for an answer calls nobody: hence both.
  const timer = setInterval(draw, REDRAW_MS);
  try {
    return await work((next) => {
      words = next;
      draw();
    });
  } finally {
    clearInterval(timer);
    if (isDrawn) stderr.write('\r\u001b[K');
  }
}

/** Passes judgements on and counts the agents for who is waiting. */
export function countAgents(judgements: Judgements, show: Show | null): Judgements {
  if (show === null) return judgements;
  let count = 0;
  return {
    gateway: (gateway, policyName) => judgements.gateway(gateway, policyName),
    agent(agent, judgement) {
      count += 1;
      show(`judging agent ${count}`);
      judgements.agent(agent, judgement);
    },
    finding: (finding) => judgements.finding(finding),
    login: (login) => judgements.login(login),
  };
}
