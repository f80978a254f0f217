// `init`: shows what would be judged, asks for channels, tests them, writes the config, offers the schedule.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expandHome } from '../config/expand-home.ts';
import { findConfig } from '../config/find-config.ts';
import { ownConfigPath } from '../config/own-config-path.ts';
import { ConfigError, WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import { initPhrases } from '../core/phrases/init-phrases.ts';
import { Left, silentAsker, terminalAsker } from '../init/asker.ts';
import { channelsIn, editChannels, freshConfig } from '../init/edit-config.ts';
import { fittingTarget } from '../init/schedule-offer.ts';
import { SecretFiles } from '../init/secret-files.ts';
import { run as runPipeline } from '../run.ts';
import type { Invocation } from './command.ts';
import { listOption, openContext, runRequest, textOption, type Context } from './context.ts';
import { askForEdits, writeOutside, type Wizard } from './init-channels.ts';
import { inLanguage, viewOf } from './print-report.ts';
import { openPage } from './page.ts';
import { foreignLang, openTongue } from './tongue.ts';

/** Writes or edits the config; leaving the wizard writes nothing. */
export async function run(invocation: Invocation): Promise<number> {
  const { world, options } = invocation;
  const path = configPath(invocation);
  const present = existsSync(path) ? readConfig(path) : null;
  const asked = { ...options, config: path };
  if (present === null) Reflect.deleteProperty(asked, 'config');
  const context = await openContext({ ...invocation, options: asked });
  const words = (await openTongue(world, options, context.lang))?.init ?? initPhrases;
  const isAsking = options['yes'] !== true && world.stdout.isTTY && process.stdin.isTTY;
  const page = openPage(world, options);
  const asker = isAsking
    ? await terminalAsker(words)
    : silentAsker((text) => world.stdout.write(page.text(page.items([text]))));
  const secrets = new SecretFiles(path);
  try {
    return await setUp({ invocation, context, asker, words, secrets, path }, present);
  } catch (error) {
    secrets.takeBack();
    if (!(error instanceof Left)) throw error;
    world.stdout.write(`${words.left}\n`);
    return ExitCode.ok;
  }
}

async function setUp(wizard: Wizard, present: string | null): Promise<number> {
  const { invocation, context, asker, words, path } = wizard;
  await showJudged(context, words.judged);
  // The timer has no locale of its own.
  const lang = foreignLang(invocation.world, invocation.options, context.lang);
  const base = present ?? freshConfig({ gateways: namedGateways(invocation), lang }, words);
  const edits = await askForEdits(wizard, channelsIn(base));
  const text = editChannels(base, edits);
  if (text === null) {
    throw new WriteError(fault('cannotEdit', path));
  }
  if (text === present) asker.say(words.stays(path));
  else {
    writeOutside(invocation, path, text);
    if (edits.removed.length > 0) asker.say(words.tookOut(edits.removed.join(', ')));
    asker.say(present === null ? words.wrote(path) : words.changed(path));
    for (const file of ownSecrets(path, base)) {
      if (!ownSecrets(path, text).includes(file)) asker.say(words.unused(file));
    }
  }
  await offerSchedule(wizard, channelsIn(text).length > 0);
  return ExitCode.ok;
}

/** The files that the wizard once made for this config, and that its channels name. */
function ownSecrets(path: string, text: string): readonly string[] {
  const dir = join(dirname(path), 'secrets');
  const named: string[] = [];
  JSON.stringify(channelsIn(text), (key, value: unknown) => {
    if (key === 'file' && typeof value === 'string' && dirname(value) === dir) named.push(value);
    return value;
  });
  return named;
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
    throw new ConfigError(path, [fault('unreadable', String(code))]);
  }
}

/** The same table as `check` prints, from the files alone. */
async function showJudged(context: Context, heading: string): Promise<void> {
  const { world, options } = context;
  const judged = await runPipeline(world, runRequest(context, 'profiles', null, 'by flag'));
  const { text } = await import('../reporters/text.ts');
  const { report, view } = await inLanguage(judged, viewOf(world, options, false), text, context);
  world.stdout.write(`${heading}\n\n${text.render(report, view)}\n`);
}

function namedGateways({ world, options }: Invocation): readonly object[] {
  return listOption(options, 'state-dir').map((text) => {
    const [, label, dir = text] = /^([\w.-]{1,64})=(.+)$/.exec(text) ?? [];
    const stateDir = dir.startsWith('~') ? dir : resolve(world.cwd, dir);
    return label === undefined ? { stateDir } : { label, stateDir };
  });
}

async function offerSchedule(
  { invocation, asker, words, path }: Wizard,
  tellsSomebody: boolean,
): Promise<void> {
  const { world, options } = invocation;
  const fitting = fittingTarget(world);
  const wanted = textOption(options, 'install');
  const isWanted =
    wanted !== null ||
    (fitting !== null && asker.isInteractive
      ? await asker.confirm(words.letRun(fitting), true)
      : false);
  const target = wanted ?? fitting;
  const told = tellsSomebody ? words.youAreTold : words.nobodyIsTold;
  if (isWanted && target !== null) {
    const { run: install } = await import('./install.ts');
    const asked = world.uid === 0 ? {} : { user: true as const };
    const own = target === 'systemd' ? asked : {};
    const { lang } = options;
    await install({ world, options: { ...own, lang, config: path }, args: [target] });
    asker.say(words.runs(told));
    return;
  }
  const how = target === null ? 'auth-monitor watch' : `auth-monitor install ${target}`;
  asker.say(words.nothingRuns(how, told));
}
