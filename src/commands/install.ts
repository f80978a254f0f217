// `install`: makes the scheduled run live somewhere. Without a target it lists them.
import { suggest } from '../core/edit-distance.ts';
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import { installPhrases, type InstallPhrases } from '../core/phrases/install-phrases.ts';
import { targets } from '../install/index.ts';
import { openSite } from '../install/site.ts';
import type { InstallRequest, InstallTarget } from '../install/target.ts';
import type { World } from '../world.ts';
import type { Invocation } from './command.ts';
import { survey } from './survey.ts';
import { foreignLang, langOf } from './tongue.ts';

/** Installs for the named target; a fault of the machine is a WriteError (73). */
export async function run(invocation: Invocation): Promise<number> {
  const target = await targetOf(invocation);
  if (target === null) {
    const { site } = await requestOf(invocation);
    return listTargets(invocation.world, site.words);
  }
  await target.install(await requestOf(invocation));
  return ExitCode.ok;
}

/** The target that the argument names; null without one. */
export async function targetOf({ args, options }: Invocation): Promise<InstallTarget | null> {
  const [name, ...more] = args;
  if (name === undefined) return null;
  const entry = isTarget(name) ? targets[name] : undefined;
  if (entry !== undefined && more.length === 0) {
    refuseForeign(name, entry.flags, options);
    return entry.load();
  }
  const near = suggest(name, Object.keys(targets));
  const meant = entry === undefined ? near : null;
  throw new UsageError(fault('targets', Object.keys(targets).join(', '), meant));
}

function isTarget(name: string): name is keyof typeof targets {
  return Object.hasOwn(targets, name);
}

/** A flag of another target would seem to work. */
function refuseForeign(
  name: string,
  flags: readonly string[],
  options: Invocation['options'],
): void {
  const others = new Set(Object.values(targets).flatMap((entry) => entry.flags));
  const foreign = Object.keys(options).filter((flag) => others.has(flag) && !flags.includes(flag));
  if (foreign.length === 0) return;
  throw new UsageError(fault('notFor', name, foreign.map((flag) => `--${flag}`).join(', ')));
}

/** What a target gets to work with. */
export async function requestOf(invocation: Invocation): Promise<InstallRequest> {
  const { world, options } = invocation;
  const lang = foreignLang(world, options, await langOf(invocation));
  const words = await wordsIn(lang);
  const isDry = options['dry-run'] === true;
  return {
    world,
    options,
    site: openSite(world, { isDry, isForced: options['force'] === true, words, lang }),
    survey,
  };
}

async function wordsIn(lang: ReturnType<typeof foreignLang>): Promise<InstallPhrases> {
  return lang === null ? installPhrases : (await import('../languages/index.ts')).loadInstall(lang);
}

function listTargets({ stdout }: World, words: InstallPhrases): number {
  stdout.write(`${words.places}\n`);
  for (const [name, summary] of Object.entries(words.targets)) {
    stdout.write(`  ${name.padEnd(10)} ${summary}\n`);
  }
  return ExitCode.ok;
}
