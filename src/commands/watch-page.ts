// The page of `watch`: where it is served, to whom, and what of a run gets onto it.
import { createSecretResolver } from '../config/secrets.ts';
import { SECOND_MS } from '../core/duration.ts';
import { ConfigError, UsageError, type MonitorError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import {
  DEFAULT_ADDRESS,
  isLoopback,
  parseListenAddress,
  type ListenAddress,
} from '../core/listen-address.ts';
import { nextChangeAt } from '../core/next-change.ts';
import type { Report } from '../core/report.ts';
import type { Access } from '../web/access.ts';
import { Board, type Tongue } from '../web/board.ts';
import type { Pulse } from '../web/health.ts';
import { startPageServer } from '../web/server.ts';
import type { Context } from './context.ts';
import { namedForPrint } from './metric-names.ts';
import type { RunLog } from './remarks.ts';
import { savedHistory } from './saved-history.ts';

/** What the loop tells its page. */
export interface WatchPage {
  begin(): void;
  /** `nextRunAt` by the clock of the loop, epoch ms. */
  end(exitCode: number, nextRunAt: number | null): void;
  show(context: Context, report: Report): void;
  fail(error: MonitorError): void;
  close(): Promise<void>;
}

/** A timer cannot wait longer; the schedule runs before. */
const LONGEST_MS = 2 ** 31 - 1;
/** So that what has ended has ended by every clock. */
const AFTER_MS = SECOND_MS / 2;
/** Short enough to type, too long to guess. */
const SHORTEST_TOKEN = 16;

/**
 * Serves the page; null when neither flag nor config asks for it. `judgeAgain` is called when a credential
 * ends or is about to, so that the page does not show an old verdict until the next run.
 */
export async function openWatchPage(
  context: Context,
  log: RunLog,
  judgeAgain: () => void,
): Promise<WatchPage | null> {
  const address = addressOf(context);
  if (address === null) return null;
  const { world } = context;
  const access = accessOf(context, address, log);
  let pulse: Pulse = { busySinceAt: null, lastRunAt: null, lastExitCode: null, nextRunAt: null };
  const board = new Board(
    () => pulse,
    () => world.now(),
    await tongueOf(context),
  );
  const server = await startPageServer(address, access, async (path) => board.answer(path));
  log.tell(({ pageAt }) => pageAt(server.url), 'info');
  let wake: NodeJS.Timeout | undefined;
  let changeAt: number | null = null;
  return {
    begin() {
      pulse = { ...pulse, busySinceAt: world.now() };
    },
    end(exitCode, nextRunAt) {
      pulse = { busySinceAt: null, lastRunAt: world.now(), lastExitCode: exitCode, nextRunAt };
      clearTimeout(wake);
      if (changeAt === null || (nextRunAt !== null && changeAt >= nextRunAt)) return;
      const waitMs = changeAt - world.now() + AFTER_MS;
      if (waitMs <= LONGEST_MS) wake = setTimeout(judgeAgain, waitMs);
    },
    show(own, report) {
      changeAt = nextChangeAt(report);
      board.show({ report, metrics: namedForPrint(own, report), history: savedHistory(own) });
    },
    fail(error) {
      changeAt = null;
      board.fail(error);
    },
    async close() {
      clearTimeout(wake);
      await server.close();
    },
  };
}

async function tongueOf({ lang }: Context): Promise<Tongue> {
  if (lang === 'en') return { retell: (report) => report };
  const { loadFaults, loadTongue } = await import('../languages/index.ts');
  return { ...(await loadTongue(lang)), faults: await loadFaults(lang) };
}

function addressOf({ options, used }: Context): ListenAddress | null {
  const flag = options['web'];
  const configured = used?.config.web;
  if (typeof flag === 'string') {
    const given = parseListenAddress(flag);
    if (given !== null) return given;
    throw new UsageError(fault('webAddress'));
  }
  if (flag === undefined && configured === undefined) return null;
  return configured?.listen ?? DEFAULT_ADDRESS;
}

function accessOf({ world, used }: Context, address: ListenAddress, log: RunLog): Access {
  const { token, hosts = [] } = used?.config.web ?? {};
  const names = hosts.map((host) => host.toLowerCase());
  if (used === null || token === undefined) {
    if (isLoopback(address)) return { token: null, hosts: names };
    throw new UsageError(fault('webNeedsToken'));
  }
  const secret = createSecretResolver(world, used.path, log.advise)(token, 'web.token');
  if (secret.length < SHORTEST_TOKEN) {
    const wanted = fault('orMore', fault('characters', SHORTEST_TOKEN));
    const isShort = fault('expectedNot', wanted, String(secret.length));
    throw new ConfigError(used.path, [fault('at', 'web.token', isShort)]);
  }
  if (!isLoopback(address)) {
    log.advise(({ openPage }) => openPage);
  }
  return { token: secret, hosts: names };
}
