// Shows on a terminal how far a run has come, once it lasts longer than a second.
import type { Lang } from './core/lang.ts';
import { progressPhrases, type ProgressPhrases } from './core/phrases/progress-phrases.ts';
import type { Judgements } from './judge.ts';
import { showsUnicode, type World } from './world.ts';

/** Nobody wants to read about what is over at once, ms. */
const PATIENCE_MS = 1_000;
const REDRAW_MS = 200;

/** Says what is being done now, in a few words. */
export type Show = (doing: (words: ProgressPhrases) => string) => void;

/** Does the work and shows its progress on stderr in `lang`; `show` is null where that is no terminal. */
export async function withProgress<T>(
  world: World,
  lang: Lang,
  work: (show: Show | null) => Promise<T>,
): Promise<T> {
  const { stderr } = world;
  if (!stderr.isTTY) return work(null);
  const phrases =
    lang === 'en' || !showsUnicode(world)
      ? progressPhrases
      : await (await import('./languages/index.ts')).loadProgress(lang);
  const startedAt = world.monotonicMs();
  let drawnAt = startedAt;
  let isDrawn = false;
  let words = '';
  const draw = (): void => {
    const now = world.monotonicMs();
    if (now - startedAt < PATIENCE_MS || now - drawnAt < REDRAW_MS) return;
    drawnAt = now;
    isDrawn = true;
    stderr.write(`\r${words}\u001b[K`);
  };
  // Reading many files leaves no turn to a timer, and waiting for an answer calls nobody: hence both.
  const timer = setInterval(draw, REDRAW_MS);
  try {
    return await work((next) => {
      words = next(phrases);
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
      show((words) => words.judging(count));
      judgements.agent(agent, judgement);
    },
    finding: (finding) => judgements.finding(finding),
    login: (login) => judgements.login(login),
  };
}
