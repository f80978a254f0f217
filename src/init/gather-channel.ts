// Puts a channel of the config together from flags and answers.
import { UsageError } from '../core/errors.ts';
import type { SecretSource } from '../core/secret-source.ts';
import type { Asker } from './asker.ts';
import type { ChannelQuestions, Question } from './questions.ts';
import type { SecretFiles } from './secret-files.ts';

/** A channel as it will stand in the config. */
export type NewChannel = { readonly type: string; readonly name: string } & Readonly<
  Record<string, unknown>
>;

/** Where answers come from, and where secrets go. */
export interface Sources {
  readonly asker: Asker;
  /** The value of a flag; null when it was not given. */
  readonly flag: (name: string) => string | null;
  readonly secrets: SecretFiles;
}

/** Throws a UsageError that lists every flag that is missing, or holds what it must not. */
export async function gatherChannel(
  { type, questions }: ChannelQuestions,
  name: string,
  sources: Sources,
): Promise<NewChannel> {
  const missing: string[] = [];
  const answers = new Map<string, unknown>();
  for (const question of questions) {
    if (question.after !== undefined && !answers.has(question.after)) continue;
    const answer = await answerTo(question, name, sources);
    if (answer !== null) answers.set(question.flag, answer);
    else if (question.isOptional === undefined) missing.push(`--${question.flag}`);
  }
  if (missing.length > 0) {
    throw new UsageError(`channel ${type} needs ${missing.join(', ')}`);
  }
  const channel: Record<string, unknown> = { type, name };
  for (const { option, flag } of questions) {
    if (answers.has(flag)) place(channel, option.split('.'), answers.get(flag));
  }
  // The type is the name where nothing else is said.
  if (name === type) delete channel['name'];
  return channel as NewChannel;
}

async function answerTo(question: Question, name: string, sources: Sources): Promise<unknown> {
  const given = sources.flag(question.flag);
  if (question.kind === 'secret') return secretAnswer(question, given, name, sources);
  const text = given ?? (await askFor(question, sources.asker));
  if (text === '') return null;
  if (question.choices !== undefined && !question.choices.includes(text)) {
    throw new UsageError(`--${question.flag} is one of ${question.choices.join(', ')}`);
  }
  if (question.kind === 'list') return text.split(',').map((part) => part.trim());
  if (question.kind !== 'port') return text;
  if (!/^\d{1,5}$/.test(text)) throw new UsageError(`--${question.flag} is a port number`);
  return Number(text);
}

async function askFor(question: Question, asker: Asker): Promise<string> {
  const { ask, choices, preset = null, isOptional = false } = question;
  return choices === undefined
    ? asker.text(ask, preset, isOptional)
    : asker.choice(
        ask,
        choices.map((value) => ({ value })),
        preset ?? '',
      );
}

async function secretAnswer(
  { ask, flag, isOptional, option }: Question,
  given: string | null,
  name: string,
  { asker, secrets }: Sources,
): Promise<SecretSource | null> {
  if (given !== null) return reference(given, flag);
  const typed = await asker.secret(ask, isOptional === true);
  return typed === '' ? null : { file: secrets.keep(`${name}.${option}`, typed) };
}

// A secret on the command line would stand in the shell's history and in the list of processes.
function reference(given: string, flag: string): SecretSource {
  const [, kind, rest] = /^(env|file|credential):(.+)$/s.exec(given) ?? [];
  if (kind === 'env' && rest) return { env: rest };
  if (kind === 'file' && rest) return { file: rest };
  if (kind === 'credential' && rest) return { credential: rest };
  throw new UsageError(
    `--${flag} says where the secret is: env:NAME, file:PATH or credential:NAME`,
  );
}

function place(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = (target[head] ?? {}) as Record<string, unknown>;
  target[head] = inner;
  place(inner, rest, value);
}
