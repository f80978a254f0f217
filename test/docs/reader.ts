// The machine of a reader: a home with a gateway, the built program, few other programs, and no way out.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSON5 from 'json5';
import { onTestFinished } from 'vitest';
import { root } from '../../build/paths.mjs';
import { writeJson } from '../../src/demo/sample-home.ts';
import { CLI, DAY_MS, HOUR_MS, house, type Ended } from '../kit/built-cli.ts';
import { CA_FILE } from '../kit/smtp-server.ts';
import { correspondents, type Correspondents } from './correspondents.ts';
import { documentedScripts, type Documented } from './documented.ts';
import { blocksOf, pages } from './pages.ts';
import { FILES, meant, VALUES } from './placeholders.ts';
import { standIns } from './stand-ins.ts';

/** What of this machine a reader has. Nothing here starts, installs or sends. */
const TOOLS =
  'awk bash basename cat chmod cp cut date dirname env grep head id jq ls mkdir mktemp mv openssl printf rm sed sh sort ssh-keygen tail tee test tr true uname wc';

/** Those of them that a machine may lack, and what else calls them. */
const OPTIONAL: Readonly<Record<string, RegExp>> = {
  awk: /\bawk\b/,
  curl: /\bcurl\b/,
  // The stand-in for OpenClaw writes by it, and it finds the ID of what a page calls otherwise.
  jq: /\bjq\b|^openclaw models auth (?:login|paste)|\bk3x9\b|\babcd\b/,
  openssl: /\bopenssl\b/,
  'ssh-keygen': /\bssh-keygen\b/,
};

/** The programs that this machine has to have for these commands. */
export function toolsFor(commands: readonly Documented[]): readonly string[] {
  return Object.keys(OPTIONAL).filter((tool) =>
    commands.some(({ text }) => OPTIONAL[tool]?.test(text) === true),
  );
}

const ONLY_HERE = join(root, 'test/fixtures/programs/only-here.cjs');

export interface Reader {
  readonly dir: string;
  readonly home: string;
  readonly others: Correspondents;
  /** Types a command; `env` is what the shell has besides. */
  type(text: string, env?: Readonly<Record<string, string | undefined>>): Promise<Ended>;
  /** Starts one that goes on until it is told to end, and tells it once it is up. */
  typeAndStop(text: string): Promise<Ended>;
}

const SECRETS = ['main', 'work', 'lab', 'ops'].map((agent) => `sk-ant-oat01-FAKE-docs-${agent}`);

/** One agent has a token that has expired, the others are well. */
function writeSample(dir: string): void {
  const token = (agent: string, leftMs: number) => ({
    type: 'token',
    provider: 'anthropic',
    token: `sk-ant-oat01-FAKE-docs-${agent}`,
    expires: Date.now() + leftMs,
  });
  const openai = { type: 'api_key', provider: 'openai', key: VALUES['MY_KEY'] };
  const store = (agent: string, profiles: object) =>
    writeJson(join(dir, 'agents', agent, 'agent/auth-profiles.json'), {
      version: 1,
      profiles,
      // An agent uses no other than its own.
      order: { anthropic: Object.keys(profiles).filter((id) => id.startsWith('anthropic')) },
    });
  const model = { primary: 'anthropic/claude-sonnet-4-5', fallbacks: ['openai/gpt-5.1'] };
  const list = ['main', 'work', 'lab', 'ops'].map((id) => ({ id }));
  writeJson(join(dir, 'openclaw.json'), { agents: { defaults: { model }, list } });
  store('main', { 'anthropic:default': token('main', 200 * DAY_MS), 'openai:default': openai });
  store('work', {
    'anthropic:work': token('work', -2 * HOUR_MS - 1_000),
    'openai:default': openai,
  });
  store('lab', { 'anthropic:default': token('lab', 200 * DAY_MS) });
  store('ops', { 'anthropic:default': token('ops', 200 * DAY_MS) });
}

