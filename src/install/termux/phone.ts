// `install termux` on a phone: scripts, settings, what Termux:Boot and Termux:Widget start, and the job.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { langLine } from '../../config/lang-line.ts';
import { findConfig } from '../../config/find-config.ts';
import { ownConfigPath } from '../../config/own-config-path.ts';
import { MINUTE_MS, parseDuration } from '../../core/duration.ts';
import { UsageError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import { resolveStateDir } from '../../state/state-dir.ts';
import type { Site } from '../site.ts';
import { gatewayWords, steering } from '../steering.ts';
import type { InstallRequest, Survey } from '../target.ts';
import { readFacts } from './facts.ts';
import { homeOf, phoneOf, program, scriptText, type Phone } from './places.ts';
import { settingsText, sshOptions, type PhoneJob } from './settings.ts';
import { wordsText } from './words.ts';

const USUAL_MINUTES = 30;
/** Android starts a periodic job no more often (since Android 7). */
const LEAST_MINUTES = 15;
/** A name, an address, a word of ~/.ssh/config; nothing that ssh could take for an option. */
const HOST = /^(?!-)[\w.@:[\]/%-]{1,255}$/;

/** Installs for a gateway on this phone or, with --remote, elsewhere; twice leaves the same as once. */
export async function installPhone(request: InstallRequest): Promise<void> {
  const { site, world } = request;
  const phone = phoneOf(world, homeOf(world, site.words), site.words);
  const host = hostOf(request);
  const periodMs = periodOf(request);
  const given = request.options['config'];
  const flag = typeof given === 'string' ? resolve(world.cwd, given) : undefined;
  const found = findConfig(world, flag);
  const config = found?.path ?? ownConfigPath(world);
  const named = {
    'state-dir': request.options['state-dir'],
    'openclaw-profile': request.options['openclaw-profile'],
  };
  const survey = await request.survey(world, {
    ...named,
    ...(found === null ? {} : { config }),
  });
  const wanted = request.options['monitor-state'];
  const stateFlag = typeof wanted === 'string' ? resolve(world.cwd, wanted) : null;
  const stateDir = resolveStateDir(world, stateFlag, survey.used?.config.state?.dir ?? null);
  const job: PhoneJob = {
    phone,
    node: nodeOf(phone),
    program: program(),
    host,
    periodMs,
    config,
    stateDir,
    gateways: host === null ? gatewayWords(named, world.cwd) : [],
    environment: host === null ? steering(world) : {},
  };
  const earlier = readFacts(phone.dir);
  const made = makeDirs(site, phone, config);
  const madeState = site.makeDir(stateDir, 0o700);
  const states = [...earlier.states, ...madeState.filter((path) => path === stateDir)];
  const further = madeState.filter((path) => path !== stateDir);
  // Before the scripts, which read it: a job may start in between.
  site.place({ path: join(phone.dir, 'words'), text: wordsText(site.words), mode: 0o600 });
  for (const name of phone.scripts) {
    const comment = name.endsWith('.cjs') ? '//' : '#';
    site.place({ path: join(phone.dir, name), text: scriptText(name), mode: 0o700, comment });
  }
  const facts = {
    states: [...new Set(states)],
    config: found === null ? config : earlier.config,
    made: [...new Set([...earlier.made, ...made, ...further])],
  };
  site.place({
    path: join(phone.dir, 'settings'),
    text: settingsText(job, facts),
    mode: 0o600,
  });
  for (const [path, script] of Object.entries(phone.entries)) {
    const text = `#!${join(phone.prefix, 'bin/sh')}\nexec ${script}\n`;
    site.place({ path, text, mode: 0o700 });
  }
  if (found === null) placeConfig(site, phone, { config, stateDir });
  if (host !== null) meetHost(site, phone, host);
  site.run(join(phone.dir, 'schedule.sh'), 'renew');
  tellRest(site, job, survey);
}

function hostOf({ options }: InstallRequest): string | null {
  const host = options['remote'];
  if (typeof host !== 'string') return null;
  if (!HOST.test(host)) throw new UsageError(fault('remoteHost'));
  if (options['state-dir'] !== undefined || options['openclaw-profile'] !== undefined) {
    throw new UsageError(fault('remoteJudges'));
  }
  return host;
}

function periodOf({ options }: InstallRequest): number {
  const text = options['every'] ?? `${USUAL_MINUTES}m`;
  const ms = typeof text === 'string' ? parseDuration(text) : null;
  if (ms === null || ms < LEAST_MINUTES * MINUTE_MS) {
    throw new UsageError(fault('every'));
  }
  return ms;
}

/** By its lasting name: an update of Node may move what that leads to. */
function nodeOf({ prefix }: Phone): string {
  const lasting = join(prefix, 'bin/node');
  return existsSync(lasting) ? lasting : process.execPath;
}

/** Returns those that were not there. */
function makeDirs(site: Site, phone: Phone, config: string): readonly string[] {
  return [
    ...site.makeDir(phone.dir, 0o700),
    ...site.makeDir(join(phone.home, '.termux/boot'), 0o700),
    // Termux:Widget wants them private.
    ...site.makeDir(join(phone.home, '.shortcuts'), 0o700),
    ...site.makeDir(join(phone.home, '.shortcuts/tasks'), 0o700),
    ...site.makeDir(dirname(config), 0o700),
  ];
}

function placeConfig(
  site: Site,
  phone: Phone,
  { config, stateDir }: Pick<PhoneJob, 'config' | 'stateDir'>,
): void {
  const button = (label: string, name: string): string =>
    `        { label: ${JSON.stringify(label)}, script: ${JSON.stringify(join(phone.dir, name))} },\n`;
  const { seed, termux } = site.words;
  const text = `{
${langLine(site.lang)}  // ${seed.jobState}
  state: { dir: ${JSON.stringify(stateDir)} },
  // ${seed.notifiers}
  notifiers: [
    {
      type: 'termux',
      buttons: [
${button(termux.buttons.fix, 'fix.sh')}${button(termux.buttons.again, 'check-now.sh')}      ],
    },
  ],
}
`;
  site.place({ path: config, text, mode: 0o600, comment: '//', kind: 'seed' });
}

/** A key of its own, and the host's: what it shows at first is believed from then on, and told. */
function meetHost(site: Site, phone: Phone, host: string): void {
  const key = join(phone.dir, 'key');
  if (!existsSync(key)) {
    site.run(
      'ssh-keygen',
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-C',
      'openclaw-auth-monitor',
      '-f',
      key,
    );
  }
  if (site.isDry) return;
  const trusting = sshOptions(phone).map((word) =>
    word === 'StrictHostKeyChecking=yes' ? 'StrictHostKeyChecking=accept-new' : word,
  );
  const { code, stdout, stderr } = site.ask('ssh', ...trusting, '--', host);
  const known = site.ask('ssh-keygen', '-lf', join(phone.dir, 'known_hosts'));
  const { termux: words } = site.words;
  for (const line of known.stdout.trimEnd().split('\n')) {
    if (line !== '') site.tell(words.hostKey(line));
  }
  // A key that is let in without the restriction would open a shell, which says nothing and ends well.
  const isReport = code <= 2 && stdout.includes('"schemaVersion"');
  if (isReport) return site.tell(words.answers(host));
  site.tell(words.noAnswer({ host, code, said: stderr.trim().split('\n').at(-1) ?? '' }));
  site.tell(words.onThatHost);
  const publicKey = existsSync(`${key}.pub`) ? readFileSync(`${key}.pub`, 'utf8').trim() : '';
  site.tell(`    auth-monitor install termux --phone-key '${publicKey}'`);
}

function tellRest(site: Site, { phone, config, host }: PhoneJob, { used }: Survey): void {
  const { note, jobHasNoVariable, termux: words } = site.words;
  const channels = used?.config.notifiers ?? [];
  if (used !== null && !channels.some(({ type }) => type === 'termux')) {
    site.tell(note(words.noChannel(config)));
  }
  for (const { where, source } of used?.secrets ?? []) {
    if (typeof source !== 'object' || !('env' in source)) continue;
    site.tell(note(jobHasNoVariable(where)));
  }
  if (host === null) site.tell(note(words.gatewaySleeps));
  site.tell(words.battery);
  site.tell(words.toLook(join(phone.dir, 'check-now.sh')));
}
