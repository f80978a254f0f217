// Sets the demo's stage: sample gateways, provider, mail server and webhook receiver, all on loopback.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriteError } from '../core/errors.ts';
import type { Lang } from '../core/lang.ts';
import { fault } from '../core/fault.ts';
import { startProvider, type DemoProvider } from './provider.ts';
import { FAKE, writeHomeGateway, writeJson } from './sample-home.ts';
import { writeServerGateway } from './sample-server.ts';
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

export interface Stage {
  readonly dir: string;
  readonly configPath: string;
  readonly homeGateway: string;
  readonly provider: DemoProvider;
  readonly mail: SmtpSink;
  readonly webhook: WebhookReceiver;
  /** Stops the servers and removes the directory. */
  clear(): Promise<void>;
}

/**
 * Builds everything, to be told in `lang`, in a temporary directory of its own; nothing outside it is touched, and a signal
 * that ends the process leaves nothing of it behind. Throws a WriteError where there is no room.
 */
export async function setStage(now: number, lang: Lang): Promise<Stage> {
  const dir = temporaryDir();
  const forget = removeOnSignal(dir);
  const [provider, mail, webhook] = await Promise.all([
    startProvider(),
    startSmtpSink(),
    startWebhookReceiver({ secret: WEBHOOK_SECRET }),
  ]);
  const clear = async (): Promise<void> => {
    await Promise.all([provider.close(), mail.close(), webhook.close()]);
    rmSync(dir, { recursive: true, force: true });
    forget();
  };
  try {
    registerCredentials(provider);
    const homeGateway = writeHomeGateway(join(dir, 'home'), now);
    const serverGateway = await writeServerGateway(join(dir, 'server', '.openclaw'), now);
    const configPath = join(dir, 'config.json5');
    mkdirSync(join(dir, 'state'), { mode: 0o700 });
    writeJson(configPath, {
      lang,
      gateways: [
        { label: 'home', stateDir: homeGateway },
        { label: 'server', stateDir: serverGateway },
      ],
      // Nothing less shows a token that works in Claude Code alone.
      probe: { level: 'inference', providers: allAt(provider.url) },
      notifiers: [
        {
          type: 'email',
          from: 'monitor@example.org',
          to: ['you@example.org'],
          smtp: { host: mail.host, port: mail.port, tls: 'none' },
        },
        { type: 'webhook', url: webhook.url, secret: WEBHOOK_SECRET },
      ],
      state: { dir: join(dir, 'state') },
    });
    return { dir, configPath, homeGateway, provider, mail, webhook, clear };
  } catch (error) {
    await clear();
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOSPC' ? cannotPlay(code) : error;
  }
}

function temporaryDir(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'openclaw-auth-monitor-demo-'));
  } catch (error) {
    throw cannotPlay((error as NodeJS.ErrnoException).code ?? 'unknown');
  }
}

function cannotPlay(code: string): WriteError {
  return new WriteError(fault('cannotWriteSample', tmpdir(), code));
}

/** Returns how to stop looking after it. */
function removeOnSignal(dir: string): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const remove = (signal: NodeJS.Signals): void => {
    rmSync(dir, { recursive: true, force: true });
    // Without a listener the signal ends the process as it would any other.
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, remove);
  return () => {
    for (const signal of signals) process.off(signal, remove);
  };
}

/** The loopback provider stands for each of the sample's. */
function allAt(baseUrl: string): object {
  const providers = ['anthropic', 'openai', 'google'];
  return Object.fromEntries(providers.map((id) => [id, { baseUrl }]));
}

/** A fake one, of the shape that Standard Webhooks asks for. */
const WEBHOOK_SECRET = `whsec_${Buffer.from('demo-secret-of-the-loopback-stage').toString('base64')}`;

function registerCredentials(provider: DemoProvider): void {
  const accepted = [
    ['home token', FAKE.expiringToken],
    ['renewed token', FAKE.renewedToken],
    ['openai key', FAKE.openaiKey],
    ['anthropic key', FAKE.anthropicKey],
  ] as const;
  for (const [name, secret] of accepted)
    provider.setCredential(secret, { name, state: 'accepted' });
  provider.setCredential(FAKE.claudeCodeToken, {
    name: 'night token',
    state: 'accepted',
    claudeCodeOnly: 'sentence',
  });
  provider.setCredential(FAKE.unpaidOpenaiKey, { name: 'unpaid key', state: 'billing' });
  provider.setCredential(FAKE.revokedGoogleKey, { name: 'google key', state: 'revoked' });
}
