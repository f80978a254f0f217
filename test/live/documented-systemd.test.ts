// What the documentation shows of systemd is typed on a machine of its own, by root or by alice, page by page.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { machineGateway } from '../kit/machine-gateway.ts';
import { bootMachine, type Machine } from '../kit/systemd-machine.ts';
import { documented, type Documented } from '../docs/documented.ts';
import { groundOf } from '../docs/grounds.ts';

const shown = documented.filter((command) => groundOf(command) === 'systemd');

/** What stands for something of the reader's own there. */
const PLACEHOLDERS: readonly (readonly [shown: RegExp, meant: string])[] = [
  [/\bUSER$/, 'alice'],
  [/(?<==)…/, '$(systemctl show --value -p InvocationID openclaw-auth-monitor@alice.service)'],
];

/** Nothing of ours, whatever another page has installed. */
const BARE = `for unit in $(systemctl list-units --all --plain --no-legend 'openclaw-auth-monitor*' | cut -d' ' -f1); do
    systemctl stop $unit; done
  rm -rf /etc/systemd/system/openclaw-auth-monitor* /etc/systemd/system/*/openclaw-auth-monitor* \\
    /etc/openclaw-auth-monitor /var/lib/openclaw-auth-monitor ~alice/.config ~alice/.local
  systemctl daemon-reload`;

/** Typed before a command: what a reader has by then. */
const BEFORE: Readonly<Record<string, string>> = {
  // The timer that the old script came with.
  'systemctl --user disable --now openclaw-auth-monitor.timer': `runuser -u alice -- sh -c '
    units=~alice/.config/systemd/user; mkdir -p $units; touch ~alice/.openclaw/auth-monitor-state
    printf "[Timer]\\nOnCalendar=hourly\\n[Install]\\nWantedBy=timers.target\\n" >$units/openclaw-auth-monitor.timer
    printf "[Service]\\nExecStart=/bin/true\\n" >$units/openclaw-auth-monitor.service'`,
  // Instead of the timer.
  'auth-monitor install systemd --watch': BARE,
  'systemctl status cron': `printf '[Service]\\nExecStart=/bin/sleep infinity\\n' >/etc/systemd/system/cron.service
    systemctl daemon-reload; systemctl start cron`,
};

let booted: Machine | string;

beforeAll(async () => {
  booted = await bootMachine();
  if (typeof booted === 'string') return;
  const gateway = machineGateway(booted);
  await booted.ok(`useradd --create-home alice; mkdir -p /var/lib/systemd/timers
    printf '#!/bin/sh\\nexport SUDO_USER=alice\\nexec "$@"\\n' >/usr/local/bin/sudo; chmod 755 /usr/local/bin/sudo
    loginctl enable-linger alice`);
  await gateway.store('alice', 90);
  await gateway.startReceiver();
  await booted.until(
    'runuser -u alice -- env XDG_RUNTIME_DIR=/run/user/$(id -u alice) systemctl --user is-system-running',
  );
});

beforeEach((context) => {
  if (typeof booted === 'string') context.skip(booted);
});

afterAll(async () => {
  if (typeof booted !== 'string') await booted.stop();
});

/** Root's are those of the machine; whose gateway it is types the others. */
function asWhoever(text: string): string {
  const ofMachine = /^(?:sudo|systemctl(?! --user)|systemd-analyze|journalctl) /.test(text);
  if (ofMachine) return text;
  const quoted = text.replaceAll("'", String.raw`'\''`);
  return `runuser -u alice -- env -i HOME=/home/alice PATH=/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR=/run/user/$(id -u alice) bash --norc -c '${quoted}'`;
}

function meant({ text }: Documented): string {
  let words = text;
  for (const [placeholder, real] of PLACEHOLDERS) words = words.replace(placeholder, real);
  return words;
}

test.each([...new Set(shown.map(({ page }) => page))])('%s', async (page) => {
  const machine = booted as Machine;
  await machine.ok(BARE);
  for (const command of shown.filter((one) => one.page === page)) {
    const before = BEFORE[command.text];
    if (before !== undefined) await machine.ok(before);
    const typed = `echo http://127.0.0.1:8099/hook | ${asWhoever(meant(command))}`;
    const { code, stdout, stderr } = await machine.run(typed);
    const said = `${page}: ${command.text}\n${stderr}${stdout}`;
    expect.soft(code, said).toBe(0);
    expect.soft(stderr, said).not.toMatch(/[Uu]nknown|See auth-monitor|this is a bug/);
  }
});
