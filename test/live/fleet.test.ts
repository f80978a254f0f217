// A thousand gateways with one trouble are one page, also when half of the pair that pages dies.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../build/paths.mjs';
import type { Report } from '../../src/core/report.ts';
import { DEFAULT_ALERT_POLICY } from '../../src/core/alerts/alert-policy.ts';
import type { NotifierPorts } from '../../src/notifiers/notifier.ts';
import { alertmanager } from '../../src/notifiers/alertmanager.ts';
import { runAlerts } from '../../src/state/index.ts';
import { startCluster } from '../kit/alertmanager-cluster.ts';
import { finding, sampleFindings } from '../kit/findings.ts';
import { endServer, needsProgram } from '../kit/live-server.ts';
import { testPorts } from '../kit/notifier-ports.ts';
import { openChannel } from '../kit/platform-suite.ts';
import { makeReport, reportAgent, reportFinding } from '../kit/report.ts';

const GATEWAYS = 1000;
/** Longer than it takes to push them all. */
const GROUP_WAIT_MS = 7_000;

/** What a gateway sees when a credential of each of these providers has expired. */
function reportOf(...providers: readonly string[]): Report {
  const findings = providers.map((provider) => {
    const subject = { provider, profileId: `${provider}:default` };
    return reportFinding(finding('profile_expired', sampleFindings.profile_expired.facts, subject));
  });
  const generatedAt = new Date().toISOString();
  return makeReport([reportAgent('main', [])], findings, { generatedAt });
}

interface Push {
  readonly url: string;
  readonly body: string;
}

/** What the monitors of so many gateways push when they see this: written down first, so that it can come all at once. */
async function pushesOf(urls: readonly string[], report: Report): Promise<readonly Push[]> {
  const pushes: Push[] = [];
  const http: NotifierPorts['http'] = async ({ method, url, body }) => {
    if (method === 'POST') pushes.push({ url, body: body ?? '' });
    const answer = { ok: true, status: 200, header: () => null, overflow: false } as const;
    // Nobody knows an alert of this host yet.
    return { ...answer, body: method === 'POST' ? '' : '[]' };
  };
  const wishes = { minSeverity: 'warn', reminders: true, recoveries: true } as const;
  for (let index = 0; index < GATEWAYS; index += 1) {
    const host = `gateway-${index}`;
    const notifier = openChannel(alertmanager, { url: urls }, { ...testPorts(), http });
    const channel = { ...wishes, agents: [], providers: [], codes: [], notifier, configKey: '' };
    await runAlerts({
      report,
      now: Date.now(),
      channels: [channel],
      policy: DEFAULT_ALERT_POLICY,
      stateDir: null,
      monitor: { name: 'openclaw-auth-monitor', version: '0.0.0', host },
      signal: new AbortController().signal,
      log: () => undefined,
    });
  }
  return pushes;
}

/** Sends all of them, so many at once as a server has sockets for. */
async function send(pushes: readonly Push[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  onTestFinished(() => agent.destroy());
  const headers = { 'content-type': 'application/json' };
  const statuses = await Promise.all(
    pushes.map(
      async ({ url, body }) =>
        new Promise((resolve, reject) => {
          request(url, { agent, method: 'POST', headers }, (response) => {
            response.resume().once('end', () => resolve(response.statusCode));
          })
            .once('error', reject)
            .end(body);
        }),
    ),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
}

test('a thousand gateways are one page, and one more for another trouble after half of the pair died', async (context) => {
  needsProgram(context, 'prometheus-alertmanager');
  const shipped = parse(readFileSync(join(root, 'deploy/prometheus/alertmanager.yml'), 'utf8')) as {
    readonly route: { readonly group_by: readonly string[] };
  };
  const { urls, servers, told } = await startCluster({
    members: 2,
    groupBy: shipped.route.group_by,
    groupWaitMs: GROUP_WAIT_MS,
  });
  const page = { status: 'firing', severities: Array.from({ length: GATEWAYS }, () => 'critical') };
  const first = await pushesOf(urls, reportOf('anthropic'));
  expect(first).toHaveLength(2 * GATEWAYS);
  await send(first);
  await expect.poll(() => told().length, { timeout: 15_000 }).toBe(1);

  // Now, not before: an alert that began longer ago than the group waits is not waited for.
  await send(await pushesOf(urls, reportOf('anthropic', 'openai')));
  // Before its page is out: now the other one alone has to send it.
  await endServer(servers[0] as NonNullable<(typeof servers)[0]>);
  await expect.poll(() => told().length, { timeout: 15_000 }).toBe(2);
  // Longer than the survivor waits for the dead one, and than it takes for a group to be looked at again.
  await sleep(3_000);
  expect(told()).toEqual([page, page]);
}, 60_000);
