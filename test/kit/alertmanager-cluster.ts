// A cluster of real Alertmanagers that tells a webhook receiver.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startWebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import { awaitPage, freePorts, startServer } from './live-server.ts';
import { tempDir } from './temp-dir.ts';

export const PROGRAM = 'prometheus-alertmanager';

interface Hook {
  readonly status: string;
  readonly alerts: readonly {
    readonly status: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

/** What the members are told to do; without more each incident is a page of its own, half a second after it came. */
interface ClusterOptions {
  readonly members: number;
  readonly groupBy?: readonly string[];
  readonly groupWaitMs?: number;
}

/** Members of one cluster, ended with the test. */
export async function startCluster({
  members,
  groupBy = ['incident'],
  groupWaitMs = 500,
}: ClusterOptions) {
  const dir = tempDir();
  const hook = await startWebhookReceiver();
  onTestFinished(async () => hook.close());
  hook.respond(() => ({ status: 200 }));
  const config = join(dir, 'am.yml');
  writeFileSync(
    config,
    `route: {receiver: hook, group_by: [${groupBy.join(', ')}], group_wait: ${groupWaitMs}ms, group_interval: 1s, repeat_interval: 1h}
receivers: [{name: hook, webhook_configs: [{url: '${hook.url}', send_resolved: true}]}]\n`,
  );
  const web = await freePorts(members);
  const gossip = await freePorts(members);
  const peers = gossip.map((port) => `--cluster.peer=127.0.0.1:${port}`);
  const together = (own: number) => [
    `--cluster.listen-address=127.0.0.1:${own}`,
    `--cluster.advertise-address=127.0.0.1:${own}`,
    '--cluster.peer-timeout=1s',
    '--cluster.gossip-interval=50ms',
    '--cluster.pushpull-interval=1s',
    '--cluster.settle-timeout=1s',
    ...peers,
  ];
  const servers = web.map((port, index) => {
    const data = join(dir, `data-${index}`);
    mkdirSync(data);
    const own = gossip[index] ?? 0;
    const args = [
      `--config.file=${config}`,
      `--storage.path=${data}`,
      `--web.listen-address=127.0.0.1:${port}`,
      // An empty address keeps a single one from listening on the network.
      ...(members > 1 ? together(own) : ['--cluster.listen-address=']),
    ];
    return startServer(PROGRAM, args, dir);
  });
  const urls = web.map((port) => `http://127.0.0.1:${port}`);
  await Promise.all(urls.map(async (url) => awaitPage(`${url}/-/ready`)));
  const isComplete = (body: string) => {
    const { cluster: told } = JSON.parse(body) as {
      cluster: { status: string; peers?: unknown[] };
    };
    return members === 1 || (told.status === 'ready' && told.peers?.length === members);
  };
  await Promise.all(urls.map(async (url) => awaitPage(`${url}/api/v2/status`, isComplete)));
  const told = () =>
    hook.received.flatMap(({ body }) => {
      const { status, alerts } = JSON.parse(body) as Hook;
      return [{ status, severities: alerts.map(({ labels }) => labels['severity']) }];
    });
  return { urls, servers, told };
}

/**
 * Waits until a member knows of a page, since it sent it or was told of it by another: one that dies
 * before it tells leaves the page to be sent again. For pages small enough to be passed on by gossip.
 */
export async function awaitKnown(url: string): Promise<void> {
  const known =
    /^(?:alertmanager_nflog_gossip_messages_propagated_total|alertmanager_notifications_total\{integration="webhook"\}) [1-9]/m;
  await awaitPage(`${url}/metrics`, (body) => known.test(body));
}
