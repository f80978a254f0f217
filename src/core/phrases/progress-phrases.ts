// What a terminal shows while a run lasts, in English; every language says the same. On the hot path.

export const progressPhrases = {
  judging: (agents: number) => `judging agent ${agents}`,
  asking: 'asking providers',
  asked: (done: number, total: number) => `asking providers ${done}/${total}`,
  telling: 'telling people',
  sending: 'sending',
};

export type ProgressPhrases = typeof progressPhrases;
