// How Groq is asked: for its list of models, which nobody has proved to be closed, so a yes is only likely.
import { keyProbe } from './http-probe.ts';
import { openAiList, unproved } from './shapes.ts';

/** Keys of Groq. */
export const groq = keyProbe({
  origin: 'https://api.groq.com',
  path: '/openai/v1/models',
  endpoint: 'models',
  accept: unproved(openAiList),
});
