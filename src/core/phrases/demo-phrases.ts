// What `demo` says around the commands it plays, in English; every language says the same.

export const demoPhrases = {
  sample:
    'A sample of everything: two gateways ("home" keeps its credentials in JSON files, "server" in SQLite), a provider, a mailbox and a webhook receiver.',
  madeUp: 'All of it is made up, and nothing leaves this machine.',
  headings: {
    check: 'Check: every credential of every agent, from the files alone',
    run: 'Run: ask the providers as well, then tell people',
    renewed: 'Somebody pastes a new token for agent work; the next run, half an hour later',
    exitCodes: 'Exit codes, for scripts',
  },
  asking: 'To the files the token of agent night is good for 200 days: asking tells more.',
  onlyNews: 'Only what changed is told: the other problems have been announced.',
  exitCode: (code: number) => `[exit code ${code}]`,
  yourTurn: 'Now your own gateway. It is only read, never changed:',
  mail: {
    to: (address: string) => `E-mail received by ${address}`,
    subject: (subject: string) => `Subject: ${subject}`,
    leftOut: '[left out here]',
    moreLeftOut: (count: number) => `[left out here: ${count} more, each with its fix]`,
  },
  webhook: {
    signed: 'Webhook received, its signature is right',
    missigned: 'Webhook received, its signature IS WRONG',
    incidents: (type: string, count: number) =>
      `type: ${type}, with ${count} incidents in data.incidents:`,
    moreLeftOut: (count: number) => `[left out here: ${count} more]`,
  },
};

export type DemoPhrases = typeof demoPhrases;
