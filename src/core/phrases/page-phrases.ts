// What the HTML report, the live page and the calendar say around the findings, in English; every
// language says the same. None of it holds a character that HTML would take for its own.
import { counted } from './counted.ts';
import { incidentPhrases } from './incident-phrases.ts';
import { maybe } from './maybe.ts';

const agentCount = (count: number): string => counted(count, 'agent');
const more = (count: number): string => `and ${count} more`;

export const pagePhrases = {
  incidents: incidentPhrases,
  name: 'OpenClaw auth',
  title: (counts: string) => `${counts}: OpenClaw auth`,
  headings: {
    ok: 'OpenClaw auth is fine',
    expiring: 'OpenClaw auth is about to expire',
    failing: 'OpenClaw auth is failing',
  },
  verdicts: { ok: 'ok', expiring: 'expiring', failing: 'failing' },
  counts: {
    problems: 'Problems',
    warnings: 'Warnings',
    notices: 'Notices',
    agents: 'Agents',
    profiles: 'Profiles',
    nextExpiry: 'Next expiry',
  },
  noneKnown: 'none known',
  observed: (at: string) => `As observed at ${at}`,
  partial: 'Only a part was asked for; the rest is not shown.',
  noVerdict: 'The last run came to no verdict',
  made: (parts: {
    readonly tool: string;
    readonly policy: string;
    readonly scope: string;
    readonly exitCode: number;
  }) => `${parts.tool}, policy ${parts.policy}, scope ${parts.scope}, exit code ${parts.exitCode}.`,
  nextLook: (at: string) => `Next look: ${at}.`,
  attention: 'What needs attention',
  calm: 'Nothing needs attention',
  notices: (count: number) => counted(count, 'notice'),
  remarks: (count: number) => `${counted(count, 'remark')} that need nothing`,
  more,
  moreNoWorse: (count: number) => `${more(count)}, none of them worse: see the JSON report`,
  someNames: (names: string, count: number) => `${names} ${more(count)}`,
  facts: {
    agent: 'Agent',
    agents: 'Agents',
    profile: 'Profile',
    provider: 'Provider',
    ends: 'Ends',
    ended: 'Ended',
    code: 'Code',
    itSays: 'It says',
    next: 'Next',
  },
  quoted: (words: string) => `“${words}”`,
  estimated: '(estimated)',
  howToFix: 'How to fix it',
  copy: 'Copy',
  timeline: {
    heading: 'Coming expiries',
    caption: 'Ends of credentials, soonest first',
    credential: 'Credential',
    left: 'Time left',
    later: (count: number) => `${more(count)}, which end later`,
    agents: agentCount,
    steps: {
      now: 'now',
      hour: '1 h',
      hours: '6 h',
      day: '24 h',
      week: '7 d',
      month: '30 d',
      year: '1 y',
    },
  },
  history: {
    heading: 'History',
    caption: 'Verdicts, newest first',
    verdict: 'Verdict',
    found: 'Found',
    from: 'From',
    lasted: 'Lasted',
    lastedFor: (duration: string) => `for ${duration}`,
    oneRun: 'one run',
    told: 'Messages that arrived',
    toldCaption: 'Messages that arrived, newest first',
    toldAt: 'Told at',
    channels: 'Channels',
    kind: 'Kind',
    about: 'About',
    kinds: {
      firing: 'new',
      escalated: 'worse',
      reminder: 'reminder',
      recovered: 'recovered',
      deadletter: 'undelivered elsewhere',
      test: 'test',
    },
    before: (count: number) => `and ${count} before`,
  },
  agents: {
    heading: 'Agents and their credentials',
    find: 'Find',
    onlyBad: 'only with problems',
    alike: (count: number) => `${agentCount(count)} alike: `,
    profiles: (count: number) => counted(count, 'profile'),
    states: { fail: 'problem', warn: 'warning', notice: 'notice', info: 'fine', ok: 'fine' },
    state: 'State',
    missing: (provider: string) => `no credential for ${provider}`,
    onDiskOnly: 'On disk only, not in the gateway config.',
    none: 'No stored profiles.',
    noEnd: 'no end known',
    unusable: { cooldown: 'cooldown', disabled: 'disabled' },
    unused: 'not in use',
    inherited: (from: string) => `from ${from}`,
    shared: 'shared',
    renewed: 'renewed by OpenClaw',
    accepted: 'accepted',
    rejected: (reason: string | null) => `rejected${maybe(reason, ': ')}`,
  },
  /** What the script says; `#` stands for a number. */
  script: {
    shown: '# shown',
    copied: 'Copied',
    answers: 'The monitor answers with #.',
    silent: 'The monitor does not answer: this is what it last said.',
  },
  notYet: 'The first run is not over yet.',
  calendar: {
    name: 'OpenClaw auth',
    expires: (name: string) => `${name} expires`,
    estimate: (name: string) => `${name} ends about now (estimated)`,
    ends: (parts: { readonly at: string; readonly when: string; readonly asOf: string }) =>
      `Ends ${parts.at}, ${parts.when} as of ${parts.asOf}.`,
    provider: (name: string) => `Provider: ${name}`,
    agents: (names: string, count: number) => `${agentCount(count)}: ${names}`,
  },
};

export type PagePhrases = typeof pagePhrases;
