// How Cerebras is asked: for its list of models, which nobody has proved to be closed, so a yes is only likely.
import { keyProbe } from './http-probe.ts';
import { openAiList, unproved } from './shapes.ts';

/** Not `/public/v1/models`, which anybody may read. */
export const cerebras = keyProbe({
  origin: 'https://api.cerebras.ai',
  path: '/v1/models',
  endpoint: 'models',
  accept: unproved(openAiList),
});
