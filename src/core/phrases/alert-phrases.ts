// What a notification says around its facts, in English; every language says the same.
import type { FindingCode } from '../finding.ts';
import { englishTimes, type Times } from '../moment.ts';
import type { AlertSeverity, NotificationKind } from '../alerts/notification.ts';
import { maybe } from './maybe.ts';
import { incidentPhrases, type IncidentPhrases } from './incident-phrases.ts';

/** Where a message comes from, and what it is about in a few words. */
export interface Matter {
  /** A headline, or how many problems there are. */
  readonly matter: string;
  readonly host: string;
  /** How many of several are failing; 0 where that need not be said. */
  readonly failing: number;
}

export interface AlertPhrases {
  /** BCP 47. */
  readonly lang: string;
  readonly times: Times;
  readonly incidents: Readonly<Record<FindingCode, IncidentPhrases>>;
  readonly state: Readonly<Record<AlertSeverity, string>>;
  /** In brackets, with a blank behind: Gmail then keeps the stages of an incident in one thread. */
  readonly stage: Readonly<Record<NotificationKind, string>>;
  readonly subject: {
    readonly line: (parts: {
      readonly topic: string;
      readonly host: string;
      readonly more: number;
    }) => string;
    readonly topic: (parts: { readonly headline: string; readonly whom: string }) => string;
    readonly test: (monitor: string) => string;
    readonly failed: (monitor: string) => string;
    readonly forgot: (monitor: string) => string;
    readonly undelivered: (channel: string) => string;
    readonly agents: (count: number) => string;
    readonly namedAgents: (names: string, count: number) => string;
    readonly profiles: (count: number) => string;
    readonly gateway: (label: string) => string;
    readonly at: (parts: { readonly what: string; readonly place: string }) => string;
  };
  readonly lead: {
    readonly firing: (parts: Matter & { readonly state: string }) => string;
    readonly escalated: (parts: Matter & { readonly state: string }) => string;
    readonly reminder: (parts: Matter & { readonly state: string }) => string;
    readonly discounted: (parts: Matter) => string;
    readonly recovered: (parts: Matter) => string;
    readonly allRecovered: (parts: Matter) => string;
    readonly breakdown: (host: string) => string;
    readonly forgot: (host: string) => string;
    readonly undelivered: (parts: { readonly channel: string; readonly host: string }) => string;
    readonly test: (host: string) => string;
  };
  readonly problems: (count: number) => string;
  readonly testRemark: string;
  readonly sinceFault: (parts: { readonly since: string; readonly fault: string }) => string;
  readonly lookInto: (command: string) => string;
  readonly wouldHaveTold: string;
  readonly label: Readonly<
    Record<
      | 'agent'
      | 'agents'
      | 'profile'
      | 'profiles'
      | 'provider'
      | 'since'
      | 'lasted'
      | 'expires'
      | 'expired'
      | 'next'
      | 'fix',
      string
    >
  >;
  /** Between a label and its text, as in `Agent: main`. */
  readonly colon: string;
  readonly agentsAt: (parts: { readonly names: string; readonly gateway: string }) => string;
  readonly nothingToDo: string;
  readonly counted: (parts: { readonly clock: string; readonly when: string }) => string;
  readonly titled: (parts: { readonly state: string; readonly title: string }) => string;
  readonly was: (title: string) => string;
  readonly discounted: (title: string) => string;
  readonly andMore: (names: string, more: number) => string;
  readonly moreIncidents: (count: number) => string;
  /** A remark of a remedy that was cut. */
  readonly moreLines: (count: number) => string;
  readonly observed: (parts: {
    readonly clock: string;
    readonly monitor: string;
    readonly host: string;
  }) => string;
  readonly log: (command: string) => string;
}

/** Shows what a message has no room for. */
export const SHOW_ALL = 'auth-monitor check';

function what({ matter, host, failing }: Matter): string {
  return `${matter} on ${host}${failing > 0 ? `, ${failing} of them failing` : ''}`;
}

export const alertPhrases: AlertPhrases = {
  lang: 'en',
  times: englishTimes,
  incidents: incidentPhrases,
  state: { fail: 'Failing', warn: 'Warning', notice: 'Notice', info: 'For information' },
  stage: {
    firing: '',
    escalated: '',
    reminder: '[Reminder] ',
    recovered: '[Recovered] ',
    deadletter: '',
    test: '',
  },
  subject: {
    line: ({ topic, host, more }) => `${topic} on ${host}${more > 0 ? ` + ${more} more` : ''}`,
    topic: ({ headline, whom }) => `${headline}: ${whom}`,
    test: (monitor) => `Test from ${monitor}`,
    failed: (monitor) => `${monitor} failed`,
    forgot: (monitor) => `${monitor} forgot what it had told`,
    undelivered: (channel) => `Alerts undelivered: channel ${channel}`,
    agents: (count) => `${count} agents`,
    namedAgents: (names, count) => `agent${count > 1 ? 's' : ''} ${names}`,
    profiles: (count) => `${count} profiles`,
    gateway: (label) => `gateway ${label}`,
    at: ({ what: subject, place }) => `${subject}${maybe(place, ' (', ')')}`,
  },
  lead: {
    firing: ({ state, ...matter }) => `${state}: ${what(matter)}.`,
    escalated: ({ state, ...matter }) => `${state}, worse than before: ${what(matter)}.`,
    reminder: ({ state, ...matter }) => `${state}, still open: ${what(matter)}.`,
    discounted: (matter) => `No longer counted: ${what(matter)}.`,
    recovered: ({ matter, host }) => `Recovered: "${matter}" on ${host} is over.`,
    allRecovered: (matter) => `Recovered: ${what(matter)} are over.`,
    breakdown: (host) =>
      `The monitor itself failed on ${host}: nobody judges the credentials until it is mended.`,
    forgot: (host) => `What was told before from ${host} is forgotten: it may come again.`,
    undelivered: ({ channel, host }) =>
      `Undelivered: channel ${channel} on ${host} does not take its alerts.`,
    test: (host) => `Test: this channel works. Sent on ${host}.`,
  },
  problems: (count) => `${count} problems with OpenClaw credentials`,
  testRemark: 'It says nothing about your credentials, and there is nothing to do.',
  sinceFault: ({ since, fault }) => `Since ${since}: ${fault}`,
  lookInto: (command) => `To look into it: ${command}`,
  wouldHaveTold: 'What it should have told:',
  label: {
    agent: 'Agent',
    agents: 'Agents',
    profile: 'Profile',
    profiles: 'Profiles',
    provider: 'Provider',
    since: 'Since',
    lasted: 'Lasted',
    expires: 'Expires',
    expired: 'Expired',
    next: 'Next',
    fix: 'Fix',
  },
  colon: ':',
  agentsAt: ({ names, gateway }) => `${names} (${gateway})`,
  nothingToDo: 'Nothing to do.',
  counted: ({ clock, when }) => `${clock} (${when})`,
  titled: ({ state, title }) => `${state}: ${title}`,
  was: (title) => `Was: ${title}`,
  discounted: (title) => `No longer counted: ${title}`,
  andMore: (names, more) => `${names} + ${more} more`,
  moreIncidents: (count) => `+ ${count} more, none more urgent. To see all: ${SHOW_ALL}`,
  moreLines: (count) => `+ ${count} more: ${SHOW_ALL}`,
  observed: ({ clock, monitor, host }) => `As observed at ${clock} by ${monitor} on ${host}.`,
  log: (command) => ` Log: ${command}`,
};