/** The config that a page shows first, if it is about channels; else that of the README. */
function configOf(page: string): string | null {
  const of = page.startsWith('docs/channels/') ? page : 'README.md';
  const shown = pages.filter(({ path }) => path === of).flatMap(blocksOf);
  const block = shown.find(
    ({ language, lines }) => language === 'json5' && lines.join('\n').includes('notifiers'),
  );
  return block?.lines.join('\n') ?? null;
}

/** A new machine for whoever reads this page, gone with the test. */
export async function readerOf(page: string, { hasConfig = true } = {}): Promise<Reader> {
  const { dir, home, write } = house();
  const bin = join(dir, 'bin');
  const executable = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, 0o755);
  };
  const run = `exec '${process.execPath}' --require '${ONLY_HERE}' '${CLI}' "$@"`;
  for (const name of ['auth-monitor', 'openclaw-auth-monitor']) {
    executable(join(bin, name), `#!/bin/sh\n${run}\n`);
  }
  for (const [name, text] of standIns) executable(join(bin, name), text);
  for (const tool of TOOLS.split(' ')) {
    const at = found(tool);
    if (at !== null) symlinkSync(at, join(bin, tool));
  }
  for (const place of ['home/.openclaw', 'srv/openclaw', 'home/claw/.openclaw']) {
    writeSample(join(dir, place));
  }
  for (const script of documentedScripts.filter((one) => one.page === page)) {
    for (const program of programsOf(configOf(page))) executable(join(dir, program), script.text);
  }
  const clone = join(dir, 'clone');
  mkdirSync(join(dir, 'tmp'));
  mkdirSync(clone);
  for (const [path, text] of Object.entries(FILES)) write(path.slice(1), text);
  for (const name of ['deploy', 'package.json']) symlinkSync(join(root, name), join(clone, name));
  const config = hasConfig ? configOf(page) : null;
  if (config !== null) {
    write('home/.config/openclaw-auth-monitor/config.json5', meant(config, dir));
  }
  const others = await correspondents([...SECRETS, ...Object.values(VALUES)]);
  const usual = {
    HOME: home,
    PATH: bin,
    TMPDIR: join(dir, 'tmp'),
    LANG: 'C.UTF-8',
    ONLY_HERE: JSON.stringify(others.ports),
    HTTP_PORT: String(others.ports['127.0.0.1:9090']),
    NODE_EXTRA_CA_CERTS: CA_FILE,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${dir}/bus`,
    GITHUB_STEP_SUMMARY: join(dir, 'summary.md'),
  };
  const start = (text: string, env: Readonly<Record<string, string | undefined>>) => {
    const words = meant(text, dir);
    const named = Object.entries(VALUES).filter(([name]) =>
      new RegExp(`\\b${name}\\b`).test(`${words}\n${config}\n${textOf(page)}`),
    );
    const given = Object.entries({ ...usual, ...Object.fromEntries(named), ...env });
    return spawn('/bin/bash', ['-c', words], {
      cwd: clone,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: Object.fromEntries(given.filter((entry) => entry[1] !== undefined)),
    });
  };
  return {
    dir,
    home,
    others,
    type: async (text, env = {}) => ended(start(text, env)),
    async typeAndStop(text) {
      const child = start(`exec ${text}`, {});
      child.stderr.once('data', () => child.kill('SIGTERM'));
      return ended(child);
    },
  };
}

function textOf(page: string): string {
  return pages.find(({ path }) => path === page)?.text ?? '';
}

function found(tool: string): string | null {
  const dirs = (process.env['PATH'] ?? '').split(':');
  return dirs.map((dir) => join(dir, tool)).find((path) => isThere(path)) ?? null;
}

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** What the channels of a config start. */
function programsOf(config: string | null): readonly string[] {
  const { notifiers = [] } = JSON5.parse<{ notifiers?: { command?: string[] }[] }>(config ?? '{}');
  return notifiers.flatMap(({ command = [] }) => command.slice(0, 1));
}

async function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // What it started goes with it.
  onTestFinished(() => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nothing of it is left.
    }
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
