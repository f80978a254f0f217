// The report of a run says what became of its messages: sent, owed, held back and why.
import { expect, onTestFinished, test } from 'vitest';
import { alertmanagerStub } from '../kit/alertmanager-stub.ts';
import { alertHouse, iso, START } from '../kit/alert-house.ts';
import { DAY_MS, HOUR_MS, reportOf } from '../kit/built-cli.ts';
import { parseReport } from '../../src/reporters/parse-report.ts';

test('the report of a run says what was sent, what is owed and what was held back', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS, 'anthropic:b': 3 * HOUR_MS });
  home.configure({
    notifiers: [
      { type: 'webhook', url: home.webhook.url, minSeverity: 'fail' },
      { type: 'webhook', name: 'closed', url: 'http://127.0.0.1:9/hook' },
    ],
  });
  const alerts = async (afterMs: number) => reportOf(await home.at(afterMs, ['--json'])).alerts;
  const first = await alerts(0);
  expect(first).toMatchObject({
    sent: [{ channel: 'webhook', kind: 'firing', incidents: 1 }],
    owed: [
      {
        channel: 'closed',
        kind: 'firing',
        incidents: 2,
        attempts: 1,
        fault: 'transient',
        nextAttemptAt: expect.stringMatching(/^2026-11-21T09:/),
      },
    ],
    heldBack: [{ channel: 'webhook', reason: 'below_min_severity' }],
    problem: null,
  });
  expect(first?.sent[0]?.id).toBe(home.webhook.received[0]?.headers['webhook-id']);
  const second = await alerts(HOUR_MS / 2);
  expect(second?.sent).toEqual([]);
  expect(second?.heldBack.map(({ channel, reason }) => `${channel} ${reason}`).sort()).toEqual([
    'closed already_owed',
    'closed already_owed',
    'webhook already_told',
    'webhook below_min_severity',
  ]);
});

test('a report with this block can be alerted on, and its block is replaced', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  const { stdout } = await home.at(0, ['--json']);
  expect(parseReport(JSON.parse(stdout)).alerts?.sent).toHaveLength(2);
  const args = ['notify', '--report', '-', '--json', '--config', home.config, '--now', iso(START)];
  const notified = reportOf(await home.run(args, { input: stdout }));
  expect(notified.alerts?.sent).toEqual([]);
  expect(notified.alerts?.heldBack).toHaveLength(2);
});

test('a check and a dry run have no such block', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  expect(reportOf(await home.at(0, ['--json', '--dry-run'])).alerts).toBeUndefined();
  expect(
    reportOf(await home.run(['check', '--json', '--config', home.config])).alerts,
  ).toBeUndefined();
});

test('a state that cannot be kept is told as a problem', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': 90 * DAY_MS });
  home.write('state/state.json', '{');
  expect(reportOf(await home.at(0, ['--json'])).alerts?.problem).toContain('is damaged');
});

test('a receiver that cannot be reminded of what goes on: 75, where the verdict is 0', async () => {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  const { url, refuse, close } = await alertmanagerStub();
  onTestFinished(close);
  home.configure({
    severity: { profile_expired: 'notice' },
    notifiers: [{ type: 'alertmanager', url }],
  });
  expect((await home.at(0)).code).toBe(0);
  refuse(() => true);
  const { code, stderr } = await home.at(HOUR_MS);
  expect([code, stderr]).toEqual([75, expect.stringContaining('renewal (1) not delivered')]);
  refuse(() => false);
  expect((await home.at(2 * HOUR_MS)).code).toBe(0);
});
