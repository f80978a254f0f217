import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DAY_MS, gateway, HOUR_MS, house, token } from '../kit/built-cli.ts';
import { awaitPage, freePorts, needsProgram, startServer } from '../kit/live-server.ts';
import { tempDir } from '../kit/temp-dir.ts';

interface Answer {
  readonly data: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly value: readonly [number, string];
    }[];
  };
}

test('a real Prometheus reads the textfile of a run, and promtool has nothing against it', async (context) => {
  needsProgram(context, 'prometheus');
  needsProgram(context, 'promtool');
  const home = house();
  const textfile = join(home.dir, 'openclaw_auth.prom');
  const config = home.write('config.json5', {
    gateways: [{ stateDir: `${home.dir}/gateway` }],
    probe: { level: 'off' },
    state: { dir: home.state },
    metrics: { textfile },
  });
  gateway(home, { 'anthropic:a': token(-HOUR_MS), 'anthropic:b': token(90 * DAY_MS) });
  expect(await home.run(['run', '--config', config])).toMatchObject({ code: 1 });
  const input = readFileSync(textfile, 'utf8');
  const lint = spawnSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' });
  expect(lint).toMatchObject({ status: 0, stdout: '', stderr: '' });

  const url = await prometheusOf(textfile);
  const expiries = 'openclaw_auth_profile_expiry_timestamp_seconds';
  const page = await awaitPage(`${url}/api/v1/query?query=${expiries}`, (body) =>
    body.includes('anthropic:b'),
  );
  const found = (JSON.parse(page) as Answer).data.result.map(
    ({ metric, value }) =>
      [metric['profile'] ?? '', Math.sign(Number(value[1]) - Date.now() / 1_000)] as const,
  );
  expect(Object.fromEntries(found)).toEqual({ 'anthropic:a': -1, 'anthropic:b': 1 });
});

/** A Prometheus that scrapes a file, served as node_exporter would. */
async function prometheusOf(file: string): Promise<string> {
  const exporter = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => {
    exporter.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    exporter.closeAllConnections();
    exporter.close();
  });
  const address = exporter.address();
  const target = typeof address === 'object' && address ? address.port : 0;
  const dir = tempDir();
  const config = join(dir, 'prometheus.yml');
  const scrape = {
    job_name: 'openclaw',
    scrape_interval: '200ms',
    scrape_timeout: '200ms',
    static_configs: [{ targets: [`127.0.0.1:${target}`] }],
  };
  // JSON is YAML.
  writeFileSync(config, JSON.stringify({ scrape_configs: [scrape] }));
  const [port = 0] = await freePorts(1);
  startServer(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(dir, 'tsdb')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    dir,
  );
  return `http://127.0.0.1:${port}`;
}
