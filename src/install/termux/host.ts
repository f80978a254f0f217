// `install termux --phone-key` on the gateway's host: a key that may read the report, and nothing else.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findConfig } from '../../config/find-config.ts';
import { UsageError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import type { World } from '../../world.ts';
import { findNode } from '../own-job.ts';
import { gatewayWords, steering } from '../steering.ts';
import type { InstallRequest } from '../target.ts';
import { factLines, readFacts } from './facts.ts';
import { homeOf, program, scriptText, shellQuoted } from './places.ts';

/** A public key as `ssh-keygen` writes it; its comment may be anything harmless. */
const PUBLIC_KEY =
  /^((?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp\d{3}|sk-[a-z0-9-]+@openssh\.com) [A-Za-z0-9+/]{32,2000}={0,3})(?: [\w.@-]{1,100})?$/;

/** Lets the key in, restricted to one command; twice leaves the same as once. */
export async function installHost({ world, options, site, survey }: InstallRequest): Promise<void> {
  const [, key] = PUBLIC_KEY.exec(String(options['phone-key']).trim()) ?? [];
  if (key === undefined) {
    throw new UsageError(fault('phoneKey'));
  }
  const onPhone = ['remote', 'every', 'monitor-state'].find((name) => options[name] !== undefined);
  if (onPhone !== undefined) {
    throw new UsageError(fault('forPhone', `--${onPhone}`));
  }
  const home = homeOf(world, site.words);
  const given = options['config'];
  const flag = typeof given === 'string' ? resolve(world.cwd, given) : undefined;
  const found = findConfig(world, flag);
  const named = {
    'state-dir': options['state-dir'],
    'openclaw-profile': options['openclaw-profile'],
  };
  const config = found === null ? [] : ['--config', found.path];
  await survey(world, { ...named, ...(found === null ? {} : { config: found.path }) });
  const dir = keyDir(home);
  const earlier = readFacts(dir);
  const made = [...site.makeDir(dir, 0o700), ...site.makeDir(join(home, '.ssh'), 0o700)];
  const words = ['check', '--json', ...config, ...gatewayWords(named, world.cwd)];
  site.place({
    path: join(dir, 'settings'),
    mode: 0o600,
    text: [
      '# What the key of a phone gets to see. `install termux --phone-key` writes it.',
      ...factLines({ states: [], config: null, made: [...new Set([...earlier.made, ...made])] }),
      ...Object.entries(steering(world)).map(
        ([name, value]) => `export ${name}=${shellQuoted(value)}`,
      ),
      `make_report() { exec ${[findNode(world), program(), ...words].map(shellQuoted).join(' ')}; }`,
      '',
    ].join('\n'),
  });
  const script = join(dir, 'report-only.sh');
  site.place({ path: script, text: reportOnly(world), mode: 0o700 });
  site.addLine(authorizedKeys(home), `restrict,command="${optionWord(script)}" ${key} phone`);
}

/** Takes the script away, and every key that may do nothing but run it. */
export function uninstallHost({ world, site }: InstallRequest): void {
  const home = homeOf(world, site.words);
  const dir = keyDir(home);
  if (!existsSync(dir)) return;
  const { made } = readFacts(dir);
  const script = join(dir, 'report-only.sh');
  site.removeLines(authorizedKeys(home), `restrict,command="${optionWord(script)}" `);
  for (const name of ['report-only.sh', 'settings']) site.unplace(join(dir, name));
  for (const path of [...made].sort().toReversed()) site.removeEmptyDir(path);
}

function keyDir(home: string): string {
  return join(home, '.local/share/openclaw-auth-monitor/phone-key');
}

function authorizedKeys(home: string): string {
  return join(home, '.ssh/authorized_keys');
}

/** A path as a command of the user's shell, inside the quotes of authorized_keys (sshd(8)). */
function optionWord(path: string): string {
  const word = /^[\w./@+-]+$/.test(path) ? path : shellQuoted(path);
  return word.replaceAll('"', String.raw`\"`);
}

/** A gateway may live on a phone, too, where no shell is in its usual place. */
function reportOnly({ env, platform }: World): string {
  const text = scriptText('report-only.sh');
  const { PREFIX: prefix } = env;
  if (platform !== 'android' || prefix === undefined) return text;
  return text.replace('#!/bin/sh', `#!${prefix}/bin/sh`);
}
