// `explain`: why a verdict came out so: of a finding code, of a profile, or of the worst that is found.
import { defaultSeverity, type FindingCode } from '../core/finding.ts';
import { MonitorError, UsageError } from '../core/errors.ts';
import { fault, type Fault } from '../core/fault.ts';
import { suggest } from '../core/edit-distance.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Lang } from '../core/lang.ts';
import { label } from '../core/terminal.ts';
import type { Invocation } from './command.ts';
import { openContext } from './context.ts';
import { codeLines } from './explain-code.ts';
import { profileLines } from './explain-profile.ts';
import { takeStock } from './explain-stock.ts';
import { explainWords } from './explain-words.ts';
import { worstLines } from './explain-worst.ts';
import { openPage } from './page.ts';
import { langWithoutConfig, openTongue } from './tongue.ts';

const CODES = Object.keys(defaultSeverity) as readonly FindingCode[];

/** Explains its argument; a word that is neither code nor profile is a UsageError (64) with the nearest. */
export async function run(invocation: Invocation): Promise<number> {
  const [word, ...surplus] = invocation.args;
  if (surplus.length > 0) throw new UsageError(fault('oneToExplain'));
  const { world, options } = invocation;
  const page = openPage(world, options);
  const code = CODES.find((known) => known === word?.split('.')[0]);
  if (code !== undefined) {
    const tongue = await openTongue(world, options, await langOf(invocation));
    world.stdout.write(page.text(codeLines(code, page, explainWords(tongue))));
    return ExitCode.ok;
  }
  const context = await openContext(invocation);
  const tongue = await openTongue(world, options, context.lang);
  const words = explainWords(tongue);
  const taken = await takeStock(context, word ?? null);
  const stock = tongue === null ? taken : { ...taken, report: tongue.retell(taken.report) };
  if (word === undefined) {
    world.stdout.write(page.text(worstLines(stock, page, words)));
    return ExitCode.ok;
  }
  const story = profileLines(word, stock, { context, page, ...words });
  if (story.length === 0) throw new UsageError(unknownWord(word, stock.knownIds));
  world.stdout.write(page.text(story));
  return ExitCode.ok;
}

// What a code means can be read without a config, and with one that is broken.
async function langOf(invocation: Invocation): Promise<Lang> {
  try {
    return (await openContext(invocation, () => undefined)).lang;
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    return langWithoutConfig(invocation);
  }
}

// A word of the user may be a secret that was pasted in the wrong place: only a near name is repeated.
function unknownWord(word: string, ids: ReadonlySet<string>): Fault {
  const near = suggest(word, [...ids, ...CODES]);
  if (near !== null) return fault('explainNear', label(near, 120));
  return fault(ids.size === 0 ? 'explainNothing' : 'explainUnknown');
}
