// A house full of secrets, all of whose servers give away what they hear.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { DAY_MS, HOUR_MS, house, type House } from './built-cli.ts';
import { Canaries } from './canaries.ts';
import { CA_FILE, startSmtpServer } from './smtp-server.ts';

/** A server that throws everything it was told back at whoever asked. */
async function startEcho(): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      const said = `refused: ${JSON.stringify(request.headers)} ${request.url ?? ''} ${body}`;
      const error = { type: 'authentication_error', code: 401, status: 'x', message: said };
      response.writeHead(401, said.slice(0, 60).replaceAll(/[^\w ]/g, ' '), {
        'content-type': 'application/json',
        'www-authenticate': said.slice(0, 2_000).replaceAll(/[^\x20-\x7e]/g, ' '),
      });
      response.end(JSON.stringify({ type: 'error', error, message: said }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface Trap {
  readonly home: House;
  readonly canaries: Canaries;
  readonly config: string;
  readonly env: Readonly<Record<string, string>>;
  /** The server that gives away what it hears. */
  readonly origin: string;
}

/** The house of one test; `further` are channels beside webhook and email. */
export async function trap(further: readonly object[] = []): Promise<Trap> {
  const home = house();
  const canaries = new Canaries();
  const echo = await startEcho();
  const smtp = await startSmtpServer();
  onTestFinished(() => smtp.close());
  const now = Date.now();
  const oat = (name: string): string => canaries.make(name, 'sk-ant-oat01-', 80);
  const env = {
    SMTP_PASSWORD: canaries.make('smtp password'),
    ANTHROPIC_API_KEY: canaries.make('environment key', 'sk-ant-api03-'),
    OPENAI_API_KEY: canaries.make('openai environment key', 'sk-proj-'),
    HOOK_BEARER: canaries.make('bearer'),
    HEARTBEAT: `http://${canaries.make('heartbeat user')}:${canaries.make('heartbeat password')}@${echo}/${canaries.make('heartbeat path')}?k=${canaries.make('heartbeat query')}`,
  };
  home.write('gateway/.env', `GEMINI_API_KEY=${canaries.make('dotenv key', 'AIza')}\n`);
  home.write('gateway/openclaw.json', {
    agents: {
      defaults: {
        model: {
          primary: 'anthropic/claude-sonnet-4-5',
          fallbacks: ['openai/gpt-5.1', 'google/gemini-3-pro', 'custom/model'],
        },
      },
    },
    env: { vars: { SOME_KEY: canaries.make('config env') } },
    models: {
      providers: { custom: { baseUrl: 'http://x', apiKey: canaries.make('config key') } },
    },
  });
  home.write('gateway/agents/main/agent/auth-profiles.json', {
    version: 1,
    profiles: {
      'anthropic:good': token(oat('token'), now + 90 * DAY_MS),
      'anthropic:soon': token(oat('soon'), now + HOUR_MS),
      'anthropic:gone': token(oat('gone'), now - HOUR_MS),
      'anthropic:blank': token(` ${oat('padded')} `, now + 90 * DAY_MS),
      'anthropic:broken': token(`${oat('first')}\n${oat('second')}`, now + 90 * DAY_MS),
      'anthropic:odd': { type: oat('as type'), provider: 'anthropic', token: oat('odd') },
      'anthropic:when': { ...token(oat('when'), 0), expires: oat('as expiry') },
      'anthropic:object': { type: 'token', provider: 'anthropic', token: { x: oat('nested') } },
      'openai:key': { type: 'api_key', provider: 'openai', key: canaries.make('openai', 'sk-') },
      'google:key': { type: 'api_key', provider: 'google', key: canaries.make('google', 'AIza') },
      'anthropic:oauth': {
        type: 'oauth',
        provider: 'anthropic',
        access: oat('access'),
        refresh: canaries.make('refresh', 'sk-ant-ort01-'),
        expires: now - HOUR_MS,
      },
      'openai:ref': {
        type: 'api_key',
        provider: 'openai',
        keyRef: { source: 'env', provider: 'default', id: 'OPENAI_API_KEY' },
      },
    },
    usageStats: { 'anthropic:oauth': { lastUsed: now, lastFailureAt: now, errorCount: 3 } },
  });
  const broken = `{"version":1,"profiles":{"anthropic:a":{"token":"${oat('broken file')}`;
  home.write('gateway/agents/torn/agent/auth-profiles.json', broken);
  const mail = { type: 'email', from: 'a@example.org', to: ['b@example.org'] };
  const config = home.write('config.json5', {
    gateways: [{ stateDir: join(home.dir, 'gateway') }],
    probe: {
      level: 'metadata',
      providers: Object.fromEntries(
        ['anthropic', 'openai', 'google'].map((id) => [id, { baseUrl: `http://${echo}` }]),
      ),
    },
    notifiers: [
      {
        type: 'webhook',
        url: `http://${canaries.make('user')}:${canaries.make('password')}@${echo}/${canaries.make('path')}?key=${canaries.make('query')}`,
        secret: canaries.make('signing'),
        bearer: { env: 'HOOK_BEARER' },
        headers: { 'x-key': canaries.make('header') },
      },
      {
        ...mail,
        smtp: {
          host: 'localhost',
          port: smtp.port,
          user: 'monitor',
          password: { env: 'SMTP_PASSWORD' },
          ca: CA_FILE,
        },
      },
      ...further,
    ],
    heartbeat: { url: { env: 'HEARTBEAT' } },
    metrics: { textfile: join(home.dir, 'auth.prom') },
    state: { dir: home.state },
  });
  return { home, canaries, config, env, origin: `http://${echo}` };
}

function token(text: string, expires: number): object {
  return { type: 'token', provider: 'anthropic', token: text, expires };
}
