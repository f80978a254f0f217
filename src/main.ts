// Command line → command → exit code. Expected faults become one message without a stack.
import { MonitorError, UsageError } from './core/errors.ts';
import { ExitCode } from './core/exit-code.ts';
import { checkSpec } from './commands/check-spec.ts';
import { isCheck, parseCommandLine } from './commands/parse-args.ts';
import { version } from './version.ts';
import { realWorld, type World } from './world.ts';

/** Runs one command line to its end and returns the exit code; only a bug throws. */
export async function main(argv: readonly string[], given: World = realWorld()): Promise<number> {
  const world = given.env['JOURNAL_STREAM'] ? await forJournal(given) : given;
  try {
    const asked = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
    const { command, invocation } = await parse(asked, world);
    const { options, args } = invocation;
    if (options['help'] === true) {
      const { showHelp } = await import('./commands/help.ts');
      const named = asked[0] === command.name ? command.name : args[0];
      return await showHelp(invocation, named ?? null);
    }
    if (options['version'] === true) return showVersion(world);
    const { run } = await command.load();
    return await run(invocation);
  } catch (error) {
    if (!(error instanceof MonitorError)) {
      await tellBug(argv, world).catch(() => undefined);
      throw error;
    }
    const { tellError } = await import('./commands/tell-error.ts');
    return tellError(error, argv, world);
  }
}

async function forJournal(world: World): Promise<World> {
  const { underJournal } = await import('./journal.ts');
  return underJournal(world);
}

/** The table of all commands is loaded only for another one than `check`, and to word what is wrong. */
async function parse(
  argv: readonly string[],
  world: World,
): Promise<ReturnType<typeof parseCommandLine>> {
  if (isCheck(argv)) {
    try {
      return parseCommandLine(argv, world, [checkSpec]);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  const { commandTable } = await import('./commands/table.ts');
  return parseCommandLine(argv, world, commandTable);
}

async function tellBug(argv: readonly string[], world: World): Promise<void> {
  return (await import('./commands/tell-error.ts')).tellBug(argv, world);
}

function showVersion(world: World): number {
  world.stdout.write(`${version}\n`);
  return ExitCode.ok;
}
