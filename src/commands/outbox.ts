// `outbox`: what the channels are still owed, how they fare, and what was held back from them.
import { UsageError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { AlertState } from '../core/alerts/incident.ts';
import { dropOwed } from '../core/alerts/outbox.ts';
import { englishTimes } from '../core/moment.ts';
import { alertingPhrases } from '../core/phrases/alerting-phrases.ts';
import { changeAlertState, readAlertState, readSalt, retryAlerts } from '../state/index.ts';
import { name, version } from '../version.ts';
import { listenersOf } from './alert.ts';
import type { Invocation } from './command.ts';
import { openContext, stateDir, type Context } from './context.ts';
import { outboxJson, outboxLines } from './outbox-view.ts';
import { openPage } from './page.ts';
import { stderrLog } from './remarks.ts';
import { openTongue } from './tongue.ts';

/** Lists, retries or drops; 75 as long as something is owed or given up. */
export async function run(invocation: Invocation): Promise<number> {
  const { args } = invocation;
  const [word = 'list', id, ...surplus] = args;
  if (surplus.length > 0 || (word === 'list' && id !== undefined)) {
    throw new UsageError(fault('noSuchArgument', `outbox ${word}`));
  }
  const context = await openContext(invocation);
  const dir = stateDir(context);
  if (word === 'drop') await drop(context, dir, id);
  if (word === 'retry') await retry(context, dir, id);
  return show(context, dir);
}

async function drop(context: Context, dir: string, given: string | undefined): Promise<void> {
  // An empty one, as of an unset variable in a script, would be the beginning of any.
  if (!given) throw new UsageError(fault('dropNeedsId'));
  const { now } = context;
  const { signal } = new AbortController();
  const notice = await changeAlertState(dir, now, signal, (state) =>
    dropOwed(state, idOf(state, given)),
  );
  if (notice !== null) (await stderrLog(context)).warn(notice);
}

async function retry(context: Context, dir: string, given: string | undefined): Promise<void> {
  const { world, now } = context;
  const log = await stderrLog(context);
  const { state } = readAlertState(dir);
  const entryId = given === undefined ? null : idOf(state, given);
  if (state.outbox.length === 0) return;
  const salt = readSalt(dir);
  const { channels } = await listenersOf(context, salt ?? Buffer.alloc(0), log);
  const { stateError } = await retryAlerts({
    stateDir: dir,
    entryId,
    now,
    channels,
    monitor: { name, version, host: world.hostname },
    signal: new AbortController().signal,
    log: log.tell,
  });
  if (stateError !== null) log.warn(stateError);
}

async function show(context: Context, dir: string): Promise<number> {
  const { world, options, now } = context;
  const { state, notice } = readAlertState(dir);
  if (notice !== null) (await stderrLog(context)).warn(notice);
  world.stdout.write(
    options['json'] === true ? outboxJson(state, now) : await shownText(context, state),
  );
  return state.outbox.length === 0 ? ExitCode.ok : ExitCode.undelivered;
}

async function shownText({ world, options, lang, now }: Context, state: AlertState) {
  const tongue = await openTongue(world, options, lang);
  const page = openPage(world, options);
  const lines = outboxLines(state, {
    words: tongue?.alerting ?? alertingPhrases,
    times: tongue?.findings.times ?? englishTimes,
    speech: tongue?.speech ?? null,
    now,
  });
  return page.text(page.items(lines));
}

/** A message by its id or the beginning of it that no other message has. */
function idOf({ outbox }: AlertState, given: string): string {
  const found = outbox.filter(({ id }) => id.startsWith(given));
  const [first] = found;
  if (first === undefined) throw new UsageError(fault('noSuchMessage'));
  if (found.length === 1) return first.id;
  const ids = found.map(({ id }) => id).join(', ');
  throw new UsageError(fault('severalMessages', ids));
}
