// `ci`: judges credentials that a CI step holds in environment variables; there is no state directory.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { judgeAgent, severityOf } from '../checks/index.ts';
import { ciPlace, type CiPlace } from '../ci/ci-place.ts';
import {
  providerOf,
  providerOfVariable,
  textFault,
  typeOf,
  type TextFault,
} from '../ci/credential-text.ts';
import { STEP, stepAgent, stepGateway } from '../ci/step-agent.ts';
import { writeOutputs, writeSummary } from '../ci/step-files.ts';
import type { Finding } from '../core/finding.ts';
import { DAY_MS } from '../core/duration.ts';
import { ExitCode } from '../core/exit-code.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { Policy } from '../core/policy.ts';
import type { Profile } from '../core/profile.ts';
import type { Report } from '../core/report.ts';
import { Secret } from '../core/secret.ts';
import type { Judgements } from '../judge.ts';
import { parseProfile } from '../openclaw/parse-profile.ts';
import { providersOfVariable } from '../openclaw/provider-keys.ts';
import { maskCommands, noticeCommand, withoutCommands } from '../reporters/github.ts';
import { loadReporter, type ReporterName } from '../reporters/index.ts';
import { replaceFile } from '../replace-file.ts';
import { run as runPipeline, type RunRequest } from '../run.ts';
import type { World } from '../world.ts';
import { ciOptions, type CiOptions, type StepCredential } from './ci-options.ts';
import type { Invocation } from './command.ts';
import { openContext, pathOption, runRequest, type Context } from './context.ts';
import { chosenReporter, inLanguage, printReport, viewOf } from './print-report.ts';
import { logLine, remarkWords } from './remarks.ts';

/** A credential as the step has it. */
interface Held {
  readonly profile: Profile;
  /** Null when the variable is not set or empty. */
  readonly value: string | null;
  readonly fault: TextFault | null;
}

/** Texts that are no secret: to mask them would black out ordinary words. */
const NO_SECRETS: ReadonlySet<string> = new Set(['unresolved', 'placeholder']);

/** Judges once; the exit code follows the contract, less what `--fail-on` lets pass. */
export async function run(invocation: Invocation): Promise<number> {
  const wanted = ciOptions(invocation.options);
  const context = await openContext(invocation);
  const { world, options } = context;
  const place = ciPlace(world.env, world.files);
  const all = wanted.credentials.map((credential) => heldBy(world, credential));
  const isSkipped = ({ value }: Held): boolean =>
    value === null && place.withheld !== null && options['require'] !== true;
  const held = all.filter((one) => !isSkipped(one));
  const isAnnotated = place.service === 'github' && !namesFormat(context);
  // Before anything else is printed, so that not even a crash could show one in the log.
  const secrets = all.filter(({ fault }) => fault === null || !NO_SECRETS.has(fault.problem));
  if (isAnnotated) world.stdout.write(maskCommands(secrets.flatMap(({ value }) => value ?? [])));
  const skipped = all.filter((one) => isSkipped(one)).map(({ profile }) => profile.profileId);
  await tellSkipped(skipped, place, isAnnotated, context);

  const policy: Policy = {
    ...context.policy,
    scope: 'all',
    profiles: { ...context.policy.profiles, ...wanted.settings },
  };
  const request = {
    ...runRequest(context, 'profiles', null, 'by flag'),
    policy,
    sources: [],
    ci: place.service,
  };
  const report = await runPipeline(world, request, async (_, { now }, judgements) => {
    if (held.length > 0) judgeStep(held, policy, now, judgements);
  });
  const told = { ...context, ci: place.service };
  await writeFiles(report, wanted, skipped.length === all.length, told);
  const exitCode = passed(report.exitCode, wanted.failOn);
  const reporter = await chosenReporter(options);
  if (!isAnnotated) return printReport(report, exitCode, reporter, told);
  const [before, after] = withoutCommands(randomBytes(16).toString('hex'));
  world.stdout.write(before);
  const shown = await printReport(report, exitCode, reporter, told);
  const { render } = await loadReporter('github');
  world.stdout.write(after + render(report, viewOf(world, options, false)));
  return shown;
}

function heldBy({ env }: World, { variable, provider }: StepCredential): Held {
  const value = env[variable] || null;
  const usual = providersOfVariable(variable)[0] ?? providerOfVariable(variable);
  const named = provider ?? usual ?? (value === null ? null : providerOf(value)) ?? 'unknown';
  const type = value === null ? 'api_key' : typeOf(value);
  const material = value === null ? {} : { [type === 'token' ? 'token' : 'key']: value };
  const reading = parseProfile(variable, { type, provider: named, ...material }, 'json');
  if (!reading.ok) throw new Error(`a credential of ${type} cannot be read`);
  // `${NAME}` is a reference in a store, and in a variable a step that was not filled in.
  const secret = value === null || value.trim() === '' ? null : new Secret(value);
  const fault = value === null ? null : textFault(value, named);
  // One fault is enough, and what the whole text is says more than what is inside.
  const materialFault = fault === null ? reading.profile.materialFault : null;
  return { profile: { ...reading.profile, secretRef: null, secret, materialFault }, value, fault };
}

