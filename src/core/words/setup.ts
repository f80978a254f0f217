// Words for findings about stores, gateways, agents and the machine.
import { LOGINS } from '../login.ts';
import { note, renew } from '../remedy.ts';
import { shellWord } from '../shell.ts';
import { label } from '../terminal.ts';
import { clock, didYouMean, entryFor, list, text, type Told, type Words } from './told.ts';

const PATH_COLUMNS = 240;
const DOCTOR = 'openclaw doctor --fix';

function path(told: Told): string {
  return String(told.finding.facts['path'] ?? '');
}

function fileNote(told: Told): string[] {
  return path(told) === '' ? [] : [note(told.phrases.remedy.file(label(path(told), PATH_COLUMNS)))];
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

/** What to do about a store, by what is wrong with it. */
const STORE_REMEDIES: Readonly<Record<string, (told: Told) => readonly string[]>> = {
  corrupt: saveThenDoctor,
  empty: saveThenDoctor,
  busy: (told) => [...fileNote(told), note(told.phrases.remedy.findLocker)],
  permission: (told) => showFile(told, told.phrases.remedy.runAsOwner),
  missing: (told) => [...fileNote(told), note(told.phrases.remedy.correctName)],
  dangling_link: (told) => showFile(told, told.phrases.remedy.restoreLink),
  not_a_file: (told) => showFile(told, told.phrases.remedy.restoreStore),
  too_large: (told) => showFile(told, told.phrases.remedy.lookWhatFills),
  newer_schema: (told) => [note(told.phrases.remedy.updateMonitor)],
  older_schema: () => [DOCTOR],
  schema: (told) => [note(told.phrases.remedy.updateMonitor)],
  unreadable: (told) => showFile(told, told.phrases.remedy.diskRefuses),
};

function storeRemedy(told: Told): readonly string[] {
  const known = entryFor(STORE_REMEDIES, told, 'problem');
  return known?.(told) ?? [...fileNote(told), DOCTOR];
}

export const setupWords = {
  store_unreadable: {
    title(told) {
      const { title, store, login, missing, problems } = told.phrases.about.store_unreadable;
      if (told.finding.facts['problem'] === 'missing') return missing;
      const detail = text(told, 'problem');
      const other = detail === null ? problems.unreadable : `${problems.unreadable} (${detail})`;
      const program = entryFor(LOGINS, told, 'login')?.title;
      return title({
        what: program === undefined ? store : login({ program }),
        problem: entryFor(problems, told, 'problem') ?? other,
      });
    },
    remedy: (told) =>
      told.finding.facts['login'] === undefined
        ? storeRemedy(told)
        : [...fileNote(told), ...renew(told)],
  },
  store_migration_required: {
    title: ({ phrases }) => phrases.about.store_migration_required.title,
    remedy: (told) => [...fileNote(told), DOCTOR],
  },
  store_permissions: {
    title(told) {
      const { mode } = told.finding.facts;
      const octal = typeof mode === 'number' ? mode.toString(8) : text(told, 'mode');
      return told.phrases.about.store_permissions.title({
        mode: octal === null ? null : octal.padStart(4, '0'),
      });
    },
    remedy: (told) => onFile(told, (file) => `chmod 600 ${file}`),
  },
  trace_unreadable: {
    title(told) {
      const { title } = told.phrases.about.trace_unreadable;
      return entryFor(title, told, 'problem') ?? title.other;
    },
    remedy: (told) => [...fileNote(told), note(told.phrases.remedy.runAsGatewayUser)],
  },
  gateway_not_found: {
    title: ({ phrases }) => phrases.about.gateway_not_found.title,
    remedy(told) {
      const { nothingIn, nameThatOne, lookedIn, nameStateDir } = told.phrases.remedy;
      const searched = list(told, 'searched', 6);
      const meant = told.finding.facts['didYouMean'];
      if (typeof meant === 'string') {
        return [note(nothingIn(searched)), note(nameThatOne(label(meant, PATH_COLUMNS)))];
      }
      return [...(searched === null ? [] : [note(lookedIn(searched))]), note(nameStateDir)];
    },
  },
  gateway_config_invalid: {
    title(told) {
      const { title, problems } = told.phrases.about.gateway_config_invalid;
      const problem = entryFor(problems, told, 'problem') ?? text(told, 'problem');
      return title({ problem, detail: text(told, 'detail') });
    },
    remedy: (told) => [...fileNote(told), DOCTOR],
  },
  agent_not_found: {
    title: (told) =>
      told.phrases.about.agent_not_found.title({
        agent: text(told, 'wanted') ?? told.finding.agent,
      }),
    remedy(told) {
      const known = list(told, 'known', 12);
      return [
        ...didYouMean(told),
        'openclaw agents list',
        ...(known === null ? [] : [note(told.phrases.remedy.knownHere(known))]),
      ];
    },
  },
  clock_suspect: {
    title: (told) => told.phrases.about.clock_suspect.title({ newest: clock(told, 'newestAt') }),
    remedy: ({ phrases }) => ['date -u', note(phrases.remedy.setClock)],
  },
} satisfies Partial<Record<string, Words>>;
