// `silence`: mutes messages about what it matches, for a time. Findings and exit codes stay what they are.
import { randomUUID } from 'node:crypto';
import { parseDate } from '../config/parse-date.ts';
import { parseDuration } from '../core/duration.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import { isSilenced } from '../core/alerts/audience.ts';
import { shortHash, type AlertState, type Silence } from '../core/alerts/incident.ts';
import { toIso } from '../core/iso.ts';
import { englishTimes, formatTime, fromNow, type Times } from '../core/moment.ts';
import { alertingPhrases, type AlertingPhrases } from '../core/phrases/alerting-phrases.ts';
import { hidesSomething, visible } from '../core/terminal.ts';
import { base32Hash, changeAlertState, readAlertState } from '../state/index.ts';
import type { Invocation, ParsedOptions } from './command.ts';
import { openContext, stateDir, textOption, type Context } from './context.ts';
import { openPage } from './page.ts';
import { stderrLog } from './remarks.ts';
import { openTongue } from './tongue.ts';

const LONGEST_COMMENT = 500;
/** Enough to tell silences apart, short enough to type. */
const ID_LENGTH = 8;

/** Adds, lists or removes silences. */
export async function run(invocation: Invocation): Promise<number> {
  const { args, options } = invocation;
  const [word = 'list', id, ...surplus] = args;
  if (surplus.length > 0 || (word !== 'remove' && id !== undefined)) {
    throw new UsageError(fault('noSuchArgument', `silence ${word}`));
  }
  const stray = ADDING.find((name) => options[name] !== undefined);
  if (word !== 'add' && stray)
    throw new UsageError(fault('belongsTo', `--${stray}`, 'silence add'));
  const context = await openContext(invocation);
  if (word === 'add') return add(context);
  if (word === 'remove') return remove(context, id);
  await show(context, live(readAlertState(stateDir(context)).state, context.now));
  return ExitCode.ok;
}

const ADDING = ['agent', 'profile', 'provider', 'code', 'gateway', 'until', 'comment'];

async function add(context: Context): Promise<number> {
  const silence = newSilence(context.options, context.now);
  await change(context, (silences) => [...silences, silence]);
  await show(context, [silence]);
  return ExitCode.ok;
}

async function remove(context: Context, given: string | undefined): Promise<number> {
  // An empty one, as of an unset variable in a script, would be the beginning of any.
  if (!given) throw new UsageError(fault('removeNeedsId'));
  await change(context, (silences) => {
    const meant = silences.filter(({ id }) => id.startsWith(given));
    if (meant.length === 1) return silences.filter((silence) => silence !== meant[0]);
    if (meant.length === 0) {
      throw new UsageError(fault('noSuchSilence'));
    }
    const ids = meant.map(({ id }) => id).join(', ');
    throw new UsageError(fault('severalSilences', ids));
  });
  return ExitCode.ok;
}

async function change(
  context: Context,
  changed: (silences: readonly Silence[]) => readonly Silence[],
): Promise<void> {
  const { now } = context;
  const { signal } = new AbortController();
  const notice = await changeAlertState(stateDir(context), now, signal, (state) => ({
    ...state,
    silences: changed(live(state, now)),
  }));
  if (notice !== null) (await stderrLog(context)).warn(notice);
}

function newSilence(options: ParsedOptions, now: number): Silence {
  const agent = textOption(options, 'agent');
  const slash = agent?.indexOf('/') ?? -1;
  const labelled = agent !== null && slash > 0 ? agent.slice(0, slash) : null;
  const gateway = textOption(options, 'gateway');
  if (labelled !== null && gateway !== null && labelled !== gateway) {
    throw new UsageError(fault('otherGateways'));
  }
  const matches = {
    gateway: gateway ?? labelled,
    agent: agent?.slice(slash + 1).toLowerCase() ?? null,
    profileId: textOption(options, 'profile'),
    provider: textOption(options, 'provider'),
    code: textOption(options, 'code'),
  };
  if (Object.values(matches).every((value) => value === null)) {
    throw new UsageError(fault('silenceWhat'));
  }
  const comment = commentOf(textOption(options, 'comment'));
  const until = untilOf(textOption(options, 'until'), now);
  const id = shortHash(base32Hash, [randomUUID()]).slice(0, ID_LENGTH);
  return { id, ...matches, comment, createdAt: now, until };
}

function commentOf(text: string | null): string {
  const comment = text?.trim() ?? '';
  if (comment === '') throw new UsageError(fault('silenceWhy'));
  if (comment.length > LONGEST_COMMENT || hidesSomething(comment)) {
    throw new UsageError(fault('commentLine', LONGEST_COMMENT));
  }
  return comment;
}

function untilOf(text: string | null, now: number): number {
  const lengthMs = parseDuration(text ?? '');
  const until = lengthMs === null ? parseDate(text ?? '') : now + lengthMs;
  if (until === null) {
    throw new UsageError(fault('silenceUntil'));
  }
  if (until <= now) throw new UsageError(fault('untilIsOver'));
  return until;
}

function live({ silences }: AlertState, now: number): readonly Silence[] {
  return silences.filter(({ until }) => until > now);
}

async function show(context: Context, silences: readonly Silence[]): Promise<void> {
  const { world, options, now, lang } = context;
  const { incidents } = readAlertState(stateDir(context)).state;
  const rows = silences.map((silence) => ({
    silence,
    mutes: incidents.filter(
      (incident) =>
        incident.recoveredAt === null &&
        incident.members.some((member) => isSilenced(incident, member, silence)),
    ).length,
  }));
  if (options['json'] === true) {
    const shown = rows.map(({ silence, mutes }) => ({
      ...silence,
      createdAt: toIso(silence.createdAt),
      until: toIso(silence.until),
      mutes,
    }));
    world.stdout.write(`${JSON.stringify({ schemaVersion: 1, silences: shown }, null, 2)}\n`);
    return;
  }
  const tongue = await openTongue(world, options, lang);
  const { silence: words } = tongue?.alerting ?? alertingPhrases;
  const times = tongue?.findings.times ?? englishTimes;
  const lines = rows.map(({ silence, mutes }) => lineOf(silence, mutes, { words, times, now }));
  const text = lines.length > 0 ? lines : [words.none];
  const page = openPage(world, options);
  world.stdout.write(page.text(page.items(text.map((line) => visible(line)))));
}

function lineOf(
  silence: Silence,
  open: number,
  { words, times, now }: { words: AlertingPhrases['silence']; times: Times; now: number },
): string {
  const { id, gateway, agent, profileId, provider, code, comment, until } = silence;
  const { subjects } = words;
  const named = [
    [subjects.gateway, gateway],
    [subjects.agent, agent],
    [subjects.profile, profileId],
    [subjects.provider, provider],
    [subjects.code, code],
  ] as const;
  const what = named
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
    .join(', ');
  const end = `${formatTime(toIso(until))} (${fromNow(until, now, times)})`;
  return `${id}  ${words.row({ what, end, open, comment })}`;
}
