// What `--verbose` adds about where things are, in English; every language says the same.

interface GatewayParts {
  readonly label: string;
  readonly dir: string;
  readonly storage: string;
  readonly policy: string;
}

interface LoginParts {
  readonly id: string;
  /** Its health, and when it ends where that is known. */
  readonly health: string;
  readonly users: string;
  readonly path: string;
}

export interface AboutPhrases {
  readonly rules: (policy: string, scope: string, at: string) => string;
  readonly gateway: (parts: GatewayParts) => string;
  readonly keyIn: (provider: string, place: string) => string;
  readonly keyAs: (provider: string, place: string, variable: string) => string;
  readonly keyPerhaps: (provider: string, place: string) => string;
  readonly noAgent: string;
  readonly login: (parts: LoginParts) => string;
}

export const aboutPhrases: AboutPhrases = {
  rules: (policy, scope, at) => `policy ${policy}, scope ${scope}, as of ${at}`,
  gateway: ({ label, dir, storage, policy }) =>
    `gateway ${label}: ${dir} (${storage}, judged by ${policy})`,
  keyIn: (provider, place) => `key for ${provider}: in ${place}`,
  keyAs: (provider, place, variable) => `key for ${provider}: in ${place} as ${variable}`,
  keyPerhaps: (provider, place) => `key for ${provider}: perhaps in ${place}, not looked into`,
  noAgent: 'no agent',
  login: ({ id, health, users, path }) => `login ${id}: ${health}, used by ${users}, in ${path}`,
};
