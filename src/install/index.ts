// Every install target; a new one is a file and a line here.
import type { InstallTarget } from './target.ts';

export const targets: Readonly<Record<string, () => Promise<InstallTarget>>> = {
  cron: async () => (await import('./cron/index.ts')).cron,
  launchd: async () => (await import('./launchd/index.ts')).launchd,
  systemd: async () => (await import('./systemd/index.ts')).systemd,
  termux: async () => (await import('./termux/index.ts')).termux,
};
