// `init`: shows what would be judged, asks for channels, tests them, writes the config, offers the schedule.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expandHome } from '../config/expand-home.ts';
import { findConfig } from '../config/find-config.ts';
import { ownConfigPath } from '../config/own-config-path.ts';
import { ConfigError, UsageError, WriteError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import { visible } from '../core/terminal.ts';
import { Left, silentAsker, terminalAsker, type Asker } from '../init/asker.ts';
import { freshConfig, withChannels } from '../init/edit-config.ts';
import { gatherChannel, type NewChannel } from '../init/gather-channel.ts';
import { channelQuestions } from '../init/questions.ts';
import { fittingTarget } from '../init/schedule-offer.ts';
import { SecretFiles } from '../init/secret-files.ts';
import { run as runPipeline } from '../run.ts';
import { writeAtomically } from '../state/atomic-write.ts';
import type { World } from '../world.ts';
import type { Invocation } from './command.ts';
import { listOption, openContext, runRequest, textOption } from './context.ts';
import { keepOutside } from './own-places.ts';
import { viewOf } from './print-report.ts';

/** Writes or extends the config; leaving the wizard writes nothing. */
export async function run(invocation: Invocation): Promise<number> {
  const { world, options } = invocation;
  const isAsking = options['yes'] !== true && world.stdout.isTTY && process.stdin.isTTY;
  const asker = isAsking
    ? await terminalAsker()
    : silentAsker((text) => world.stdout.write(`${text}\n`));
  const path = configPath(invocation);
  const secrets = new SecretFiles(path);
  try {
    return await setUp(invocation, asker, path, secrets);
  } catch (error) {
    secrets.takeBack();
    if (!(error instanceof Left)) throw error;
    world.stdout.write('Left: nothing was written.\n');
    return ExitCode.ok;
  }
}

async function setUp(
  invocation: Invocation,
  asker: Asker,
  path: string,
  secrets: SecretFiles,
): Promise<number> {
  const { world, options } = invocation;
  const present = existsSync(path) ? readConfig(path) : null;
  await showJudged(invocation, present === null ? null : path);
  const flag = (name: string): string | null => textOption(options, name);
  const names = new Set(present === null ? [] : await namesIn(world, path));
  const channels: NewChannel[] = [];
  for (const type of await wantedTypes(invocation, asker)) {
    const questions = channelQuestions.find((known) => known.type === type);
    if (questions === undefined) continue;
    const name = freeName(type, names);
    names.add(name);
    const channel = await gatherChannel(questions, name, { asker, flag, secrets });
    if (await isKept(invocation, asker, path, channel, name)) channels.push(channel);
    else secrets.takeBack(`${name}.`);
  }
  const base = present ?? freshConfig({ gateways: namedGateways(invocation) });
  const text = withChannels(base, channels);
  if (text === null) {
    throw new WriteError(
      `${path} is written in a way that cannot be extended safely: add the channel by hand.`,
    );
  }
  if (text === present) asker.say(`${path} stays as it is.`);
  else {
    write(invocation, path, text);
    asker.say(`${present === null ? 'Wrote' : 'Extended'} ${path}`);
  }
  await offerSchedule(invocation, asker, path, channels.length + names.size > 0);
  return ExitCode.ok;
}

/** The config that counts, else where one belongs to this user. */
function configPath({ world, options }: Invocation): string {
  const named = textOption(options, 'config');
  if (named !== null) return expandHome(named, world.home) ?? resolve(world.cwd, named);
  const found = findConfig(world);
  if (found !== null) return found.path;
  return ownConfigPath(world);
}

function readConfig(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(path, [`cannot be read (${code})`]);
  }
}

/** The same table as `check` prints, from the files alone. */
async function showJudged(invocation: Invocation, config: string | null): Promise<void> {
  const { world, options } = invocation;
  const asked = { ...options, ...(config === null ? {} : { config }) };
  if (config === null) delete asked['config'];
  const context = await openContext({ ...invocation, options: asked });
  const report = await runPipeline(world, runRequest(context, 'profiles', null, 'by flag'));
  const { text } = await import('../reporters/text.ts');
  world.stdout.write(
    `What is judged here now:\n\n${text.render(report, viewOf(world, options, false))}\n`,
  );
}

