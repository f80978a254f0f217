// What is said about a config that cannot be used, in English; every language says the same.
import { counted } from './counted.ts';
import { wishPhrases } from './wish-phrases.ts';

export const configPhrases = {
  ...wishPhrases,
  cannotBeUsed: (file: string) => `${file} cannot be used:`,
  nothingChecked: 'Nothing was checked.',
  at: (place: string, what: string) => `${place}: ${what}`,
  ofKey: (what: string) => `the key: ${what}`,
  expected: (wish: string) => `expected ${wish}`,
  expectedNot: (wish: string, given: string) => `expected ${wish}, received ${given}`,
  expectedNear: (wish: string, given: string, near: string) =>
    `expected ${wish}, received "${given}", did you mean "${near}"?`,
  unknownKey: (length: number) => `an unknown key (${counted(length, 'character')})`,
  unknownKeyNear: (key: string, near: string) => `unknown key "${key}", did you mean "${near}"?`,
  // What stands there.
  nothing: 'nothing',
  emptyText: 'empty text',
  textOf: (length: number) => `text of ${counted(length, 'character')}`,
  listOf: (length: number) => `a list of ${length}`,
  objectOf: (keys: number) => `an object with ${counted(keys, 'key')}`,
  aKind: (kind: string) => `a ${kind}`,
  // Files.
  noSuchFile: 'there is no such file',
  denied: 'permission denied',
  manyLinks: 'too many links',
  notUtf8: 'is not UTF-8 text',
  isDirectory: 'is a directory',
  noRegularFile: 'is not a regular file',
  tooLarge: (bytes: number, most: number) => `is too large: ${bytes} bytes, at most ${most}`,
  unreadable: (code: string) => `cannot be read (${code})`,
  cannotBeLookedAt: (code: string) => `cannot be looked at (${code}); name a config with --config`,
  notJson5: 'not valid JSON5 from here',
  isBlankFile: (path: string) => `${path} is empty`,
  // Secrets.
  credential: (name: string) => `the credential ${name}`,
  unset: (name: string) => `the environment variable ${name} is not set`,
  blank: (name: string) => `the environment variable ${name} is blank`,
  needsCredentials: (name: string) =>
    `the credential ${name} needs $CREDENTIALS_DIRECTORY, which systemd sets for units`,
  // Rules between keys.
  sameAsAnother: (key: string) => `the same ${key} as another entry; give each its own`,
  ignoreAndWatch: 'ignore and watch exclude each other',
  sameTime: 'from and to are the same time',
  neverFires: 'never fires',
  needsToken: 'needed, since others reach that address',
  userAndPassword: 'user and password go together',
  localAddress: 'an address without @ is for sendmail only',
  badAddress: 'an address cannot be used',
  oneGithubSecret: 'the GitHub signature takes one secret, not a list',
  notBase64: 'what follows whsec_ is not base64',
  noNulInArgument: 'no argument may hold NUL',
  noNulInVariable: 'a variable cannot hold NUL',
  ownLabel: 'a label of this name is set already',
  badHeader: 'a header value may hold printable ASCII only, and not be empty',
  notEncrypted: (origin: string) =>
    `${origin} is not encrypted: use https, or set allowInsecure: true`,
  needsTls: (host: string) =>
    `tls: none is for this machine only; ${host} needs TLS, or allowInsecure: true`,
  unreadCa: (path: string, code: string) => `the CA file ${path} cannot be read (${code})`,
};

export type ConfigPhrases = typeof configPhrases;
