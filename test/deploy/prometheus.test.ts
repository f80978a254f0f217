// The files for Prometheus: valid to its own tools, tested, and about metrics that exist.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../build/paths.mjs';
import { runMetrics } from '../../src/commands/alert-metrics.ts';
import { emptyAlertState } from '../../src/core/alerts/incident.ts';
import { gateway, house, token, DAY_MS } from '../kit/built-cli.ts';
import { needsProgram } from '../kit/live-server.ts';
import { sampleReport } from '../kit/report.ts';
import { tempDir } from '../kit/temp-dir.ts';

const dir = join(root, 'deploy/prometheus');
const text = (name: string) => readFileSync(join(dir, name), 'utf8');

function ran(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: dir, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert?: string; readonly record?: string; expr: string }[];
  }[];
}

const rules = (parse(text('rules.yml')) as Rules).groups.flatMap((group) => group.rules);

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly datasource: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; h: number };
  readonly targets: readonly { readonly expr: string; readonly datasource: { uid: string } }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string; definition?: string }[];
  };
}

const dashboard = JSON.parse(text('grafana-dashboard.json')) as Dashboard;
const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

test.for([
  ['promtool', ['check', 'rules', '--lint-fatal', 'rules.yml']],
  ['promtool', ['test', 'rules', 'rules.test.yml']],
  ['promtool', ['check', 'config', 'scrape.yml']],
  ['amtool', ['check-config', 'alertmanager.yml']],
] as const)('%s %s is content', ([command, args], context) => {
  needsProgram(context, command);
  const { status, output } = ran(command, args);
  expect(output).toMatch(/SUCCESS/);
  expect(status).toBe(0);
});

test('the rules and the dashboard ask for metrics that a run writes', () => {
  const email = {
    configKey: '',
    lastSuccessAt: 1,
    sentAt: [],
    heldUntil: null,
    pausedConfigKey: null,
    trouble: null,
  };
  const written = runMetrics(sampleReport(), {
    ...emptyAlertState(),
    channels: { email },
    counters: { email: { delivered: 1 } },
  });
  const known = [...written.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  known.push(...rules.flatMap(({ record }) => record ?? []));
  const variables = dashboard.templating.list.flatMap(({ definition }) => definition ?? []);
  const asked = [...rules.map(({ expr }) => expr), ...shown, ...variables].flatMap((expr) =>
    [...expr.matchAll(/openclaw_auth[\w:]+/g)].map(([name]) => name),
  );
  expect(asked.length).toBeGreaterThan(20);
  expect([...new Set(asked)].filter((name) => !known.includes(name))).toEqual([]);
});

test('every alert has a test that fires it, and a row in its page', () => {
  const page = readFileSync(join(root, 'docs/homes/prometheus.md'), 'utf8');
  const tests = parse(text('rules.test.yml')) as {
    tests: { alert_rule_test: { alertname: string; exp_alerts: object[] }[] }[];
  };
  const fired = tests.tests
    .flatMap((one) => one.alert_rule_test)
    .filter(({ exp_alerts: alerts }) => alerts.length > 0)
    .map(({ alertname }) => alertname);
  const alerts = rules.flatMap(({ alert }) => alert ?? []);
  for (const alert of alerts) {
    expect(fired).toContain(alert);
    expect(page).toContain(`\`${alert}\``);
  }
});

test('every panel asks the Prometheus that the reader picks, and none lies on another', () => {
  expect(dashboard.templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource' });
  const names = dashboard.templating.list.map(({ name }) => name);
  const cells = new Set<string>();
  for (const { title, datasource, targets, gridPos } of dashboard.panels) {
    for (const source of [datasource, ...targets.map((target) => target.datasource)]) {
      expect(source.uid, title).toBe('${datasource}');
    }
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
        expect(cells, title).not.toContain(`${x},${y}`);
        expect(x).toBeLessThan(24);
        cells.add(`${x},${y}`);
      }
    }
  }
  const used = shown.flatMap((expr) =>
    [...expr.matchAll(/\$(?!__)\{?(\w+)/g)].map(([, name]) => name),
  );
  for (const name of used) expect(names).toContain(name);
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
});

test('every query of the dashboard parses', (context) => {
  needsProgram(context, 'promtool');
  const queries = shown.map((expr, index) => ({
    record: `query:${index}`,
    expr: expr.replaceAll('$__rate_interval', '5m').replaceAll(/\$\{?\w+\}?/g, '.*'),
  }));
  const file = join(tempDir(), 'queries.json');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'queries', rules: queries }] }));
  expect(ran('promtool', ['check', 'rules', file])).toMatchObject({ status: 0 });
});

test('hashed names hide an address in the file and in print, and are the same in every run', async () => {
  const home = house();
  const file = join(home.dir, 'auth.prom');
  const profiles = {
    'anthropic:ops@example.org': token(90 * DAY_MS),
    'anthropic:two@example.org': token(9 * DAY_MS),
  };
  const base = {
    gateways: [{ stateDir: gateway(home, profiles) }],
    state: { dir: home.state },
    probe: { level: 'off' },
  };
  const named = (metrics: string) =>
    [...metrics.matchAll(/^openclaw_auth_profile_counts\{.*profile="([^"]*)"/gm)].map(
      ([, name]) => name,
    );
  const plain = home.write('plain.json5', { ...base, metrics: { textfile: file } });
  await home.run(['run', '--config', plain]);
  expect(named(readFileSync(file, 'utf8'))).toEqual(Object.keys(profiles).toSorted());
  const hashed = home.write('hashed.json5', {
    ...base,
    metrics: { textfile: file, labels: 'hashed' },
  });
  await home.run(['run', '--config', hashed]);
  const first = readFileSync(file, 'utf8');
  expect(first).not.toContain('example.org');
  expect(named(first)).toEqual([
    expect.stringMatching(/^[a-z2-7]{12}$/),
    expect.stringMatching(/^[a-z2-7]{12}$/),
  ]);
  expect(new Set(named(first)).size).toBe(2);
  await home.run(['run', '--config', hashed]);
  expect(named(readFileSync(file, 'utf8'))).toEqual(named(first));
  const print = await home.run(['check', '--config', hashed, '--format', 'prometheus']);
  expect(print.code).toBe(0);
  expect(named(print.stdout)).toEqual(named(first));
});

test('the file of a run passes promtool', async (context) => {
  needsProgram(context, 'promtool');
  const home = house();
  const file = join(home.dir, 'auth.prom');
  const config = home.write('config.json5', {
    gateways: [{ stateDir: gateway(home, { 'anthropic:a': token(-DAY_MS) }) }],
    state: { dir: home.state },
    probe: { level: 'off' },
    metrics: { textfile: file },
    notifiers: [{ type: 'webhook', url: 'http://127.0.0.1:9/' }],
  });
  expect(await home.run(['run', '--config', config])).toMatchObject({ code: 1 });
  const input = readFileSync(file, 'utf8');
  expect(input).toContain('openclaw_auth_outbox_pending');
  const { stdout, stderr, status } = spawnSync('promtool', ['check', 'metrics'], {
    input,
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toBe('');
  expect(status).toBe(0);
});
