// Keeps the agents that were asked for by name, and whether each was met.
import type { Agent, Gateway } from './core/agent.ts';
import { suggest } from './core/edit-distance.ts';
import type { Finding } from './core/finding.ts';
import type { Policy } from './core/policy.ts';
import { severityOf } from './checks/index.ts';
import { normalizeAgentId } from './openclaw/config-facts.ts';
import { MAIN_AGENT } from './openclaw/agents.ts';

interface Wanted {
  readonly text: string;
  /** Label of the one gateway that is meant; null means any. */
  readonly gateway: string | null;
  /** Null when the name is blank, which no agent has. */
  readonly id: string | null;
}

/** `--agent ID` or `LABEL/ID`, repeated; a blank one counts as not given, as with OpenClaw. */
export class WantedAgents {
  readonly #wanted: readonly Wanted[];
  readonly #met = new Set<string>();
  readonly #known = new Set<string>();
  /** The same with the label of their gateway before them. */
  readonly #labelled = new Set<string>();

  constructor(names: readonly string[]) {
    this.#wanted = names.filter((name) => name.trim() !== '').map(parse);
  }

  named({ gateway, id }: Pick<Agent, 'gateway' | 'id'>): boolean {
    return this.#wanted.some((wanted) => isMeant(wanted, gateway, id));
  }

  takes(agent: Agent): boolean {
    return this.#wanted.length === 0 || this.named(agent);
  }

  /** What is asked for of one gateway. */
  on(gateway: string): { namesAgent: boolean; namesMain: boolean } {
    const namesAgent = this.#wanted.some((wanted) => (wanted.gateway ?? gateway) === gateway);
    return { namesAgent, namesMain: this.named({ gateway, id: MAIN_AGENT }) };
  }

  seen({ gateway, id }: Agent): void {
    for (const wanted of this.#wanted) {
      if (isMeant(wanted, gateway, id)) this.#met.add(wanted.text);
    }
  }

  known(gateway: Gateway): void {
    if (this.#wanted.length === 0) return;
    for (const id of gateway.agentIds) {
      this.#known.add(id);
      this.#labelled.add(`${gateway.label}/${id}`);
    }
  }

  /** A finding for each name that no agent has; `gateway` stands in where none was named. */
  missing(gateway: string, policy: Policy): Finding[] {
    return this.#wanted
      .filter(({ text }) => !this.#met.has(text))
      .map(({ text, gateway: named }) => ({
        code: 'agent_not_found',
        severity: severityOf({ code: 'agent_not_found' }, policy),
        gateway: named ?? gateway,
        agent: null,
        provider: null,
        profileId: null,
        since: null,
        facts: {
          wanted: text,
          known: [...this.#known].slice(0, 20),
          ...this.#nearest(text, named),
        },
      }));
  }

  #nearest(text: string, label: string | null): { readonly didYouMean?: string } {
    const nearest = suggest(text, label === null ? this.#known : this.#labelled);
    return nearest === null ? {} : { didYouMean: nearest };
  }
}

function parse(text: string): Wanted {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  const id = name.trim() === '' ? null : normalizeAgentId(name);
  return { text, gateway: slash < 0 ? null : text.slice(0, slash), id };
}

function isMeant(wanted: Wanted, gateway: string, id: string): boolean {
  return wanted.id === id && (wanted.gateway ?? gateway) === gateway;
}
