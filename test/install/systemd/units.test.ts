// The units in deploy/ are what install writes, systemd accepts them, and they are as tight as promised.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, type TestContext } from 'vitest';
import { root } from '../../../build/paths.mjs';
import { dropInText } from '../../../src/install/systemd/drop-in.ts';
import { type Flavour, type Scope } from '../../../src/install/systemd/jobs.ts';
import { usualPaths } from '../../../src/install/systemd/setup.ts';
import { unitFiles } from '../../../src/install/systemd/units.ts';
import { tempDir } from '../../kit/temp-dir.ts';

const DEPLOY = join(root, 'deploy/systemd-timer');
const FLAVOURS: readonly (readonly [Scope, Flavour])[] = [
  ['system', 'timer'],
  ['system', 'split'],
  ['system', 'watch'],
  ['user', 'timer'],
  ['user', 'watch'],
];

/** The units of a host with everything at its usual place. */
function unitsOf(scope: Scope, flavour: Flavour): ReadonlyMap<string, string> {
  const paths = usualPaths(scope);
  const node = '/usr/bin/node';
  const program = '/usr/local/lib/node_modules/openclaw-auth-monitor/dist/cli.cjs';
  return unitFiles({ scope, node, program, paths, secrets: [], refused: new Set() }, flavour);
}

const EXAMPLE = dropInText(
  {
    unusualHome: null,
    readOnly: ['/home/alice/.openclaw'],
    writable: [],
    opened: [],
    inaccessible: [],
    hasOwnState: false,
    environment: {},
    execStart: null,
  },
  null,
);

test.each(FLAVOURS)('deploy/ shows what install writes: %s %s', async (scope, flavour) => {
  for (const [name, text] of unitsOf(scope, flavour)) {
    await expect(text).toMatchFileSnapshot(join(DEPLOY, scope, name));
  }
});

test('deploy/ shows what install adds for one user', async () => {
  const place = 'openclaw-auth-monitor@alice.service.d/10-gateway.conf';
  await expect(EXAMPLE).toMatchFileSnapshot(join(DEPLOY, 'system', place));
});

test('a host without Perl lets the helper of a watch speak for it', () => {
  const paths = usualPaths('user');
  const host = { scope: 'user', node: '/n', program: '/p', paths, secrets: [] } as const;
  const [text = ''] = unitFiles(
    { ...host, refused: new Set(['NotifyAccess=main']) },
    'watch',
  ).values();
  expect(text).toMatch(/^NotifyAccess=all\nExecStart=\/n \/p watch/m);
});

test('a systemd that loads no directory is told each secret', () => {
  const refused = new Set(['LoadCredential= of a directory']);
  const host = { scope: 'system', node: '/n', program: '/p', paths: usualPaths('system') } as const;
  const secrets = ['webhook-url', 'smtp'];
  const [text = ''] = unitFiles({ ...host, secrets, refused }, 'timer').values();
  const dir = '/etc/openclaw-auth-monitor/credentials';
  expect(text.match(/^LoadCredential=.*$/gm)).toEqual([
    `LoadCredential=webhook-url:${dir}/webhook-url`,
    `LoadCredential=smtp:${dir}/smtp`,
  ]);
});

test('deploy/ holds no unit besides', () => {
  for (const scope of ['system', 'user'] as const) {
    const own = FLAVOURS.filter(([of]) => of === scope);
    const names = own.flatMap(([, flavour]) => [...unitsOf(scope, flavour).keys()]);
    const found = readdirSync(join(DEPLOY, scope)).filter((name) => !name.endsWith('.d'));
    expect(found.sort()).toEqual(names.sort());
  }
});

test('no two flavours share a unit', () => {
  const names = FLAVOURS.flatMap(([scope, flavour]) => [...unitsOf(scope, flavour).keys()]);
  expect(new Set(names).size).toBe(names.length);
});

/** Lays the units out with this very Node, since systemd looks for the program of a unit. */
function laidOut(context: TestContext, scope: Scope, flavour: Flavour): string {
  if (spawnSync('systemd-analyze', ['--version']).error) {
    context.skip('systemd-analyze is not installed');
  }
  const dir = tempDir();
  for (const [name, text] of unitsOf(scope, flavour)) {
    mkdirSync(dir, { recursive: true });
    const instance = name.replace('@.', '@alice.');
    writeFileSync(join(dir, instance), text.replaceAll('/usr/bin/node', process.execPath));
  }
  return dir;
}

describe.each(FLAVOURS)('systemd-analyze, %s %s', (scope, flavour) => {
  test('verify has nothing to say', (context) => {
    const dir = laidOut(context, scope, flavour);
    const units = readdirSync(dir).map((name) => join(dir, name));
    const manager = scope === 'user' ? ['--user'] : [];
    const env = { ...process.env, XDG_RUNTIME_DIR: dir };
    const args = [...manager, 'verify', '--man=no', ...units];
    const { status, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8', env });
    // About the host's own units, or that no user manager runs, we can do nothing.
    const about = stderr.split('\n').filter((line) => line.includes('openclaw-auth-monitor'));
    expect(about).toEqual([]);
    expect(status).toBe(0);
  });

  test('security finds little exposure, and next to none without network', (context) => {
    const dir = laidOut(context, scope, flavour);
    for (const name of readdirSync(dir).filter((unit) => unit.endsWith('.service'))) {
      // Ten times the score that is just good enough. Offline a unit without User= counts as one of root.
      const most = name.includes('-check@') ? 3 : 15;
      const args = ['security', '--offline=true', '--no-pager', `--threshold=${most}`];
      const { status, stdout } = spawnSync('systemd-analyze', [...args, join(dir, name)], {
        encoding: 'utf8',
      });
      expect({ name, status, score: stdout.trim().split('\n').at(-1) }).toMatchObject({
        status: 0,
      });
    }
  });
});
