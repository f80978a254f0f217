// A run of the alerts in a process of its own that kills itself where it is told to.
// Arguments: state directory, receiver URL, phase (`commit`, `send`, `acknowledge` or `none`), time.
import { DEFAULT_ALERT_POLICY, type Channel } from '../../src/core/alerts/alert-policy.ts';
import { runAlerts } from '../../src/state/index.ts';
import { fleetReport, LETTERHEAD } from './alert-story.ts';

const [stateDir = '', url = '', phase = 'none', now = '0'] = process.argv.slice(2);

function crashAt(point: string): void {
  if (point === phase) process.kill(process.pid, 'SIGKILL');
}

const channel: Channel = {
  notifier: {
    name: 'hook',
    type: 'test',
    async send({ id, kind }) {
      crashAt('send');
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ id, kind }) });
      crashAt('acknowledge');
      return answer.ok
        ? { ok: true }
        : { ok: false, fault: 'transient', detail: `${answer.status}` };
    },
  },
  // Read while the run decides, that is before its first commit.
  get minSeverity() {
    crashAt('commit');
    return 'notice' as const;
  },
  reminders: true,
  recoveries: true,
  agents: [],
  providers: [],
  codes: [],
  configKey: 'hook-1',
};
const expiresAt = Number(now) - 1;
await runAlerts({
  report: fleetReport(
    { main: { 'anthropic:default': { credentialId: 'c', expiresAt } } },
    Number(now),
  ),
  now: Number(now),
  channels: [channel],
  policy: DEFAULT_ALERT_POLICY,
  stateDir,
  monitor: LETTERHEAD.monitor,
  signal: new AbortController().signal,
  log: () => undefined,
});
