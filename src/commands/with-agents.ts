// Says whose a trouble is, where its title names the credential alone.
import type { AlertingPhrases } from '../core/phrases/alerting-phrases.ts';

const MOST_AGENTS = 5;

/** A title with the first of its agents; an empty name stands for no agent. */
export function withAgents(
  title: string,
  agents: readonly string[],
  { more }: Pick<AlertingPhrases, 'more'>,
): string {
  const named = [...new Set(agents)].filter((name) => name !== '');
  if (named.length === 0) return title;
  const left = named.length - MOST_AGENTS;
  const shown = named.slice(0, MOST_AGENTS).join(', ');
  return `${title} (${left > 0 ? `${shown} ${more(left)}` : shown})`;
}
