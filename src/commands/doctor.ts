// `doctor`: the health of the monitor itself on one screen; it sends nothing and changes nothing.
import { ConfigError, MonitorError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';
import { channelSymptoms, secretSymptoms } from '../doctor/channels.ts';
import { coverageSymptoms } from '../doctor/coverage.ts';
import { clockSymptom, nodeSymptom } from '../doctor/machine.ts';
import { lastRunSymptom, lookAtState } from '../doctor/memory.ts';
import { lookAtSchedules } from '../doctor/schedules.ts';
import { attention, broken, ok, type Symptom } from '../doctor/symptom.ts';
import { unitSymptoms } from '../doctor/units.ts';
import { readPhoneJob } from '../install/termux/phone-job.ts';
import { run as runPipeline } from '../run.ts';
import type { Invocation } from './command.ts';
import { openContext, runRequest, stateDir, type Context } from './context.ts';
import { checkupJson, checkupText } from './doctor-view.ts';
import { survey } from './survey.ts';

/** Looks at everything and says how it is; 1 when something is broken. */
export async function run(invocation: Invocation): Promise<number> {
  const { world, options } = invocation;
  const symptoms = await examine(invocation);
  const text =
    options['json'] === true
      ? checkupJson(symptoms, world.now())
      : checkupText(symptoms, invocation);
  world.stdout.write(text);
  return symptoms.some(({ state }) => state === 'broken') ? ExitCode.failing : ExitCode.ok;
}

async function examine(invocation: Invocation): Promise<readonly Symptom[]> {
  const node = nodeSymptom(process.version);
  const advice: string[] = [];
  try {
    const context = await openContext(invocation, (line) => advice.push(line));
    return [node, ...(await examineContext(context, advice))];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      node,
      clockSymptom(invocation.world.now(), null),
      ...error.faults.map((fault) =>
        broken('config', fault, '# Nothing runs until this is mended.'),
      ),
      ...(await lookAtSchedules(invocation.world, null, null)).symptoms,
    ];
  }
}

async function examineContext(
  context: Context,
  advice: readonly string[],
): Promise<readonly Symptom[]> {
  const { world, used, now } = context;
  const dir = placeOf(context);
  const kept = typeof dir === 'string' ? lookAtState(dir, now) : { state: null, symptoms: [dir] };
  const lastRunAt = kept.state?.lastRunAt ?? null;
  const cron = used?.config.schedule?.cron ?? null;
  const schedules = await lookAtSchedules(world, typeof dir === 'string' ? dir : null, cron);
  const hasSchedule = schedules.symptoms.some(({ state }) => state === 'ok');
  const request = runRequest(context, 'profiles', null, 'as configured');
  const offline = { ...request, probe: { ...request.probe, level: 'off' as const } };
  const report = await runPipeline(world, offline);
  const asked = readPhoneJob(world.home ?? '')?.host ?? null;
  return [
    clockSymptom(now, lastRunAt),
    configSymptom(context),
    ...advice.map((line) => attention('config', line)),
    ...(used === null ? [] : secretSymptoms(world, used)),
    ...(used === null
      ? [attention('channel', 'none is configured: nobody is told', 'auth-monitor init')]
      : await channelSymptoms(world, used, kept.state)),
    ...kept.symptoms,
    ...schedules.symptoms,
    lastRunSymptom(lastRunAt, now, { lateMs: schedules.lateMs, hasSchedule }),
    // A phone that asks another host judges nothing of its own.
    ...(asked === null
      ? coverageSymptoms(world, report, request.probe)
      : [ok('gateway', `${asked}, asked over SSH`)]),
    ...(await unitSymptoms(world, context.options, survey)),
  ];
}

function configSymptom({ used, policy }: Context): Symptom {
  return used === null
    ? ok('config', `none: policy ${policy.name}, the gateway of this user`)
    : ok('config', `${used.path}, policy ${policy.name}`);
}

function placeOf(context: Context): string | Symptom {
  try {
    return stateDir(context);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    return broken('state', error.message);
  }
}
