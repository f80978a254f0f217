// The remarks between the commands of a remedy, in English; every language says the same.
import { maybe } from './maybe.ts';

export const remedyPhrases = {
  hiddenId:
    'An id here is not safe to paste (hidden characters or too long); this command asks for it:',
  beforePasteCommands: 'Before OpenClaw 2026.6: openclaw models auth add',
  addExpiresIn: 'Add --expires-in 90d, or whatever the token lives, so that its end is known.',
  makeNew: 'Make a new credential at the provider, then:',
  putIntoCiVariable: (name: string) => `Put it in the CI/CD variable ${name}.`,
  putWhereStepGets: (name: string) => `Put it where the step gets ${name}.`,
  logInInside: (program: string) =>
    `Log in again inside the ${program} CLI, as the user of the gateway.`,
  logInAtOwner: (program: string) => `Log in again in the ${program} CLI: it owns this login.`,
  withStateDir: (dir: string) => `With OPENCLAW_STATE_DIR set to ${dir}:`,
  onGateway: ({ gateway, dir }: { readonly gateway: string; readonly dir: string | null }) =>
    `On gateway ${gateway}, with OPENCLAW_STATE_DIR set to ${dir ?? 'its directory'}:`,
  didYouMean: (name: string) => `Did you mean ${name}?`,
  whereToDefine: {
    unknown_alias:
      'Define the secret provider under secrets.providers in openclaw.json, or replace it:',
    not_allowed:
      'Add the variable to the allowlist of its secret provider, or replace the credential:',
    not_in_file: 'Put the secret into the file of its secret provider, or replace the credential:',
    store_row_absent:
      'Put the secret into the secret store of OpenClaw again, or replace the credential:',
    inactive_setup: 'Finish the setup that was begun for this profile, or replace the credential:',
  },
  correctId: 'Correct or remove this id under profiles in the config of the monitor.',
  howToSee: {
    env: "Pass the gateway's environment with --gateway-env FILE, or put it into the gateway's own .env.",
    file: 'Set secretFiles: true for this gateway in the config of the monitor; the file has to be private.',
    other: 'Nothing to repair; severity: { secret_ref_unresolved: "off" } in the config hides it.',
  },
  ownLogins: 'Give each agent a login of its own:',
  unusedIsFine: 'Nothing to do; --scope all judges stored profiles nobody uses, too.',
  renewsItself: (renewer: string) =>
    `Nothing to do: ${renewer} renews it when the agent is used next.`,
  idleTokensEnd: 'Refresh tokens can end when they lie unused; to be sure, log in again:',
  sayEndInStep: (name: string) => `If its real end is known, say it: --expires ${name}=DATE`,
  sayEndInConfig:
    'If its real end is known, set profiles[ID].expiresAt in the config of the monitor.',
  useApiKey: 'Use an API key instead:',
  routeThroughClaude: 'Or route the agent through the Claude CLI (runtime claude-cli).',
  expectClaudeCodeOnly:
    'Served by the claude-cli runtime? Set profiles[ID].expectClaudeCodeOnly: true.',
  askAnew: (command: string) => `Put right since then? Ask the provider: ${command}`,
  topUp: (provider: string) =>
    `Top up credits or raise the limit at ${provider}, or switch provider.`,
  checkNetwork: 'Check the network, proxy and TLS of this machine; nothing is judged by it.',
  triedAgain: (until: string | null) =>
    `Nothing to do: OpenClaw tries it again${maybe(until, ' after ') || ' by itself'}.`,
  usedAgain: (until: string | null) =>
    `OpenClaw uses it again${maybe(until, ' after ') || ' when the pause is over'}.`,
  lookAtOrder: 'Look at auth.order and auth.profiles in openclaw.json, or add a credential:',
  file: (path: string) => `File: ${path}`,
  findLocker: 'Find out which program keeps the store locked.',
  runAsOwner: 'Run the monitor as the user that owns the file.',
  correctName: 'Correct the name, or take it out of the call.',
  restoreLink: 'Put the store back where the link leads to.',
  restoreStore: 'Put the store back where OpenClaw expects it.',
  lookWhatFills: 'A credential store is small; look what has filled it.',
  updateMonitor: 'Update openclaw-auth-monitor; this version cannot judge the store.',
  diskRefuses: 'The disk or the file system refuses to read this file.',
  runAsGatewayUser:
    'Run the monitor as the user of the gateway, or switch the source: probe.passive.',
  nothingIn: (place: string | null) =>
    `Nothing of a gateway is in ${place ?? 'the named directory'}.`,
  nameThatOne: (dir: string) => `The state directory is probably ${dir}: name that one.`,
  lookedIn: (places: string) => `Looked in: ${places}`,
  nameStateDir: 'Name the directory with --state-dir DIR, and run as the user of the gateway.',
  knownHere: (names: string) => `Known here: ${names}`,
  setClock: 'Set the clock, then run the monitor again.',
};

export type RemedyPhrases = typeof remedyPhrases;
