// `doctor`: the health of the monitor itself on one screen; it sends nothing and changes nothing.
import { ConfigError, MonitorError } from '../core/errors.ts';
import type { Lang } from '../core/lang.ts';
import { englishTimes } from '../core/moment.ts';
import { remarkPhrases, type Remark } from '../core/phrases/remark-phrases.ts';
import { doctorPhrases } from '../core/phrases/doctor-phrases.ts';
import { ExitCode } from '../core/exit-code.ts';
import { optionSymptoms } from '../doctor/channel-options.ts';
import { channelSymptoms, secretSymptoms } from '../doctor/channels.ts';
import { coverageSymptoms } from '../doctor/coverage.ts';
import { clockSymptom, nodeSymptom } from '../doctor/machine.ts';
import { lastRunSymptom, lookAtState } from '../doctor/memory.ts';
import { lookAtSchedules } from '../doctor/schedules.ts';
import { attention, broken, ok, type Symptom, type Wording } from '../doctor/symptom.ts';
import { unitSymptoms } from '../doctor/units.ts';
import { readPhoneJob } from '../install/termux/phone-job.ts';
import { run as runPipeline } from '../run.ts';
import type { Invocation } from './command.ts';
import { wordsOf } from '../core/told-fault.ts';
import { openContext, runRequest, stateDir, type Context } from './context.ts';
import { checkupJson, checkupText } from './doctor-view.ts';
import { survey } from './survey.ts';
import { langWithoutConfig, openTongue, type Tongue } from './tongue.ts';

/** Looks at everything and says how it is; 1 when something is broken. */
export async function run(invocation: Invocation): Promise<number> {
  const { world, options } = invocation;
  const isJson = options['json'] === true;
  const { symptoms, words, now } = await examine(invocation, isJson);
  const text = isJson ? checkupJson(symptoms, now) : checkupText(symptoms, words, invocation);
  world.stdout.write(text);
  return symptoms.some(({ state }) => state === 'broken') ? ExitCode.failing : ExitCode.ok;
}

interface Checkup extends Pick<Wording, 'words'> {
  readonly symptoms: readonly Symptom[];
  /** Epoch ms, moved by `--now` where the config can be used. */
  readonly now: number;
}

/** A program that reads JSON gets English. */
async function examine(invocation: Invocation, isJson: boolean): Promise<Checkup> {
  const { world, options } = invocation;
  const tongueOf = async (lang: Lang): Promise<Tongue | null> =>
    openTongue(world, options, isJson ? 'en' : lang);
  const advice: Remark[] = [];
  try {
    const context = await openContext(invocation, (remark) => advice.push(remark));
    const tongue = await tongueOf(context.lang);
    const wording = wordingOf(tongue);
    const symptoms = await examineContext(context, advice, tongue, wording);
    const program = nodeSymptom(process.version, wording);
    return { ...wording, symptoms: [program, ...symptoms], now: context.now };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const wording = wordingOf(await tongueOf(langWithoutConfig(invocation)));
    const symptoms = [
      nodeSymptom(process.version, wording),
      clockSymptom(world.now(), null, wording),
      ...error.faults.map((fault) =>
        broken('config', wording.wordsOf(fault), `# ${wording.words.nothingRuns}`),
      ),
      ...(await lookAtSchedules(world, null, null, wording)).symptoms,
    ];
    return { ...wording, symptoms, now: world.now() };
  }
}

function wordingOf(tongue: Tongue | null): Wording {
  return {
    words: tongue?.doctor ?? doctorPhrases,
    times: tongue?.findings.times ?? englishTimes,
    wordsOf: (fault) => wordsOf(fault, tongue?.faults),
    remarks: tongue?.remarks ?? remarkPhrases,
  };
}

async function examineContext(
  context: Context,
  advice: readonly Remark[],
  tongue: Tongue | null,
  wording: Wording,
): Promise<readonly Symptom[]> {
  const { world, used, now } = context;
  const { words } = wording;
  const dir = placeOf(context, wording);
  const kept =
    typeof dir === 'string' ? lookAtState(dir, now, wording) : { state: null, symptoms: [dir] };
  const lastRunAt = kept.state?.lastRunAt ?? null;
  const cron = used?.config.schedule?.cron ?? null;
  const stateDirectory = typeof dir === 'string' ? dir : null;
  const schedules = await lookAtSchedules(world, stateDirectory, cron, wording);
  const hasSchedule = schedules.symptoms.some(({ state }) => state === 'ok');
  const request = runRequest(context, 'profiles', null, 'as configured');
  const offline = { ...request, probe: { ...request.probe, level: 'off' as const } };
  const judged = await runPipeline(world, offline);
  const report = tongue === null ? judged : tongue.retell(judged);
  const asked = readPhoneJob(world.home ?? '')?.host ?? null;
  return [
    clockSymptom(now, lastRunAt, wording),
    configSymptom(context, wording),
    ...advice.map((remark) => attention('config', remark(wording.remarks))),
    ...(used === null ? [] : await optionSymptoms(world, used, wording)),
    ...(used === null ? [] : secretSymptoms(world, used, wording)),
    ...(used === null
      ? [attention('channel', words.noChannel, 'auth-monitor init')]
      : await channelSymptoms(world, used, kept.state, wording)),
    ...kept.symptoms,
    ...schedules.symptoms,
    lastRunSymptom(lastRunAt, now, { lateMs: schedules.lateMs, hasSchedule }, wording),
    // A phone that asks another host judges nothing of its own.
    ...(asked === null
      ? coverageSymptoms(world, report, request.probe, wording)
      : [ok('gateway', words.overSsh(asked))]),
    ...(await unitSymptoms(world, context.options, survey, wording)),
  ];
}

function configSymptom({ used, policy }: Context, { words }: Wording): Symptom {
  return used === null
    ? ok('config', words.noConfig(policy.name))
    : ok('config', words.config(used.path, policy.name));
}

function placeOf(context: Context, wording: Wording): string | Symptom {
  try {
    return stateDir(context);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    return broken('state', wording.wordsOf(error.fault));
  }
}
