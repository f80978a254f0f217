// Every install target with the flags that are its own; a new one is a file and a line here.
import type { InstallPhrases } from '../core/phrases/install-phrases.ts';
import type { InstallTarget } from './target.ts';

interface Entry {
  /** What it takes besides the flags that none has for itself; with another one they are wrong usage. */
  readonly flags: readonly string[];
  readonly load: () => Promise<InstallTarget>;
}

export const targets = {
  cron: { flags: ['schedule'], load: async () => (await import('./cron/index.ts')).cron },
  launchd: { flags: ['schedule'], load: async () => (await import('./launchd/index.ts')).launchd },
  systemd: {
    flags: ['system', 'user', 'split', 'watch', 'for', 'on-calendar', 'keep-state'],
    load: async () => (await import('./systemd/index.ts')).systemd,
  },
  termux: {
    flags: ['every', 'remote', 'phone-key', 'keep-state'],
    load: async () => (await import('./termux/index.ts')).termux,
  },
} satisfies Readonly<Record<keyof InstallPhrases['targets'], Entry>>;
