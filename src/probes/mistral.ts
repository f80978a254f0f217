// How Mistral is asked: for its list of models, which nobody has proved to be closed, so a yes is only likely.
import { keyProbe } from './http-probe.ts';
import { openAiList, unproved } from './shapes.ts';

/** Keys of Mistral. */
export const mistral = keyProbe({
  origin: 'https://api.mistral.ai',
  path: '/v1/models',
  endpoint: 'models',
  accept: unproved(openAiList),
});
