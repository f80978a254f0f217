// Words for findings about stores, gateways, agents and the machine.
import { LOGINS } from '../login.ts';
import { note, renew } from '../remedy.ts';
import { shellWord } from '../shell.ts';
import { label } from '../terminal.ts';
import {
  bracketed,
  clock,
  didYouMean,
  entryFor,
  list,
  text,
  type Told,
  type Words,
} from './told.ts';

const PATH_COLUMNS = 240;
const DOCTOR = 'openclaw doctor --fix';

function path(told: Told): string {
  return String(told.finding.facts['path'] ?? '');
}

function fileNote(told: Told): string[] {
  return path(told) === '' ? [] : [note(`File: ${label(path(told), PATH_COLUMNS)}`)];
}

/** A command on the file of the finding; a note when its name must not be pasted. */
function onFile(told: Told, command: (word: string) => string): string[] {
  const word = path(told) === '' ? null : shellWord(path(told));
  return word === null ? fileNote(told) : [command(word)];
}

/** A damaged store is copied first: OpenClaw replaces one that it cannot read by another source. */
function saveThenDoctor(told: Told): string[] {
  return [...onFile(told, (file) => `cp -p ${file} ${file}.damaged`), DOCTOR];
}

function showFile(told: Told, advice: string): string[] {
  return [...onFile(told, (file) => `ls -l ${file}`), note(advice)];
}

const TRACE_PROBLEMS: Readonly<Record<string, string>> = {
  permission: 'may not be read',
  not_a_file: 'is not a plain file',
  compressed: 'holds rows that this Node.js cannot unpack',
  schema: 'has tables of an unknown version',
  busy: 'stays locked by another program',
  corrupt: 'is damaged',
  too_large: 'is too large for this Node.js',
};

interface StoreProblem {
  readonly title: string;
  readonly remedy: (told: Told) => readonly string[];
}

/** Only of files that are named for the keys in them. */
const MISSING = 'an environment file that was named is not there';

const STORE_PROBLEMS: Readonly<Record<string, StoreProblem>> = {
  corrupt: { title: 'is damaged', remedy: saveThenDoctor },
  empty: { title: 'is an empty file', remedy: saveThenDoctor },
  busy: {
    title: 'stays locked by another program',
    remedy: (told) => [...fileNote(told), note('Find out which program keeps the store locked.')],
  },
  permission: {
    title: 'may not be read',
    remedy: (told) => showFile(told, 'Run the monitor as the user that owns the file.'),
  },
  missing: {
    title: MISSING,
    remedy: (told) => [...fileNote(told), note('Correct the name, or take it out of the call.')],
  },
  dangling_link: {
    title: 'is a link to nothing',
    remedy: (told) => showFile(told, 'Put the store back where the link leads to.'),
  },
  not_a_file: {
    title: 'is not a plain file',
    remedy: (told) => showFile(told, 'Put the store back where OpenClaw expects it.'),
  },
  too_large: {
    title: 'is larger than the monitor reads',
    remedy: (told) => showFile(told, 'A credential store is small; look what has filled it.'),
  },
  newer_schema: {
    title: 'is of a newer OpenClaw than this monitor knows',
    remedy: () => [note('Update openclaw-auth-monitor; this version cannot judge the store.')],
  },
  older_schema: { title: 'is of an old format', remedy: () => [DOCTOR] },
  schema: {
    title: 'has tables that this monitor does not know',
    remedy: () => [note('Update openclaw-auth-monitor; this version cannot judge the store.')],
  },
  unreadable: {
    title: 'cannot be read',
    remedy: (told) => showFile(told, 'The disk or the file system refuses to read this file.'),
  },
};

function storeRemedy(told: Told): readonly string[] {
  const known = entryFor(STORE_PROBLEMS, told, 'problem');
  return known?.remedy(told) ?? [...fileNote(told), DOCTOR];
}

export const setupWords = {
  store_unreadable: {
    title(told) {
      if (told.finding.facts['problem'] === 'missing') return MISSING;
      const known = entryFor(STORE_PROBLEMS, told, 'problem')?.title;
      const login = entryFor(LOGINS, told, 'login');
      const what = login === undefined ? 'credential store' : `login of ${login.title}`;
      return `${what} ${known ?? `cannot be read${bracketed(text(told, 'problem'))}`}`;
    },
    means: 'The credentials in this store could not be judged, which never counts as fine.',
    remedy: (told) =>
      told.finding.facts['login'] === undefined
        ? storeRemedy(told)
        : [...fileNote(told), ...renew(told)],
  },
  store_migration_required: {
    title: () => 'a retired JSON store lies beside the database: OpenClaw refuses to serve',
    means: 'OpenClaw 2026.8 and later stop an agent until its old credential files are migrated.',
    remedy: (told) => [...fileNote(told), DOCTOR],
  },
  store_permissions: {
    title(told) {
      const { mode } = told.finding.facts;
      const octal = typeof mode === 'number' ? mode.toString(8) : text(told, 'mode');
      return `credential store is open to other users${bracketed(octal && `mode ${octal.padStart(4, '0')}`)}`;
    },
    means: 'Other users of this machine can read the credentials.',
    remedy: (told) => onFile(told, (file) => `chmod 600 ${file}`),
  },
  trace_unreadable: {
    title(told) {
      const reason = entryFor(TRACE_PROBLEMS, told, 'problem') ?? 'could not be read';
      return `a record of OpenClaw ${reason}`;
    },
    means:
      'A log or transcript stays closed to the monitor, so a refusal that only stands there is not seen.',
    remedy: (told) => [
      ...fileNote(told),
      note('Run the monitor as the user of the gateway, or switch the source: probe.passive.'),
    ],
  },
  gateway_not_found: {
    title: () => 'no OpenClaw gateway found',
    means:
      'There is no OpenClaw state directory where it was looked for, so nothing could be judged.',
    remedy(told) {
      const searched = list(told, 'searched', 6);
      const meant = told.finding.facts['didYouMean'];
      if (typeof meant === 'string') {
        return [
          note(`Nothing of a gateway is in ${searched ?? 'the named directory'}.`),
          note(`The state directory is probably ${label(meant, PATH_COLUMNS)}: name that one.`),
        ];
      }
      return [
        ...(searched === null ? [] : [note(`Looked in: ${searched}`)]),
        note('Name the directory with --state-dir DIR, and run as the user of the gateway.'),
      ];
    },
  },
  gateway_config_invalid: {
    title(told) {
      const problem = text(told, 'problem');
      return `the config of OpenClaw cannot be used${problem === null ? '' : `: ${problem}`}`;
    },
    means: 'OpenClaw cannot start with this config; which models are in use is not known.',
    remedy: (told) => [...fileNote(told), DOCTOR],
  },
  agent_not_found: {
    title: (told) =>
      `there is no agent ${text(told, 'wanted') ?? told.finding.agent ?? 'of that name'}`,
    means: 'An agent was asked for that no gateway here has, so it could not be judged.',
    remedy(told) {
      const known = list(told, 'known', 12);
      return [
        ...didYouMean(told),
        'openclaw agents list',
        ...(known === null ? [] : [note(`Known here: ${known}`)]),
      ];
    },
  },
  clock_suspect: {
    title(told) {
      const newest = clock(told, 'newestAt');
      return `the clock of this machine is behind${newest ? `: ${newest} has already been` : ''}`;
    },
    means:
      'The clock shows a time before something that has already happened, so no expiry can be judged.',
    remedy: () => ['date -u', note('Set the clock, then run the monitor again.')],
  },
} satisfies Partial<Record<string, Words>>;
