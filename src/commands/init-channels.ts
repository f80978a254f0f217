// Asks which channels are added, changed and taken out, and tries each that is new or changed.
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { suggest } from '../core/edit-distance.ts';
import { ConfigError, UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { InitPhrases } from '../core/phrases/init-phrases.ts';
import { label, visible } from '../core/terminal.ts';
import type { Asker } from '../init/asker.ts';
import { channelName, withChanges, type ChannelEdits } from '../init/edit-config.ts';
import { gatherChanges, gatherChannel } from '../init/gather-channel.ts';
import { channelQuestions, type ChannelQuestions } from '../init/questions.ts';
import type { SecretFiles } from '../init/secret-files.ts';
import { writeAtomically } from '../state/atomic-write.ts';
import type { Invocation } from './command.ts';
import { listOption, openContext, textOption, type Context } from './context.ts';
import { keepOutside } from './own-places.ts';

/** Everything that a question needs. */
export interface Wizard {
  readonly invocation: Invocation;
  readonly context: Context;
  readonly asker: Asker;
  readonly words: InitPhrases;
  readonly secrets: SecretFiles;
  /** Of the config. */
  readonly path: string;
}

/** What becomes of the channels; every flag that fits none of it is a UsageError. */
export async function askForEdits(
  wizard: Wizard,
  present: readonly object[],
): Promise<ChannelEdits> {
  refuseStrayFlags(wizard, present);
  const removed = await removedNames(wizard, present);
  const staying = present.filter((channel) => !removed.includes(channelName(channel)));
  const changed = await changedChannels(wizard, staying);
  const added = await addedChannels(wizard, present.map(channelName));
  return { added, changed, removed };
}

function refuseStrayFlags({ invocation: { options } }: Wizard, present: readonly object[]): void {
  const wanted = listOption(options, 'channel');
  const changing = textOption(options, 'change');
  if (changing !== null && wanted.length > 0) {
    throw new UsageError(fault('changeOrAdd'));
  }
  const type = changing === null ? null : named(present, changing, '--change').type;
  const types = type === null ? wanted : [type];
  if (types.length === 0) return;
  for (const { type: owner, questions } of channelQuestions) {
    const stray = questions.find(({ flag }) => options[flag] !== undefined);
    if (stray === undefined || types.includes(owner)) continue;
    throw new UsageError(fault('ofChannel', `--${stray.flag}`, owner));
  }
}

async function removedNames(
  { invocation: { options }, asker, words }: Wizard,
  present: readonly object[],
): Promise<readonly string[]> {
  const given = listOption(options, 'remove');
  for (const name of given) named(present, name, '--remove');
  if (given.length > 0 || !asker.isInteractive || present.length === 0 || isDirected(options)) {
    return given;
  }
  const names = present.map(channelName);
  const staying = await asker.several(words.staying, present.map(choiceOf), names);
  return names.filter((name) => !staying.includes(name));
}

/** Flags that say what is to be done leave nothing to ask about the rest. */
function isDirected(options: Invocation['options']): boolean {
  return ['channel', 'change', 'remove'].some((name) => options[name] !== undefined);
}

async function changedChannels(
  wizard: Wizard,
  staying: readonly object[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, unknown>>> {
  const { invocation, asker, words, secrets } = wizard;
  const { options } = invocation;
  const known = staying.filter((channel) => questionsOf(channel) !== undefined);
  const given = textOption(options, 'change');
  const isAsked = asker.isInteractive && known.length > 0 && !isDirected(options);
  const asked = isAsked ? await asker.several(words.changing, known.map(choiceOf), []) : [];
  const edits = new Map<string, ReadonlyMap<string, unknown>>();
  for (const name of given === null ? asked : [given]) {
    const channel = named(staying, name, '--change');
    const questions = questionsOf(channel);
    if (questions === undefined) {
      throw new UsageError(fault('changedByHand', label(channel.type, 40)));
    }
    const flag = (flagName: string): string | null => textOption(options, flagName);
    const sources = { asker, words, flag, secrets };
    const changes = await gatherChanges(questions, name, channel, sources);
    if (changes.size === 0 && !asker.isInteractive) {
      const flags = questions.questions.map((question) => `--${question.flag}`);
      throw new UsageError(fault('changeNeeds', label(name, 64), flags.join(', ')));
    }
    if (changes.size === 0) continue;
    if (await isKept(wizard, withChanges(channel, changes), name, words.unchanged)) {
      edits.set(name, changes);
    } else secrets.takeBack(`${name}.`);
  }
  return edits;
}

async function addedChannels(
  wizard: Wizard,
  present: readonly string[],
): Promise<readonly object[]> {
  const { invocation, asker, words, secrets } = wizard;
  const { options } = invocation;
  const given = listOption(options, 'channel');
  const question = present.length === 0 ? words.who : words.whoElse;
  const types =
    given.length > 0 || isDirected(options)
      ? given
      : await asker.several(
          question,
          channelQuestions.map((kind) => choiceOfKind(kind, words)),
          [],
        );
  const names = new Set(present);
  const channels: object[] = [];
  for (const type of types) {
    const questions = channelQuestions.find((known) => known.type === type);
    if (questions === undefined) continue;
    const name = freeName(type, names);
    names.add(name);
    const flag = (flagName: string): string | null => textOption(options, flagName);
    const channel = await gatherChannel(questions, name, { asker, words, flag, secrets });
    if (await isKept(wizard, channel, name, words.leftOut)) channels.push(channel);
    else secrets.takeBack(`${name}.`);
  }
  return channels;
}

/** Sends a real test message; one that fails is told, and kept or dropped by choice. */
async function isKept(
  { invocation, context, asker, words, path }: Wizard,
  channel: object,
  name: string,
  dropped: (name: string) => string,
): Promise<boolean> {
  const { world, options } = invocation;
  const trial = join(dirname(path), `.trial-${process.pid}.json5`);
  const asked = { config: trial, lang: context.lang };
  try {
    writeOutside(invocation, trial, JSON.stringify({ notifiers: [channel] }));
    if (options['no-test'] === true) {
      await openContext({ world, options: asked, args: [] });
      return true;
    }
    const { testChannels } = await import('./test.ts');
    const [result] = await testChannels({ world, options: asked, args: [name] });
    if (result === undefined) return false;
    asker.say(visible(result.words));
    if (result.isDelivered || options['keep-failing'] === true) return true;
    if (asker.isInteractive) return await asker.confirm(words.keepFailing, false);
    asker.say(dropped(name));
    return false;
  } catch (error) {
    // Its faults name the trial, which nobody knows.
    if (!(error instanceof ConfigError)) throw error;
    throw new UsageError(
      fault(
        'channelFaults',
        name,
        error.faults.reduce((all, one) => fault('both', all, one)),
      ),
    );
  } finally {
    rmSync(trial, { force: true });
  }
}

/** Writes a file of the monitor, never into a directory of OpenClaw. */
export function writeOutside({ world, options }: Invocation, path: string, text: string): void {
  const home = world.home === null ? [] : [join(world.home, '.openclaw')];
  const dirs = listOption(options, 'state-dir').map((dir) =>
    resolve(world.cwd, dir.replace(/^[\w.-]{1,64}=/, '')),
  );
  keepOutside(world, [...home, ...dirs], [{ path, named: fault('theConfig') }]);
  writeAtomically(path, text);
}

type Named = object & { readonly type: string };

function named(channels: readonly object[], name: string, flag: string): Named {
  const found = channels.find((channel) => channelName(channel) === name);
  if (found !== undefined) return found as Named;
  const names = channels.map(channelName);
  const near = suggest(name, names);
  const known = names.length === 0 ? fault('none') : label(names.join(', '), 400);
  throw new UsageError(
    near === null
      ? fault('noSuchOwnChannel', flag, known)
      : fault('noSuchOwnChannelNear', flag, label(near, 400)),
  );
}

function questionsOf(channel: object): ChannelQuestions | undefined {
  return channelQuestions.find(({ type }) => type === (channel as Named).type);
}

function choiceOf(channel: object) {
  const name = channelName(channel);
  const { type } = channel as Named;
  return type === name ? { value: name } : { value: name, hint: type };
}

function choiceOfKind({ type }: ChannelQuestions, { hints }: InitPhrases) {
  return { value: type, hint: hints[type] };
}

function freeName(type: string, taken: ReadonlySet<string>): string {
  let name = type;
  for (let next = 2; taken.has(name); next += 1) name = `${type}-${next}`;
  return name;
}
