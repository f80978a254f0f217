// Puts a channel of the config together from flags and answers, or says what is to change about one.
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { InitPhrases } from '../core/phrases/init-phrases.ts';
import type { SecretSource } from '../core/secret-source.ts';
import type { Asker } from './asker.ts';
import { withChanges } from './edit-config.ts';
import type { ChannelQuestions, Question } from './questions.ts';
import type { SecretFiles } from './secret-files.ts';

/** Where answers come from, and where secrets go. */
export interface Sources {
  readonly asker: Asker;
  readonly words: InitPhrases;
  /** The value of a flag; null when it was not given. */
  readonly flag: (name: string) => string | null;
  readonly secrets: SecretFiles;
}

/** Throws a UsageError that lists every flag that is missing, or holds what it must not. */
export async function gatherChannel(
  { type, questions }: ChannelQuestions,
  name: string,
  sources: Sources,
): Promise<object> {
  const missing: string[] = [];
  const answers = new Map<string, unknown>();
  for (const question of questions) {
    if (question.after !== undefined && !answers.has(question.after)) continue;
    const answer = await answerTo(question, name, sources);
    if (answer !== null) answers.set(question.flag, answer);
    else if (question.isOptional === undefined) missing.push(`--${question.flag}`);
  }
  if (missing.length > 0) {
    throw new UsageError(fault('channelNeeds', type, missing.join(', ')));
  }
  const options = questions.flatMap(({ option, flag }) =>
    answers.has(flag) ? [[option, answers.get(flag)] as const] : [],
  );
  // The type is the name where nothing else is said.
  return withChanges({ type, ...(name === type ? {} : { name }) }, new Map(options));
}

/** The options that get another value, by their path; null for one that goes. Nothing where all stays. */
export async function gatherChanges(
  { questions }: ChannelQuestions,
  name: string,
  channel: object,
  sources: Sources,
): Promise<ReadonlyMap<string, unknown>> {
  const changes = new Map<string, unknown>();
  const answered = new Set<string>();
  for (const question of questions) {
    const { option, flag, after } = question;
    const present = valueAt(channel, option);
    const isMoot = after !== undefined && !answered.has(after);
    const change = isMoot ? null : await changeOf(question, present, name, sources);
    const next = change === undefined ? present : change;
    if (next !== null && next !== undefined) answered.add(flag);
    if (change === undefined || JSON.stringify(change ?? undefined) === JSON.stringify(present)) {
      continue;
    }
    changes.set(option, change);
  }
  return changes;
}

/** The new value; null when it goes, undefined when it stays. */
async function changeOf(
  question: Question,
  present: unknown,
  name: string,
  sources: Sources,
): Promise<unknown> {
  const { asker, flag, words } = sources;
  const given = flag(question.flag);
  if (given === null && !asker.isInteractive) return undefined;
  if (present === undefined) return answerTo(question, name, sources);
  if (question.kind === 'secret') {
    if (given !== null) return answerTo(question, name, sources);
    const ask = words.keptSecret(words.asks[question.flag]);
    return (await typedSecret(question, ask, true, name, sources)) ?? undefined;
  }
  const preset = Array.isArray(present) ? present.join(', ') : `${present as string | number}`;
  return answerTo({ ...question, preset }, name, sources);
}

function valueAt(channel: object, option: string): unknown {
  let value: unknown = channel;
  for (const key of option.split('.')) {
    value = Object.hasOwn(Object(value) as object, key) ? Object(value)[key] : undefined;
  }
  return value;
}

async function answerTo(question: Question, name: string, sources: Sources): Promise<unknown> {
  const given = sources.flag(question.flag);
  if (question.kind === 'secret') {
    if (given !== null) return reference(given, question.flag);
    const ask = sources.words.asks[question.flag];
    return typedSecret(question, ask, question.isOptional === true, name, sources);
  }
  const text = given ?? (await askFor(question, sources));
  if (text === '') return null;
  if (question.choices !== undefined && !question.choices.includes(text)) {
    throw new UsageError(fault('oneOf', `--${question.flag}`, question.choices.join(', '), null));
  }
  if (question.kind === 'list') return text.split(',').map((part) => part.trim());
  if (question.kind !== 'port') return text;
  if (!/^\d{1,5}$/.test(text)) throw new UsageError(fault('portNumber', `--${question.flag}`));
  return Number(text);
}

async function askFor(question: Question, { asker, words }: Sources): Promise<string> {
  const { flag, choices, preset = null, isOptional = false } = question;
  const ask = words.asks[flag];
  return choices === undefined
    ? asker.text(ask, preset, isOptional)
    : asker.choice(
        ask,
        choices.map((value) => ({ value })),
        preset ?? '',
      );
}

async function typedSecret(
  { option }: Question,
  ask: string,
  isOptional: boolean,
  name: string,
  { asker, secrets }: Sources,
): Promise<SecretSource | null> {
  const typed = await asker.secret(ask, isOptional);
  return typed === '' ? null : { file: secrets.keep(`${name}.${option}`, typed) };
}

// A secret on the command line would stand in the shell's history and in the list of processes.
function reference(given: string, flag: string): SecretSource {
  const [, kind, rest] = /^(env|file|credential):(.+)$/s.exec(given) ?? [];
  if (kind === 'env' && rest) return { env: rest };
  if (kind === 'file' && rest) return { file: rest };
  if (kind === 'credential' && rest) return { credential: rest };
  throw new UsageError(fault('whereSecret', `--${flag}`));
}
