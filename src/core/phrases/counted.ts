// Counts things in English.

/** `2 agents`, `1 agent`: what Intl.PluralRules says of English, without loading it at each start. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
