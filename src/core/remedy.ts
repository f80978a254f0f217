// Decides which OpenClaw commands put a credential right again.
import type { CredentialType } from './profile.ts';
import { LOGINS } from './login.ts';
import { shellCommand, shellWord } from './shell.ts';
import { entryFor, text, type CiService, type Told } from './words/told.ts';

/** A remedy that is an advice: the shell takes it as a comment. */
export function note(advice: string): string {
  return `# ${advice}`;
}

/**
 * The agent to name: the owner of an inherited profile, since a copy in the heir's store would shadow
 * it. Without `--agent` OpenClaw writes the main agent's or the shared store.
 */
function ownerOf({ finding }: Told): string | null {
  const { inheritedFrom } = finding.facts;
  const owner = typeof inheritedFrom === 'string' ? inheritedFrom : finding.agent;
  return owner === 'main' || owner === 'shared' ? null : owner;
}

function askWithoutId({ phrases }: Told): string[] {
  return [note(phrases.remedy.hiddenId), 'openclaw models auth add'];
}

// Without a known type the interactive command finds the provider's own way; it is in every version.
function askForCredential(told: Told): string[] {
  const line = shellCommand('openclaw models auth add', { agent: ownerOf(told) });
  return line === null ? askWithoutId(told) : [line];
}

function filled(told: Told, command: string, options: Readonly<Record<string, string | null>>) {
  const { provider } = told.finding;
  if (provider === null) return askForCredential(told);
  const line = shellCommand(command, { provider, ...options });
  return line === null ? askWithoutId(told) : [line];
}

/** Logs in anew: OAuth, and GitHub's device flow. */
function logIn(told: Told): string[] {
  return filled(told, 'openclaw models auth login', { agent: ownerOf(told) });
}

/** Stores an API key, into the profile of the finding or the provider's usual one. */
export function pasteApiKey(told: Told, profileId: string | null): string[] {
  if (told.context.ci) return storeSecret(told, told.context.ci);
  const paste = 'openclaw models auth paste-api-key';
  return [
    ...filled(told, paste, { 'profile-id': profileId, agent: ownerOf(told) }),
    note(told.phrases.remedy.beforePasteCommands),
  ];
}

function pasteToken(told: Told): string[] {
  const { provider, profileId } = told.finding;
  const paste = 'openclaw models auth paste-token';
  const options = { 'profile-id': profileId, agent: ownerOf(told) };
  if (provider === 'anthropic') {
    // A setup token lives one year, and OpenClaw stores no end unless it is told.
    return ['claude setup-token', ...filled(told, paste, { ...options, 'expires-in': '365d' })];
  }
  return [...filled(told, paste, options), note(told.phrases.remedy.addExpiresIn)];
}

/** Puts a new credential where the CI service keeps it. */
function storeSecret(told: Told, service: CiService): string[] {
  const { profileId, provider } = told.finding;
  const mint = provider === 'anthropic' && text(told, 'type') === 'token';
  const { makeNew, putIntoCiVariable, putWhereStepGets } = told.phrases.remedy;
  const first = mint ? 'claude setup-token' : note(makeNew);
  const word = shellWord(profileId ?? '');
  if (service === 'github' && word) return [first, `gh secret set ${word}`];
  const put = service === 'gitlab' ? putIntoCiVariable : putWhereStepGets;
  return [first, note(put(told.profile))];
}

const CLI_OF_PROFILE: Readonly<Record<string, string>> = {
  'claude-cli': 'Claude Code',
  'codex-cli': 'Codex',
  'qwen-cli': 'Qwen',
  'minimax-cli': 'MiniMax',
};

/**
 * Replaces the credential of a finding, by its provider and its type: the fact `type`, else what the
 * code itself implies.
 */
export function renew(told: Told, impliedType: CredentialType | null = null): string[] {
  const { profileId, provider } = told.finding;
  const login = entryFor(LOGINS, told, 'login');
  if (login) {
    const inside = note(told.phrases.remedy.logInInside(login.title));
    return login.command === null ? [inside] : [login.command];
  }
  if (told.context.ci) return storeSecret(told, told.context.ci);
  const cli = Object.entries(CLI_OF_PROFILE).find(([name]) => profileId?.endsWith(`:${name}`))?.[1];
  if (cli) return [note(told.phrases.remedy.logInAtOwner(cli))];
  if (provider === 'github-copilot') return logIn(told);
  const type = text(told, 'type') ?? impliedType;
  if (type === 'api_key') return pasteApiKey(told, profileId);
  if (type === 'token') return pasteToken(told);
  if (type === 'oauth') return logIn(told);
  return askForCredential(told);
}