function judgeStep(held: readonly Held[], policy: Policy, now: number, to: Judgements): void {
  const agent = stepAgent(held.map(({ profile }) => profile));
  const { profiles, findings } = judgeAgent(stepGateway, agent, policy, now);
  to.gateway(stepGateway, policy.name);
  to.agent(agent, { profiles, findings: [...findings, ...textFindings(held, policy)] });
}

/** What only the raw text tells: a store holds none of these. */
function textFindings(held: readonly Held[], policy: Policy): Finding[] {
  const holders = new Map<string, string>();
  return held.flatMap(({ profile, value, fault }) => {
    if (value === null) return [];
    const about = (
      variant: 'doubtful' | 'repeated' | undefined,
      severity: 'warn' | 'notice' | undefined,
      facts: Finding['facts'],
    ): Finding => {
      const draft = {
        code: 'profile_malformed' as const,
        ...(variant && { variant }),
        ...(severity && { severity }),
      };
      const { profileId, provider, type } = profile;
      return {
        code: draft.code,
        severity: severityOf(draft, policy),
        gateway: STEP,
        agent: STEP,
        provider,
        profileId,
        since: null,
        facts: { ...facts, type },
      };
    };
    const holder = holders.get(value);
    if (holder === undefined) holders.set(value, profile.profileId);
    return [
      ...(fault?.certain === true ? [about(undefined, undefined, { problem: fault.problem })] : []),
      ...(fault?.certain === false ? [about('doubtful', 'warn', { problem: fault.problem })] : []),
      ...(holder === undefined
        ? []
        : [about('repeated', 'notice', { problem: 'same_value', sameAs: holder })]),
    ].filter(({ severity }) => severity !== 'off');
  });
}

async function tellSkipped(
  names: readonly string[],
  { withheld }: CiPlace,
  isAnnotated: boolean,
  context: Context,
): Promise<void> {
  if (names.length === 0) return;
  const { stdout, stderr } = context.world;
  const skipped: Remark = (words) =>
    words.notJudged(withheld?.(words) ?? words.notSet, names.join(', '));
  if (isAnnotated) {
    stdout.write(noticeCommand('OpenClaw auth: skipped', logLine(skipped)));
    return;
  }
  const words = await remarkWords(context);
  stderr.write(`${words.notice(skipped(words))}\n`);
}

async function writeFiles(
  report: Report,
  { files }: CiOptions,
  isSkipped: boolean,
  told: Context & Pick<RunRequest, 'ci'>,
): Promise<void> {
  const { world, options } = told;
  const { env } = world;
  const rendered = async (format: ReporterName): Promise<string> => {
    const reporter = await loadReporter(format);
    const asked = await inLanguage(report, viewOf(world, options, true), reporter, told);
    return reporter.render(asked.report, asked.view);
  };
  const outputs = env['GITHUB_OUTPUT'];
  const own = files.find(({ format }) => format === 'json')?.path;
  const spare = outputs && env['RUNNER_TEMP'] && join(env['RUNNER_TEMP'], 'openclaw-auth.json');
  const reportPath = own ?? (spare || null);
  const all =
    own === undefined && reportPath
      ? [...files, { format: 'json' as const, path: reportPath }]
      : files;
  for (const { format, path } of all) {
    replaceFile(pathOption(world, path), await rendered(format));
  }
  if (env['GITHUB_STEP_SUMMARY']) {
    writeSummary(env['GITHUB_STEP_SUMMARY'], await rendered('markdown'));
  }
  if (outputs) {
    const endsAt = soonestEnd(report);
    writeOutputs(outputs, {
      status: isSkipped ? 'skipped' : report.verdict,
      'exit-code': String(report.exitCode),
      'expires-at': endsAt === null ? '' : new Date(endsAt).toISOString(),
      'days-left':
        endsAt === null
          ? ''
          : String(Math.floor((endsAt - Date.parse(report.generatedAt)) / DAY_MS)),
      'report-path': reportPath === null ? '' : pathOption(world, reportPath),
    });
  }
}

/** The first end of any credential, an estimated one included, epoch ms; null when none is known. */
function soonestEnd({ agents, findings }: Report): number | null {
  const ends = [
    ...agents.flatMap(({ profiles }) => profiles.map(({ expiresAt }) => expiresAt)),
    ...findings.map(({ facts }) => facts['expiresAt']),
  ].flatMap((end) => (typeof end === 'string' ? [Date.parse(end)] : []));
  return ends.length === 0 ? null : ends.reduce((a, b) => Math.min(a, b));
}

function passed(exitCode: ExitCode, failOn: CiOptions['failOn']): ExitCode {
  if (failOn === 'never') return ExitCode.ok;
  return failOn === 'expired' && exitCode === ExitCode.expiring ? ExitCode.ok : exitCode;
}

function namesFormat({ options }: Context): boolean {
  return ['format', 'json', 'plain', 'output'].some((name) => options[name] !== undefined);
}
