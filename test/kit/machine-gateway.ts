// A gateway, a config and a webhook receiver inside a machine of the tests.
import type { Machine } from './systemd-machine.ts';

/** Notes each body in /shared/received, one a line. */
const RECEIVER = `
  const { appendFileSync } = require('node:fs');
  require('node:http').createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      appendFileSync('/shared/received', body.replaceAll('\\n', ' ') + '\\n');
      response.writeHead(204).end();
    });
  }).listen(8099, '127.0.0.1');`;

/** A webhook body, as far as these tests look at it. */
export interface Received {
  readonly type: string;
  readonly data: {
    readonly verdict: string;
    readonly breakdown?: { readonly unit: string; readonly error: string };
    readonly monitor: { readonly invocationId?: string };
  };
}

export interface MachineGateway {
  /** Stores one token of agent main that ends in `days`; a new one each time, so that each is news. */
  store(user: string, days: number, dir?: string): Promise<void>;
  /** Writes the config of the machine, with these keys on top, and the receiver's URL as a credential. */
  configure(keys?: object): Promise<void>;
  /** What the receiver got since the last look. */
  received(): Promise<readonly Received[]>;
  startReceiver(): Promise<void>;
}

export function machineGateway(machine: Machine): MachineGateway {
  let tokens = 0;
  return {
    async store(user, days, dir = '.openclaw/agents/main/agent') {
      tokens += 1;
      const token = `sk-ant-oat01-${`FAKE${tokens}`.repeat(16)}`;
      const expires = Date.now() + days * 86_400_000;
      const profile = { type: 'token', provider: 'anthropic', token, expires };
      const text = JSON.stringify({ version: 1, profiles: { 'anthropic:a': profile } });
      await machine.ok(`cd ~${user} && mkdir -p ${dir} && cat >${dir}/auth-profiles.json <<'END'
${text}
END
chmod 600 ${dir}/auth-profiles.json; chown -R ${user}: ${dir.split('/')[0] || dir}`);
    },
    async configure(keys = {}) {
      const config = {
        state: { dir: '/var/lib/openclaw-auth-monitor/%u' },
        probe: { level: 'off' },
        notifiers: [{ type: 'webhook', url: { credential: 'webhook-url' } }],
        ...keys,
      };
      await machine.ok(`mkdir -p /etc/openclaw-auth-monitor/credentials
cat >/etc/openclaw-auth-monitor/config.json5 <<'END'
${JSON.stringify(config)}
END
chmod 700 /etc/openclaw-auth-monitor/credentials
(umask 077; echo http://127.0.0.1:8099/hook >/etc/openclaw-auth-monitor/credentials/webhook-url)`);
    },
    async received() {
      const text = await machine.ok('cat /shared/received 2>/dev/null; rm -f /shared/received');
      return text
        .trim()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Received);
    },
    async startReceiver() {
      await machine.ok(`cat >/root/receiver.cjs <<'END'
${RECEIVER}
END
systemd-run --quiet --unit=receiver node /root/receiver.cjs`);
      await machine.until('(exec 3<>/dev/tcp/127.0.0.1/8099) 2>/dev/null');
    },
  };
}
