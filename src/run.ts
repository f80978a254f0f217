// The pipeline on one screen: load → judge → probe → report. Alerts follow in commands/run.ts.
import { Collector, type SubjectFilter } from './collect.ts';
import type { Lang } from './core/lang.ts';
import type { Report } from './core/report.ts';
import type { CiService } from './core/words/told.ts';
import { FewRows } from './few-rows.ts';
import { judgeAll, type JudgeRequest } from './judge.ts';
import { countAgents, withProgress } from './progress.ts';
import type { ReportRows } from './report-rows.ts';
import type { RunMemory } from './core/run-memory.ts';
import type { World } from './world.ts';

/** What one run is asked to do. */
export interface RunRequest extends JudgeRequest {
  readonly filter: SubjectFilter;
  /** `findings` leaves out the rows of healthy profiles, their ids and the `auth` block; `few` unless there are few. */
  readonly detail: 'findings' | 'few' | 'profiles';
  /** Salt of this install for credential ids; null makes them hold for this run only. */
  readonly salt: Buffer | null;
  readonly probe: ProbeRequest;
  /** What earlier runs learned; this one adds to it. Absent where nothing is remembered. */
  readonly memory?: RunMemory;
  /** In which a terminal shows how far it is; English when absent. */
  readonly lang?: Lang;
  /** Whose secrets are judged; absent for those of gateways. */
  readonly ci?: CiService;
  /** Ends the requests to providers; what was not asked is not judged. */
  readonly signal?: AbortSignal;
}

export interface ProbeRequest {
  readonly level: 'off' | 'metadata' | 'inference';
  /** By normalised provider. */
  readonly baseUrls: Readonly<Record<string, string>>;
  /** Deadline of one request in ms; null for the default. */
  readonly timeoutMs: number | null;
}

/**
 * Judges everything and reports it. Bad input becomes findings; only a bug of ours throws. `judge` says
 * what there is to judge, by default every agent of the gateways.
 */
export async function run(
  world: World,
  request: RunRequest,
  judge: typeof judgeAll = judgeAll,
): Promise<Report> {
  // What was learned before is judged without asking anybody, too.
  const probing = request.probe.level !== 'off' || request.memory !== undefined;
  const rows = request.detail === 'profiles' || probing ? await openRows(request) : null;
  const collector = new Collector({
    ...request,
    rows,
    ...(request.detail === 'few' && { few: new FewRows(() => openRows(request)) }),
  });
  return withProgress(world, request.lang ?? 'en', async (show) => {
    if (!probing || rows === null) {
      await judge(world, request, countAgents(collector, show));
      return collector.report();
    }
    const { ProbedCollector } = await import('./probe-run.ts');
    const probed = new ProbedCollector(collector, rows, request);
    await judge(world, request, countAgents(probed, show));
    await probed.probe(world, show);
    return collector.report();
  });
}

async function openRows({ salt, now }: RunRequest): Promise<ReportRows> {
  const [{ createIdentity }, { ReportRows: Rows }] = await Promise.all([
    import('./identity.ts'),
    import('./report-rows.ts'),
  ]);
  return new Rows(createIdentity(salt), now);
}
