// What runs remark on stderr beside their output, in English; every language says the same.
import { formatDuration } from '../duration.ts';

interface Message {
  readonly channel: string;
  readonly kind: string;
  /** Incidents in it. */
  readonly count: number;
}

export const remarkPhrases = {
  warning: (remark: string) => `warning: ${remark}`,
  notice: (remark: string) => `notice: ${remark}`,
  duration: (ms: number) => formatDuration(ms),
  // Of the config.
  secretForOthers: (where: string, path: string) =>
    `${where}: ${path} can be read by others; chmod 600 it`,
  secretInConfig: (config: string, where: string) =>
    `${config}: ${where} is a secret in a file that others can read; chmod 600 it, or use { env }, { file } or { credential }`,
  openAddress: (where: string, origin: string) =>
    `${where}: ${origin} is not encrypted; whoever can listen can read the alerts`,
  openMail: (where: string, server: string) =>
    `${where}: mail to ${server} is not encrypted, nor is the login`,
  pageAt: (url: string) => `the page is at ${url}`,
  openPage: 'the page is served to others without encryption: put a proxy with TLS before it',
  nobodyIsTold: 'no channel is configured, so nobody is told: add one under `notifiers`',
  // Of messages.
  delivered: (parts: Message) => `${parts.channel}: ${parts.kind} (${parts.count}) delivered`,
  notDelivered: (parts: Message & { readonly why: string }) =>
    `${parts.channel}: ${parts.kind} (${parts.count}) not delivered, ${parts.why}`,
  notRenewed: (parts: Omit<Message, 'kind'> & { readonly why: string }) =>
    `${parts.channel}: renewal (${parts.count}) not delivered, ${parts.why}`,
  heartbeatUnheard: (origin: string, why: string) =>
    `${origin} did not hear the heartbeat (${why})`,
  heartbeatRefused: (origin: string, status: number) =>
    `${origin} answered the heartbeat with HTTP ${status}`,
  // Of what earlier runs left.
  stateDamaged: (path: string) =>
    `${path} is damaged, so what was told before is forgotten: current problems are announced again.`,
  stateAside: (damaged: string, path: string) => `${damaged} It is kept as ${path}.`,
  findingsAlone: 'of so many credentials only the findings are kept',
  lastRunAgo: (duration: string) => `the last run was ${duration} ago`,
  // Of a CI step.
  notJudged: (why: string, names: string) => `not judged, since ${why}: ${names}`,
  notSet: 'they are not set',
  notForDependabot: 'Dependabot gets no secrets',
  notForFork: 'pull requests of forks get none',
  maybeFork: 'this pull request may be of a fork',
  notForForkOfProject: 'merge requests of forks get none',
};

export type RemarkPhrases = typeof remarkPhrases;

/** A remark, said once it is known in which language. */
export type Remark = (words: RemarkPhrases) => string;
