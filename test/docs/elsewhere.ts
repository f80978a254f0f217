// The documented commands that no test can run as they stand: why, and what checks the thing they do.

export interface Elsewhere {
  /** As it is typed; ` *` at its end stands for any further words, or none. */
  readonly command: string;
  /** Only there; without it, wherever it stands. */
  readonly page?: string;
  /** Only that one of several on its page. */
  readonly nth?: number;
  readonly why: string;
  /** A file that runs or checks what the command does. */
  readonly coveredBy: string;
  /** What that file says of it. */
  readonly says: string;
}

const ANEW = 'it builds anew, under the tests that run the built program';
const NETWORK = 'it fetches from the network';

export const elsewhere: readonly Elsewhere[] = [
  { command: 'npm ci', why: NETWORK, coveredBy: '.ci/run', says: 'npm ci' },
  { command: 'npm run demo', why: ANEW, coveredBy: 'test/cli/demo.test.ts', says: "['demo']" },
  { command: 'npm run build', why: ANEW, coveredBy: 'build/fresh.mjs', says: 'await build()' },
  { command: 'npm pack *', why: ANEW, coveredBy: 'build/smoke.mjs', says: "'pack'" },
  {
    command: 'npm install -g ./openclaw-auth-monitor-0.1.0.tgz',
    why: 'it changes this machine',
    coveredBy: 'build/smoke.mjs',
    says: "'install', '--offline'",
  },
  {
    command: 'npm test *',
    why: 'these are the tests',
    coveredBy: '.ci/run',
    says: 'npm test -- test/read-only',
  },
  {
    command: 'npm run check',
    why: 'these tests are a part of it',
    coveredBy: '.ci/run',
    says: 'npm run check',
  },
  {
    command: 'npm run bench',
    why: 'it measures for minutes',
    coveredBy: 'package.json',
    says: 'node bench/bench.mjs',
  },
  {
    command: 'npm run oracle',
    why: 'it needs recorded answers that are not in the repository',
    coveredBy: 'package.json',
    says: 'node build/oracle.mjs',
  },
  {
    command: 'npm run compat *',
    why: 'it needs an installed OpenClaw',
    coveredBy: 'package.json',
    says: 'node build/compat.mjs',
  },
  {
    command: 'npm run pictures',
    why: ANEW,
    coveredBy: 'package.json',
    says: 'node build/pictures.mjs',
  },
  {
    command: 'npx oxfmt',
    why: 'it rewrites the sources under the tests',
    coveredBy: 'package.json',
    says: '"oxfmt --check"',
  },
  {
    command: 'auth-monitor init',
    why: 'a wizard asks on a terminal',
    coveredBy: 'test/cli/init.test.ts',
    says: 'leads from nothing to a first received test message',
  },
  {
    command: 'auth-monitor ci',
    page: 'docs/ci.md',
    why: 'it is spoken of; what it wants stands in the blocks',
    coveredBy: 'test/cli/ci.test.ts',
    says: 'ci needs --env NAME',
  },
  {
    command: 'ansible-playbook *',
    why: 'it wants hosts',
    coveredBy: 'test/live/ansible.test.ts',
    says: 'ansible-playbook -i inventory.ini',
  },
  {
    command: 'pkg install *',
    why: 'it changes a phone',
    coveredBy: 'test/install/termux/phone.test.ts',
    says: 'pkg install cronie',
  },
  {
    command: 'systemctl edit',
    why: 'it opens an editor',
    coveredBy: 'test/live/systemd-timer.test.ts',
    says: '.timer.d/90-fast.conf',
  },
  {
    command: 'loginctl enable-linger',
    why: 'it wants a login of that user',
    coveredBy: 'test/live/systemd-flavours.test.ts',
    says: "'Linger=yes",
  },
  {
    command: 'auth-monitor test termux',
    page: 'docs/channels/termux.md',
    nth: 1,
    why: 'it waits for eight seconds',
    coveredBy: 'test/notifiers/termux.test.ts',
    says: 'was killed; are Termux:API and its app installed?',
  },
];