async function namesIn(world: World, config: string): Promise<readonly string[]> {
  const { used } = await openContext({ world, options: { config }, args: [] }, () => undefined);
  return (used?.config.notifiers ?? []).map(({ name }) => name);
}

async function wantedTypes({ options }: Invocation, asker: Asker): Promise<readonly string[]> {
  const named = listOption(options, 'channel');
  if (named.length > 0 || !asker.isInteractive) return named;
  return asker.several(
    'Who is told when something is wrong? (space chooses, enter goes on)',
    channelQuestions.map(({ type, hint }) => ({ value: type, hint })),
  );
}

function freeName(type: string, taken: ReadonlySet<string>): string {
  let name = type;
  for (let next = 2; taken.has(name); next += 1) name = `${type}-${next}`;
  return name;
}

function namedGateways({ world, options }: Invocation): readonly object[] {
  return listOption(options, 'state-dir').map((text) => {
    const [, label, dir = text] = /^([\w.-]{1,64})=(.+)$/.exec(text) ?? [];
    const stateDir = dir.startsWith('~') ? dir : resolve(world.cwd, dir);
    return label === undefined ? { stateDir } : { label, stateDir };
  });
}

/** Sends a real test message; one that fails is told, and kept or dropped by choice. */
async function isKept(
  invocation: Invocation,
  asker: Asker,
  path: string,
  channel: NewChannel,
  name: string,
): Promise<boolean> {
  const { world, options } = invocation;
  const trial = join(dirname(path), `.trial-${process.pid}.json5`);
  try {
    write(invocation, trial, JSON.stringify({ notifiers: [channel] }));
    if (options['no-test'] === true) {
      await openContext({ world, options: { config: trial }, args: [] });
      return true;
    }
    const { testChannels } = await import('./test.ts');
    const [result] = await testChannels({ world, options: { config: trial }, args: [name] });
    if (result === undefined) return false;
    asker.say(visible(result.words));
    if (result.isDelivered || options['keep-failing'] === true) return true;
    if (asker.isInteractive) return await asker.confirm('Keep this channel all the same?', false);
    asker.say(`Left ${name} out; --keep-failing keeps it.`);
    return false;
  } catch (error) {
    // Its faults name the trial, which nobody knows.
    if (!(error instanceof ConfigError)) throw error;
    throw new UsageError(`channel ${name}: ${error.faults.join('; ')}`);
  } finally {
    rmSync(trial, { force: true });
  }
}

function write({ world, options }: Invocation, path: string, text: string): void {
  const home = world.home === null ? [] : [join(world.home, '.openclaw')];
  const dirs = listOption(options, 'state-dir').map((dir) =>
    resolve(world.cwd, dir.replace(/^[\w.-]{1,64}=/, '')),
  );
  keepOutside(world, [...home, ...dirs], [{ path, named: 'the config' }]);
  writeAtomically(path, text);
}

async function offerSchedule(
  invocation: Invocation,
  asker: Asker,
  config: string,
  tellsSomebody: boolean,
): Promise<void> {
  const { world, options } = invocation;
  const fitting = fittingTarget(world);
  const wanted = textOption(options, 'install');
  const isWanted =
    wanted !== null ||
    (fitting !== null && asker.isInteractive
      ? await asker.confirm(`Let ${fitting} run it every half hour?`, true)
      : false);
  const target = wanted ?? fitting;
  const told = tellsSomebody
    ? 'you are told what is new'
    : 'nobody is told yet, for want of a channel';
  if (isWanted && target !== null) {
    const { run: install } = await import('./install.ts');
    const asked = world.uid === 0 ? {} : { user: true as const };
    const own = target === 'systemd' ? asked : {};
    await install({ world, options: { ...own, config }, args: [target] });
    asker.say(`From now on it runs every half hour, first within the next one, and ${told}.`);
    return;
  }
  const how = target === null ? 'auth-monitor watch' : `auth-monitor install ${target}`;
  asker.say(
    `Nothing runs it yet: \`${how}\` makes it run every half hour, \`auth-monitor run\` once and now; then ${told}.`,
  );
}
